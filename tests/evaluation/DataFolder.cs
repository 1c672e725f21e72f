using System.Text.Json;

namespace OutlookAssist.Evaluation;

/// <summary>A folder of evaluation data: JSON lines by relative name, and plain files beside them.</summary>
internal sealed class DataFolder(string path)
{
    public bool Has(string name) => File.Exists(PathOf(name)) || Directory.Exists(PathOf(name));

    public string PathOf(string name) => Path.Combine(path, name);

    /// <summary>The rows of a JSON-lines file, in its order.</summary>
    public IReadOnlyList<JsonElement> Rows(string name)
    {
        var rows = new List<JsonElement>();
        foreach (var line in File.ReadLines(PathOf(name)))
        {
            if (line.Length == 0)
                continue;
            using var document = JsonDocument.Parse(line);
            rows.Add(document.RootElement.Clone());
        }

        return rows;
    }

    /// <summary>The files of a folder in name order.</summary>
    public IReadOnlyList<string> FilesOf(string name, string pattern = "*") =>
        [.. Directory.GetFiles(PathOf(name), pattern).Order(StringComparer.Ordinal)];
}

/// <summary>Reads fields of a row, which may be missing or null.</summary>
internal static class Row
{
    public static string Text(this JsonElement row, string name) =>
        !row.TryGetProperty(name, out var value) ? ""
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.ValueKind == JsonValueKind.Null ? "" : value.ToString();

    public static double Number(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;

    public static bool Flag(this JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonElement> List(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>The field of a field, or an undefined element that reads as empty.</summary>
    public static JsonElement Part(this JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : Empty;

    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;
}
