using System.Text.Json;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Reads JSON as statements about named things: one row per object, nested names as headings.</summary>
internal static class JsonReader
{
    /// <summary>Adds the text to the document.</summary>
    public static void Read(string text, DocumentBuilder document)
    {
        try
        {
            using var tree = Parse(text, document);
            if (tree is not null)
            {
                Add(tree.RootElement, "", 0, document);
                return;
            }
        }
        catch (JsonException exception) when (exception.Message.Contains("maximum configured depth", StringComparison.Ordinal))
        {
            throw ExtractionFailures.TooComplex();
        }
        catch (JsonException)
        {
            // One object per line is usual for exports; each line is then read on its own.
        }

        foreach (var line in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
                AddLine(line, document);
        }
    }

    private static JsonDocument? Parse(string text, DocumentBuilder document) =>
        string.IsNullOrWhiteSpace(text) ? null : JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = document.Budget.Options.Depth });

    private static void AddLine(string line, DocumentBuilder document)
    {
        try
        {
            using var tree = Parse(line, document);
            if (tree is not null)
                Add(tree.RootElement, "", 0, document);
        }
        catch (JsonException)
        {
            // Broken JSON is still text that somebody wrote.
            document.Paragraph(line);
        }
    }

    private static void Add(JsonElement element, string name, int depth, DocumentBuilder document)
    {
        if (element.ValueKind == JsonValueKind.Object)
            AddObject(element, name, depth, document);
        else if (element.ValueKind == JsonValueKind.Array)
            AddArray(element, name, depth, document);
        else
            document.Paragraph(Named(name, Value(element)));
    }

    private static void AddObject(JsonElement element, string name, int depth, DocumentBuilder document)
    {
        if (name.Length > 0)
            document.Heading(name, depth);
        var plain = element.EnumerateObject().Where(property => IsPlain(property.Value)).Select(property => Named(property.Name, Value(property.Value))).Where(text => text.Length > 0);
        var row = string.Join("; ", plain);
        if (row.Length > 0)
            document.TableRow(row);
        foreach (var property in element.EnumerateObject())
        {
            if (!IsPlain(property.Value))
                Add(property.Value, property.Name, Math.Min(depth + 1, 6), document);
        }
    }

    private static void AddArray(JsonElement element, string name, int depth, DocumentBuilder document)
    {
        var isPlain = element.EnumerateArray().All(IsPlain);
        if (isPlain)
        {
            document.Paragraph(Named(name, string.Join(", ", element.EnumerateArray().Select(Value))));
            return;
        }

        if (name.Length > 0)
            document.Heading(name, depth);
        foreach (var item in element.EnumerateArray())
            Add(item, "", depth, document);
    }

    private static bool IsPlain(JsonElement element) => element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static string Named(string name, string value) => value.Length == 0 ? "" : name.Length == 0 ? value : $"{name}: {value}";

    private static string Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() ?? "",
        JsonValueKind.Null => "",
        _ => element.GetRawText(),
    };
}
