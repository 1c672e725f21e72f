namespace OutlookAssist.Mailboxes;

/// <summary>Finds where the writer's words end and the name, title, numbers and small print begin.</summary>
internal static class SignatureBlock
{
    private const int MaximumLinesBelowDashes = 25;
    private const int MaximumLinesBelowClosing = 14;
    private const int LongestSignatureLine = 100;

    /// <summary>Reports the lines of the signature among those that <paramref name="isNew"/> accepts; leaves at least one line with words.</summary>
    public static void Mark(IReadOnlyList<string> lines, Predicate<int> isNew, Action<int> mark)
    {
        var filled = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (isNew(i) && !string.IsNullOrWhiteSpace(lines[i]))
                filled.Add(i);
        }

        var (start, end) = FindBlock(lines, filled);
        if (start <= 0)
            return;
        for (var i = start; i < end; i++)
            mark(filled[i]);
    }

    private static (int Start, int End) FindBlock(IReadOnlyList<string> lines, List<int> filled)
    {
        var count = filled.Count;
        ReadOnlySpan<char> Line(int at) => lines[filled[at]].AsSpan().Trim();

        // Small print comes last and may be long, so it is taken away before the rest is measured.
        var end = count;
        for (var at = count - 1; at > 0 && at >= count - 30; at--)
        {
            if (StartsWithAny(Line(at), SignaturePhrases.Disclaimers) && BeginsParagraph(lines, filled[at]))
                end = at;
        }

        var start = end;
        for (var at = Math.Max(1, end - MaximumLinesBelowDashes); at < end; at++)
        {
            if (Line(at) is "--" or "—" or "- --")
            {
                start = at;
                break;
            }
        }

        for (var at = Math.Max(1, end - 6); at < start; at++)
        {
            if (IsDeviceLine(Line(at)))
                start = at;
        }

        for (var at = Math.Max(0, start - MaximumLinesBelowClosing - 1); at < start; at++)
        {
            if (IsClosing(Line(at), out var isThanks) && BelowIsSignature(lines, filled, at + 1, start, isThanks))
            {
                var stop = FindAfterthought(lines, filled, at + 1, count);
                return (at, stop);
            }
        }

        if (start == end)
            start = FindContactBlock(lines, filled, end);
        return start < count ? (start, FindAfterthought(lines, filled, start + 1, count)) : (count, count);
    }

    private static bool BelowIsSignature(IReadOnlyList<string> lines, List<int> filled, int from, int to, bool needsName)
    {
        if (from >= to)
            return false;
        if (needsName && !LooksLikeName(lines[filled[from]].AsSpan().Trim()))
            return false;
        for (var at = from; at < to; at++)
        {
            var line = lines[filled[at]].AsSpan().Trim();
            if (StartsWithAny(line, SignaturePhrases.Afterthoughts))
                return at > from;
            if (line.Length > LongestSignatureLine || line.EndsWith('?') || IsSentence(line))
                return false;
        }

        return true;
    }

    private static int FindAfterthought(IReadOnlyList<string> lines, List<int> filled, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (StartsWithAny(lines[filled[at]].AsSpan().Trim(), SignaturePhrases.Afterthoughts))
                return at;
        }

        return to;
    }

    /// <summary>A last paragraph that begins with a name and has a telephone number or a web address needs no closing above it.</summary>
    private static int FindContactBlock(IReadOnlyList<string> lines, List<int> filled, int end)
    {
        var hasContact = false;
        for (var at = end - 1; at > 0 && at >= end - 10; at--)
        {
            var line = lines[filled[at]].AsSpan().Trim();
            if (line.Length > LongestSignatureLine || line.EndsWith('?') || IsSentence(line))
                return end;
            hasContact |= HasContact(line);
            if (!BeginsParagraph(lines, filled[at]))
                continue;
            if (hasContact && end - at >= 2 && LooksLikeName(line))
                return lines[filled[at - 1]].AsSpan().TrimEnd().EndsWith(':') ? end : at;
        }

        return end;
    }

    private static bool IsClosing(ReadOnlySpan<char> line, out bool isThanks)
    {
        isThanks = false;
        var bare = line.TrimEnd(" ,.!;:-–—").TrimStart("-–— ");
        if (bare.Length is 0 or > 48)
            return false;
        if (EqualsAny(bare, SignaturePhrases.Closings))
            return true;
        isThanks = EqualsAny(bare, SignaturePhrases.ThankingClosings);
        if (isThanks)
            return true;
        // "Best regards, Ana" above title and telephone.
        var comma = bare.IndexOf(',');
        return comma > 0 && LooksLikeName(bare[(comma + 1)..].Trim()) && EqualsAny(bare[..comma].Trim(), SignaturePhrases.Closings);
    }

    private static bool IsDeviceLine(ReadOnlySpan<char> line) => line.Length <= 120 && StartsWithAny(line.TrimStart("<([*_ "), SignaturePhrases.DeviceLines);

    private static bool LooksLikeName(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > 48 || line.IndexOfAny("?!@0123456789") >= 0)
            return false;
        var words = 0;
        foreach (var range in line.Split(' '))
        {
            var word = line[range].Trim(",.()*_");
            if (word.IsEmpty)
                continue;
            words++;
            if (char.IsLower(word[0]) && word is not ("von" or "van" or "de" or "der" or "den" or "da" or "di" or "del" or "la" or "le" or "und" or "and" or "y" or "e" or "et" or "zu" or "dos") && words > 1)
                return false;
        }

        return words is >= 1 and <= 5;
    }

    /// <summary>Eight words and a full stop are somebody talking, not a signature.</summary>
    private static bool IsSentence(ReadOnlySpan<char> line)
    {
        if (line[^1] is '。' && line.Length > 12)
            return true;
        if (line[^1] is not ('.' or '!' or '…'))
            return false;
        return line.Count(' ') >= 7;
    }

    private static bool HasContact(ReadOnlySpan<char> line)
    {
        var digits = 0;
        foreach (var character in line)
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        return digits is >= 7 and <= 16 || line.Contains("www.", StringComparison.OrdinalIgnoreCase) || line.Contains("http", StringComparison.OrdinalIgnoreCase) || (line.Contains('@') && !line.Contains(' '));
    }

    private static bool BeginsParagraph(IReadOnlyList<string> lines, int at) => at == 0 || string.IsNullOrWhiteSpace(lines[at - 1]) || ReplyHeader.IsRule(lines[at - 1].AsSpan().Trim());

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool EqualsAny(ReadOnlySpan<char> line, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (line.Equals(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
