using System.Text.Json;

namespace OutlookAssist.Knowledge;

/// <summary>The tags of a document: keys compare without case, values exactly, and a key may have several values.</summary>
internal static class DocumentTags
{
    private const int LongestPart = 200;

    /// <summary>The stored JSON as a dictionary.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Parse(string stored) =>
        new Dictionary<string, IReadOnlyList<string>>(
            JsonSerializer.Deserialize<Dictionary<string, List<string>>>(stored)!.Select(tag => KeyValuePair.Create(tag.Key, (IReadOnlyList<string>)tag.Value)),
            StringComparer.OrdinalIgnoreCase);

    /// <summary>The dictionary as stored JSON.</summary>
    public static string Format(IReadOnlyDictionary<string, IReadOnlyList<string>> tags) => JsonSerializer.Serialize(tags);

    /// <summary>Reads <c>key:value</c> pairs, split at the first colon; false with a sentence when one is not such a pair.</summary>
    public static bool TryRead(IEnumerable<string> pairs, out IReadOnlyDictionary<string, IReadOnlyList<string>> tags, out string? problem)
    {
        var read = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        problem = null;
        foreach (var pair in pairs)
        {
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            if (pair[..Math.Max(0, colon)].Trim().Length == 0 || colon == pair.Length - 1 || pair.Length > LongestPart)
            {
                problem = $"A tag is key:value, at most {LongestPart} characters long.";
            }
            else if (pair.TrimStart().StartsWith("__", StringComparison.Ordinal))
            {
                problem = "Tags that begin with two underscores are reserved.";
            }
            else if (pair.Any(char.IsControl))
            {
                problem = "A tag has no control characters.";
            }
            else
            {
                var key = pair[..colon].Trim();
                (read.TryGetValue(key, out var values) ? values : read[key] = []).Add(pair[(colon + 1)..].Trim());
            }
        }

        tags = read.ToDictionary(tag => tag.Key, tag => (IReadOnlyList<string>)tag.Value, StringComparer.OrdinalIgnoreCase);
        return problem is null;
    }
}
