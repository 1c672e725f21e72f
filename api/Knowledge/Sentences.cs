namespace OutlookAssist.Knowledge;

/// <summary>Cuts long text after sentences, or after words where a sentence has no end.</summary>
internal static class Sentences
{
    private static readonly HashSet<string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        "approx", "art", "bzw", "ca", "cf", "fig", "figs", "inkl", "max", "min", "nos", "pp", "prof", "resp", "sec", "sog", "str", "tel", "usw", "vgl", "vs",
    };

    /// <summary>Pieces of at most <paramref name="target"/> characters; the first of at most <paramref name="first"/>. The white space at a cut is dropped.</summary>
    public static IEnumerable<string> Pieces(string text, int target, int first)
    {
        var start = 0;
        var room = first;
        while (text.Length - start > room)
        {
            var cut = LastEnd(text, start, room);
            yield return text[start..cut].TrimEnd();
            start = cut;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
            room = target;
        }

        if (start < text.Length)
            yield return text[start..];
    }

    private static int LastEnd(string text, int start, int room)
    {
        var lastSpace = -1;
        for (var index = start + room - 1; index > start + room / 3; index--)
        {
            if (IsEnd(text, index))
                return index + 1;
            if (lastSpace < 0 && char.IsWhiteSpace(text[index]))
                lastSpace = index;
        }

        if (lastSpace > 0)
            return lastSpace;
        var cut = start + room;
        return char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
    }

    private static bool IsEnd(string text, int index)
    {
        var character = text[index];
        if (character is '\n' or '。' or '！' or '？')
            return true;
        if (index + 1 >= text.Length || !char.IsWhiteSpace(text[index + 1]))
            return false;
        if (character is '"' or '”' or ')' or '’')
            return index > 0 && text[index - 1] is '.' or '!' or '?';
        if (character is '!' or '?' or '؟' or '।')
            return true;
        return character == '.' && index + 2 < text.Length && !char.IsLower(text[index + 2]) && !IsAbbreviation(text, index);
    }

    /// <summary>"Mr. Smith", "No. 5", "J. Doe" and "z.B. Bonn" go on: a short word with a capital, a single letter, or one of the usual.</summary>
    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text.AsSpan(start, dot - start);
        if (word.Length == 0)
            return true;
        return (word.Length <= 3 && char.IsUpper(word[0]) && word.ContainsAnyInRange('a', 'z')) || (word.Length == 1 && char.IsLetter(word[0]))
            || word.Contains('.') && char.IsLetter(word[^1]) || Usual.Contains(word.ToString());
    }
}
