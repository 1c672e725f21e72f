using System.Text.Json;

namespace OutlookAssist.Access;

/// <summary>Reads claims that may be a text, a list of texts, or missing.</summary>
internal static class TokenClaims
{
    private const int LongestIdentifier = 200;

    /// <summary>The texts of a claim; a single text counts as a list of one.</summary>
    public static IEnumerable<string> Texts(JsonElement claims, string name) => !claims.TryGetProperty(name, out var claim) ? [] : claim.ValueKind switch
    {
        JsonValueKind.String => [claim.GetString()!],
        JsonValueKind.Array => claim.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };

    /// <summary>The one text of a claim, or null.</summary>
    public static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.String ? claim.GetString() : null;

    /// <summary>A claim that identifies something: short, and of characters that can do no harm in a log or a path.</summary>
    public static string? Identifier(JsonElement claims, string name) =>
        Text(claims, name) is { Length: > 0 and <= LongestIdentifier } text && text.All(character => character is > ' ' and < (char)127) ? text : null;

    /// <summary>Whether a list of words divided by spaces holds the word.</summary>
    public static bool HasWord(JsonElement claims, string name, string word) =>
        Texts(claims, name).Any(text => text.Split(' ').Contains(word, StringComparer.Ordinal));
}
