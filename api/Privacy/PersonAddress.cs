using System.Text.Json;

namespace OutlookAssist.Privacy;

/// <summary>A mail address as the name of a person whose records are looked for.</summary>
internal static class PersonAddress
{
    private const int Longest = 254;
    private const int LongestName = 64;

    /// <summary>Reads one address, trimmed and in lower case; false for anything else: names, lists, wildcards, texts without a domain.</summary>
    public static bool TryRead(string? text, out string address)
    {
        address = text?.Trim().ToLowerInvariant() ?? "";
        var at = address.LastIndexOf('@');
        return at is > 0 and <= LongestName && address.Length <= Longest && IsDomain(address[(at + 1)..])
            && address[..at].All(character => char.IsLetterOrDigit(character) || (character < 128 && ".!#$%&'+/=?^_`{|}~-".Contains(character, StringComparison.Ordinal)));
    }

    /// <summary>Whether the text names the address: as a whole, not as a piece of a longer one.</summary>
    public static bool IsIn(string? text, string address)
    {
        for (var at = IndexOf(text, address, 0); at >= 0; at = IndexOf(text, address, at + 1))
        {
            if (!IsContinued(text!, at - 1) && !GoesOn(text!, at + address.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the texts in a piece of JSON names the address, however it is escaped there.</summary>
    public static bool IsInJson(string json, string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        if (domain.All(char.IsAscii) && !json.Contains(domain, StringComparison.OrdinalIgnoreCase))
        {
            return false; // The common case must not cost a reading.
        }

        using var document = JsonDocument.Parse(json);
        return Texts(document.RootElement).Any(text => IsIn(text, address));
    }

    /// <summary>The text with the mask in place of the address.</summary>
    public static string Without(string text, string address, string mask)
    {
        for (var at = IndexOf(text, address, 0); at >= 0; at = IndexOf(text, address, at))
        {
            text = IsContinued(text, at - 1) || GoesOn(text, at + address.Length) ? text : string.Concat(text.AsSpan(0, at), mask, text.AsSpan(at + address.Length));
            at += mask.Length;
            if (at >= text.Length)
            {
                break;
            }
        }

        return text;
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };

    private static int IndexOf(string? text, string address, int start) => text?.IndexOf(address, start, StringComparison.OrdinalIgnoreCase) ?? -1;

    private static bool IsContinued(string text, int before) => before >= 0 && (char.IsLetterOrDigit(text[before]) || "._%+-".Contains(text[before], StringComparison.Ordinal));

    /// <summary>A dot ends a sentence, or goes on into a longer domain.</summary>
    private static bool GoesOn(string text, int after) =>
        after < text.Length && (char.IsLetterOrDigit(text[after]) || text[after] == '-' || (text[after] == '.' && after + 1 < text.Length && char.IsLetterOrDigit(text[after + 1])));

    private static bool IsDomain(string domain) =>
        domain.Split('.') is { Length: >= 2 } labels && labels.All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(character => char.IsLetterOrDigit(character) || character == '-'));
}
