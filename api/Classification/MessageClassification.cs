using System.Text.Json.Serialization;

namespace OutlookAssist.Classification;

/// <summary>What one mail is about, how it feels and how much it hurries: the shape of <c>classification</c> in the public API.</summary>
/// <param name="Sentiment">How the writer feels.</param>
/// <param name="Urgency">How soon an answer is due, with the reasons.</param>
/// <param name="Category">The best of the configured categories.</param>
/// <param name="Intents">At least one, best first.</param>
/// <param name="OutOfScope">True when no configured intent fits.</param>
/// <param name="Language">The language of the new text.</param>
/// <param name="Entities">Numbers, dates, amounts and products found; offsets are UTF-16 code units of the new text.</param>
/// <param name="Automatic">Whether a machine wrote it.</param>
/// <param name="Uncertain">True when a person should look before anything is done by these labels.</param>
/// <param name="Engine">The language model that chose the labels; null when the product did.</param>
internal sealed record MessageClassification(
    SentimentResult Sentiment,
    UrgencyResult Urgency,
    LabelResult Category,
    IReadOnlyList<LabelResult> Intents,
    bool OutOfScope,
    LanguageResult Language,
    IReadOnlyList<EntityResult> Entities,
    AutomaticResult Automatic,
    bool Uncertain,
    LabellingEngine? Engine = null);

/// <summary>A language model by its provider and name.</summary>
internal sealed record LabellingEngine(string Provider, string Model);

/// <summary><c>Label</c> is negative, neutral or positive; <c>Score</c> −1…1; <c>Confidence</c> 0…1.</summary>
internal sealed record SentimentResult(string Label, double Score, double Confidence);

/// <summary><c>Label</c> is low, normal, high or critical; <c>Deadline</c> is the named moment in UTC, when one is named.</summary>
internal sealed record UrgencyResult(
    string Label,
    double Confidence,
    IReadOnlyList<string> Reasons,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? Deadline);

/// <summary>One label of a configured list with its calibrated confidence 0…1.</summary>
internal sealed record LabelResult(string Label, double Confidence);

/// <summary>A BCP 47 tag with its confidence 0…1.</summary>
internal sealed record LanguageResult(string Tag, double Confidence);

/// <summary>Something named in the mail; <c>Start</c> and <c>End</c> count UTF-16 code units of the new text. <c>Value</c> is the day of a date as 2026-11-20, counted from the mail's own; null where it could be two, and for everything else.</summary>
internal sealed record EntityResult(string Type, string Text, int Start, int End, string? Value = null);

/// <summary>Whether a machine wrote the mail, and by which signs.</summary>
internal sealed record AutomaticResult(bool IsAutomatic, IReadOnlyList<string> Reasons);
