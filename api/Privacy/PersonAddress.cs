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

    private static int IndexOf(string? text, string address, int start) => text?.IndexOf(address, start, StringComparison.OrdinalIgnoreCase) ?? -1;

    private static bool IsContinued(string text, int before) => before >= 0 && (char.IsLetterOrDigit(text[before]) || "._%+-".Contains(text[before], StringComparison.Ordinal));

    /// <summary>A dot ends a sentence, or goes on into a longer domain.</summary>
    private static bool GoesOn(string text, int after) =>
        after < text.Length && (char.IsLetterOrDigit(text[after]) || text[after] == '-' || (text[after] == '.' && after + 1 < text.Length && char.IsLetterOrDigit(text[after + 1])));

    private static bool IsDomain(string domain) =>
        domain.Split('.') is { Length: >= 2 } labels && labels.All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(character => char.IsLetterOrDigit(character) || character == '-'));
}
