namespace OutlookAssist.Classification;

/// <summary>An organisation's own labels and rules: the shape of <c>/api/classifications/labels</c>. An empty list keeps what is built in.</summary>
/// <param name="Categories">What mails are about.</param>
/// <param name="Intents">What writers want.</param>
/// <param name="UrgencyRules">The first rule that fits a mail decides how much it hurries, before anything built in.</param>
internal sealed record LabelConfiguration(
    IReadOnlyList<LabelSetting>? Categories = null,
    IReadOnlyList<LabelSetting>? Intents = null,
    IReadOnlyList<UrgencyRule>? UrgencyRules = null)
{
    /// <summary>Nothing of its own.</summary>
    public static readonly LabelConfiguration BuiltIn = new([], [], []);

    /// <summary>The same with empty lists where there were none.</summary>
    public LabelConfiguration Complete() => new(Categories ?? [], Intents ?? [], UrgencyRules ?? []);
}

/// <summary>A label with at least five sentences that belong to it.</summary>
internal sealed record LabelSetting(string? Name = null, IReadOnlyList<string?>? Examples = null);

/// <summary>A rule that a person wrote: when all of its conditions hold, the mail is as urgent as it says.</summary>
internal sealed record UrgencyRule(UrgencyCondition? When = null, string? Urgency = null);

/// <summary>When a rule applies; a condition that is left out always holds, and at least one must be given.</summary>
/// <param name="Words">One of these words or phrases stands in the subject or in the new text; a trailing * lets the last word go on.</param>
/// <param name="Senders">The sender's address is one of these, where * stands for anything: <c>*@vip.example</c>.</param>
/// <param name="DeadlineWithinHours">The mail names a deadline that is no further away than this, counted from its arrival.</param>
internal sealed record UrgencyCondition(IReadOnlyList<string?>? Words = null, IReadOnlyList<string?>? Senders = null, double? DeadlineWithinHours = null);
