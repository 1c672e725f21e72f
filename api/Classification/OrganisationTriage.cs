using OutlookAssist.Classification.Models;

namespace OutlookAssist.Classification;

/// <summary>What one organisation has told us about its mail: its own labels, learned, its rules and its corrections. What is null is built in.</summary>
/// <param name="Categories">Its own categories.</param>
/// <param name="Intents">Its own intents.</param>
/// <param name="Rules">What it says about urgency.</param>
/// <param name="Corrections">What it has put right.</param>
/// <param name="Hints">An example or two of each label, for a language model that has learned none of them.</param>
internal sealed record OrganisationTriage(
    LearnedLabels? Categories,
    LearnedLabels? Intents,
    OwnUrgencyRules Rules,
    CorrectionLayer? Corrections = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Hints = null)
{
    /// <summary>Nothing but what is built in.</summary>
    public static readonly OrganisationTriage BuiltIn = new(null, null, new OwnUrgencyRules([]));

    /// <summary>What was judged by exactly this; it goes when anything changes.</summary>
    public JudgedMails Judged { get; } = new();

    /// <summary>The labels that a part of a classification may have.</summary>
    public IReadOnlyList<string> NamesOf(string part) => part switch
    {
        "sentiment" => SentimentModel.Labels,
        "urgency" => LabelRules.Urgencies,
        "category" => Categories?.Names ?? ClassifyMessage.BuiltInCategories,
        _ => Intents?.Names ?? ClassifyMessage.BuiltInIntents,
    };

    /// <summary>True for a label that is in force.</summary>
    public bool Knows(string part, string label) => NamesOf(part).Contains(label, StringComparer.Ordinal);
}
