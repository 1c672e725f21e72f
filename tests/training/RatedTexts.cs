using System.Text.Json;

namespace OutlookAssist.Training;

/// <summary>One set of texts that people rated and whose licence lets us learn from it.</summary>
/// <param name="File">Below the data folder.</param>
/// <param name="Licence">Under which it may be learned from.</param>
/// <param name="Times">How often each row is shown: a set that is small for what it must teach is shown twice.</param>
internal sealed record RatedSet(string File, string Licence, int Times)
{
    // Raters' means between these are neither good nor bad.
    private const double Neutral = 0.8;

    /// <summary>Every set that sentiment is learned from.</summary>
    public static readonly RatedSet[] All =
    [
        new("text/senti4sd.jsonl", "MIT", 1),
        new("text/xlmt_sentiment.jsonl", "Apache-2.0", 2),
        new("text/vader_amazonReviewSnippets.jsonl", "MIT", 1),
        new("text/vader_tweets.jsonl", "MIT", 1),
    ];

    /// <summary>Its rows in their order.</summary>
    public List<RatedText> Read(string folder)
    {
        var rows = new List<RatedText>();
        foreach (var line in System.IO.File.ReadLines(Path.Combine(folder, File)))
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var group = row.TryGetProperty("lang", out var language) ? language.GetString()! : "";
            rows.Add(new RatedText(row.GetProperty("text").GetString()!, LabelOf(row), group));
        }

        return rows;
    }

    private static string LabelOf(JsonElement row) =>
        row.TryGetProperty("sentiment", out var label) ? label.GetString()!
        : row.GetProperty("mean").GetDouble() switch { > Neutral => "positive", < -Neutral => "negative", _ => "neutral" };
}

/// <summary>A text, what people felt in it, and the language it is reported under.</summary>
internal sealed record RatedText(string Text, string Label, string Group);
