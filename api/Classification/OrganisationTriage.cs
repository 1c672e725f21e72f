using OutlookAssist.Classification.Models;

namespace OutlookAssist.Classification;

/// <summary>What one organisation has told us about its mail: its own labels, learned, its rules and its corrections. What is null is built in.</summary>
internal sealed record OrganisationTriage(LearnedLabels? Categories, LearnedLabels? Intents, OwnUrgencyRules Rules, CorrectionLayer? Corrections = null)
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
