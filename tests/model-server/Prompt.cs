using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OutlookAssist.ModelServer;

/// <summary>What a model is given: all of its text, and the marked sections where the product sent some.</summary>
public sealed partial class Prompt
{
    private readonly Dictionary<string, JsonElement> _sections;

    private Prompt(string text, Dictionary<string, JsonElement> sections)
    {
        Text = text;
        _sections = sections;
    }

    /// <summary>All messages, one after the other.</summary>
    public string Text { get; }

    /// <summary>The questions to answer.</summary>
    public IReadOnlyList<PromptQuestion> Questions => [.. Items("questions").Select(item => new PromptQuestion(item.GetProperty("number").GetInt32(), item.GetProperty("text").GetString()!, [.. item.GetProperty("passages").EnumerateArray().Select(id => id.GetString()!)]))];

    /// <summary>The passages to answer from.</summary>
    public IReadOnlyList<PromptPassage> Passages => [.. Items("passages").Select(item => new PromptPassage(item.GetProperty("id").GetString()!, item.GetProperty("text").GetString()!))];

    /// <summary>Everything that a stranger may have written, in the order in which it stands.</summary>
    public IEnumerable<string> Foreign => _sections.Values.SelectMany(Strings);

    /// <summary>A section as JSON, when there is one.</summary>
    public JsonElement? Section(string name) => _sections.TryGetValue(name, out var section) ? section : null;

    /// <summary>Reads a completion request.</summary>
    public static Prompt Read(JsonObject request)
    {
        var text = string.Join('\n', request["messages"]!.AsArray().Select(message => message!["content"] is JsonArray parts ? string.Concat(parts.Select(part => part!["text"]?.GetValue<string>())) : message["content"]?.GetValue<string>() ?? ""));
        var sections = new Dictionary<string, JsonElement>();
        foreach (Match match in Marked().Matches(text))
        {
            sections[match.Groups[2].Value] = JsonSerializer.Deserialize<JsonElement>(match.Groups[3].Value);
        }

        return new Prompt(text, sections);
    }

    private IEnumerable<JsonElement> Items(string name) => Section(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };

    [GeneratedRegex(@"^\[([0-9a-f]{8,}):(\w+)\]\n(.*)\n\[/\1:\2\]", RegexOptions.Multiline)]
    private static partial Regex Marked();
}

/// <summary>A question and the passages that were found for it.</summary>
public sealed record PromptQuestion(int Number, string Text, IReadOnlyList<string> Passages);

/// <summary>A passage by its name in this prompt.</summary>
public sealed record PromptPassage(string Id, string Text);
