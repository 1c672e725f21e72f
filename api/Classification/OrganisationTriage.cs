using OutlookAssist.Classification.Models;

namespace OutlookAssist.Classification;

/// <summary>What one organisation has told us about its mail: its own labels, learned, and its rules. What is null is built in.</summary>
internal sealed record OrganisationTriage(LearnedLabels? Categories, LearnedLabels? Intents, OwnUrgencyRules Rules)
{
    /// <summary>Nothing but what is built in.</summary>
    public static readonly OrganisationTriage BuiltIn = new(null, null, new OwnUrgencyRules([]));
}
