using OutlookAssist.Classification;

namespace OutlookAssist.Tickets;

/// <summary>Says how much a mail hurries, 0 to 100, from everything that is known of it; its age counts in the queue by itself.</summary>
internal static class JudgePriority
{
    private const int Usual = 40;
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    /// <summary>The priority with the reasons that made it.</summary>
    /// <param name="classification">What was understood.</param>
    /// <param name="isImportant">Whether the sender is one of those who come first.</param>
    /// <param name="left">How much time a first reply has left; null without a service level.</param>
    public static TicketPriority Of(MessageClassification classification, bool isImportant, TimeSpan? left)
    {
        var reasons = new List<string>();
        var value = Usual;
        Add(classification.Urgency.Label switch { "critical" => 35, "high" => 20, "low" => -20, _ => 0 }, $"urgency: {classification.Urgency.Label}");
        Add(classification.Sentiment.Label == "negative" ? (int)Math.Round(10 * Math.Abs(classification.Sentiment.Score)) : 0, "sentiment: negative");
        Add(isImportant ? 15 : 0, "important sender");
        Add(left is not { } time ? 0 : time <= TimeSpan.Zero ? 20 : time <= Soon ? 10 : 0, "reply due");
        return new TicketPriority(Math.Clamp(value, 0, 100), reasons);

        void Add(int points, string reason)
        {
            value += points;
            if (points != 0)
            {
                reasons.Add(reason);
            }
        }
    }

    /// <summary>Why a person should have this mail at once; null when that is not so.</summary>
    public static string? NeedsPerson(MessageClassification classification, double humanBelowConfidence)
    {
        if (classification.Urgency.Label == "critical" || classification.Urgency.Reasons.Contains("legal threat"))
        {
            return EscalationReason.Urgent;
        }

        return classification.Uncertain && classification.Category.Confidence < humanBelowConfidence ? EscalationReason.Uncertain : null;
    }
}

/// <summary>0 to 100, and why.</summary>
internal sealed record TicketPriority(int Value, IReadOnlyList<string> Reasons);
