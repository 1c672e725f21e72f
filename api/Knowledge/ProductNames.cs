namespace OutlookAssist.Knowledge;

/// <summary>The products of an organisation, ready to be found in a text.</summary>
internal sealed class ProductNames
{
    private readonly Dictionary<string, List<string>>.AlternateLookup<ReadOnlySpan<char>> byFirstWord;

    /// <summary>Takes the names as people wrote them.</summary>
    public ProductNames(IEnumerable<string> names)
    {
        var first = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal))
        {
            var key = name[..WordLength(name)];
            (first.TryGetValue(key, out var same) ? same : first[key] = []).Add(name);
        }

        byFirstWord = first.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Where the longest product ends whose name begins here, whatever its case; 0 when none does.</summary>
    public int EndOf(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (!byFirstWord.TryGetValue(rest[..WordLength(rest)], out var names))
            return 0;
        foreach (var name in names)
        {
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length])))
                return start + name.Length;
        }

        return 0;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length]))
            length++;
        return Math.Max(1, Math.Min(length, text.Length));
    }
}
