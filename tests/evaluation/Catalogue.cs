using OutlookAssist.Evaluation.Sets;

namespace OutlookAssist.Evaluation;

/// <summary>Every evaluation by name, in the order they run.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<IEvaluation> All { get; } =
    [
        new AzureRagQa(),
        new Retrieval(),
        new MailRobustness(),
        new MailMutation(),
        new MailParsing(),
        new Replies(),
        new Languages(),
        new Sentiment(),
        new SentimentStrength(),
        new Intents(),
        new Categories(),
        new Requests(),
        new Pii(),
        new BusinessText(),
        new Fairness(),
        new FairMail(),
        new Injection(),
        new ModelDrafts(),
        new Documents(),
    ];

    /// <summary>The chosen evaluations, or the sentence that says which name there is not.</summary>
    public static (IReadOnlyList<IEvaluation> Chosen, string? Error) Choose(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return (All, null);
        var unknown = names.Where(name => All.All(evaluation => evaluation.Name != name)).ToList();
        return unknown.Count == 0
            ? ([.. All.Where(evaluation => names.Contains(evaluation.Name))], null)
            : ([], $"There is no evaluation named {string.Join(", ", unknown)}. There are: {string.Join(", ", All.Select(evaluation => evaluation.Name))}.");
    }
}
