namespace OutlookAssist.Classification;

/// <summary>Decides how much a mail hurries, by rules that a person can read and that only ever add up: a further reason never makes a mail less urgent.</summary>
internal static class UrgencyRules
{
    private const int HighFrom = 2;
    private const int CriticalFrom = 6;
    private static readonly string[] Labels = ["low", "normal", "high", "critical"];

    /// <summary>Judges the new text with its subject.</summary>
    public static UrgencyResult Judge(UrgencyFacts facts)
    {
        var reasons = new List<string>();
        var folded = PhraseSet.Fold($"{facts.Subject}\n{facts.Text}");
        var isRelaxed = UrgencyPhrases.Relaxed.IsIn(folded);
        // "not urgent" must not count as "urgent".
        folded = UrgencyPhrases.Relaxed.RemoveFrom(folded);
        if (IsAdvertising(folded, facts))
            return new UrgencyResult("low", 0.9, ["advertising or list mail"], null);

        var deadline = facts.ReceivedAt is { } received ? FindDeadline.Find($"{facts.Subject}.\n{facts.Text}", received) : null;
        var points = Count(folded, facts, deadline, reasons, out var isCritical);
        var level = isCritical || points >= CriticalFrom ? 3 : points >= HighFrom ? 2 : 1;
        if (points == 0 && !isCritical && deadline is null)
        {
            if (isRelaxed)
                reasons.Add("the writer gives time");
            else if (facts.AsksNothing)
                reasons.Add("nothing is asked for");
            level = reasons.Count > 0 ? 0 : 1;
        }

        return new UrgencyResult(Labels[level], Confidence(level, points, isCritical), reasons, deadline?.At);
    }

    private static int Count(string folded, UrgencyFacts facts, Deadline? deadline, List<string> reasons, out bool isCritical)
    {
        var points = 0;
        bool Add(bool applies, int value, string reason)
        {
            if (!applies)
                return false;
            points += value;
            reasons.Add(reason);
            return true;
        }

        var isResolved = UrgencyPhrases.Resolved.IsIn(folded);
        var isOutage = Add(!isResolved && UrgencyPhrases.Outage.IsIn(folded), 4, "outage");
        var isUrgent = Add(UrgencyPhrases.Urgent.IsIn(folded) || HasHighImportance(facts.Headers), 2, "asks to hurry");
        var isSecurity = Add(UrgencyPhrases.Security.IsIn(folded), 2, "security");
        Add(UrgencyPhrases.Legal.IsIn(folded), 2, "legal threat");
        if (deadline is not null && facts.ReceivedAt is { } received)
        {
            var hours = (deadline.At - received).TotalHours;
            Add(true, hours <= 30 ? 2 : hours <= 80 ? 1 : 0, $"deadline: {deadline.Name}");
        }

        Add(UrgencyPhrases.Blocked.IsIn(folded), 1, "work is blocked");
        Add(UrgencyPhrases.Repeated.IsIn(folded), 1, "asked before");
        Add(facts.SentimentScore <= -0.75, 1, "very upset");
        isCritical = isOutage || (isSecurity && isUrgent);
        return points;
    }

    private static bool IsAdvertising(string folded, UrgencyFacts facts)
    {
        var signs = UrgencyPhrases.Advertising.CountIn(folded) + (facts.Text.Contains("% off", StringComparison.OrdinalIgnoreCase) || facts.Text.Contains("% Rabatt", StringComparison.OrdinalIgnoreCase) ? 1 : 0);
        return signs >= 2 || (facts.IsBulk && (signs >= 1 || !UrgencyPhrases.Outage.IsIn(folded)));
    }

    private static bool HasHighImportance(IReadOnlyDictionary<string, string>? headers)
    {
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            if (name.Equals("Importance", StringComparison.OrdinalIgnoreCase) && value.Trim().Equals("high", StringComparison.OrdinalIgnoreCase))
                return true;
            if (name.Equals("X-Priority", StringComparison.OrdinalIgnoreCase) && value.TrimStart().StartsWith('1'))
                return true;
        }

        return false;
    }

    private static double Confidence(int level, int points, bool isCritical) => level switch
    {
        3 => isCritical ? 0.9 : 0.7,
        2 => points >= 3 ? 0.85 : 0.7,
        1 => points == 0 ? 0.75 : 0.6,
        _ => 0.75,
    };
}

/// <summary>What the rules look at.</summary>
/// <param name="Subject">The subject, or nothing.</param>
/// <param name="Text">The new text.</param>
/// <param name="ReceivedAt">From when relative deadlines count; without it none is found.</param>
/// <param name="Headers">For the sender's own mark of importance.</param>
/// <param name="IsBulk">True for list mail and mass mailings.</param>
/// <param name="AsksNothing">True when the mail only thanks or praises.</param>
/// <param name="SentimentScore">−1…1.</param>
internal sealed record UrgencyFacts(
    string Subject,
    string Text,
    DateTimeOffset? ReceivedAt,
    IReadOnlyDictionary<string, string>? Headers,
    bool IsBulk,
    bool AsksNothing,
    double SentimentScore);
