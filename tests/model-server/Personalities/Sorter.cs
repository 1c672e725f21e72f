using System.Text.Json;

namespace OutlookAssist.ModelServer.Personalities;

/// <summary>Sorts mail: takes the labels whose names stand in it, says neutral and normal where nothing speaks against it, and leaves drafts to a competent colleague.</summary>
public sealed class Sorter : IPersonality
{
    private readonly Competent _colleague = new();

    /// <inheritdoc />
    public string Answer(Prompt prompt)
    {
        if (prompt.Section("categories") is not { } categories || prompt.Section("intents") is not { } intents)
        {
            return _colleague.Answer(prompt);
        }

        var words = Words.Of(string.Join(' ', prompt.Section("mail")!.Value.EnumerateObject().Select(part => part.Value.GetString()))).ToHashSet();
        var category = NamedIn(words, categories);
        return JsonSerializer.Serialize(new
        {
            sentiment = words.Overlaps(["broken", "angry", "terrible"]) ? "very negative" : words.Overlaps(["thanks", "great"]) ? "positive" : "neutral",
            urgency = words.Overlaps(["standstill"]) ? "critical" : words.Overlaps(["today", "urgent"]) ? "high" : "normal",
            category = category ?? categories.EnumerateArray().Last().GetProperty("name").GetString(),
            intent = NamedIn(words, intents) ?? "none",
            certainty = category is null ? "guessing" : "sure",
        });
    }

    private static string? NamedIn(HashSet<string> words, JsonElement labels) =>
        labels.EnumerateArray().Select(label => label.GetProperty("name").GetString()!).FirstOrDefault(name => name.Split('_').All(words.Contains));
}
