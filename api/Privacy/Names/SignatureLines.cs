namespace OutlookAssist.Privacy.Names;

/// <summary>A name that has a line to itself: above an address or a telephone number, or below a closing.</summary>
internal static class SignatureLines
{
    private const int LongestClosing = 40;

    /// <summary>True when the stretch is a whole line, but for quote marks, and a neighbouring line tells a person's.</summary>
    public static bool Has(string text, int start, int end)
    {
        var lineStart = start;
        while (lineStart > 0 && text[lineStart - 1] is ' ' or '\t' or '>')
            lineStart--;
        if (lineStart > 0 && text[lineStart - 1] != '\n')
            return false;
        var lineEnd = end;
        while (lineEnd < text.Length && text[lineEnd] is ' ' or '\t' or ',' or '\r')
            lineEnd++;
        if (lineEnd < text.Length && text[lineEnd] != '\n')
            return false;
        return HasContactBelow(text.AsSpan(lineEnd)) || IsClosing(text.AsSpan(0, lineStart));
    }

    private static bool HasContactBelow(ReadOnlySpan<char> below)
    {
        var lines = 0;
        foreach (var line in below.EnumerateLines())
        {
            if (line.Trim(" \t>").IsEmpty)
                continue;
            if (line.Length <= 80 && (line.IndexOfAnyInRange('0', '9') >= 0 || line.Contains('@')))
                return true;
            if (++lines == 2)
                return false;
        }

        return false;
    }

    private static bool IsClosing(ReadOnlySpan<char> above)
    {
        var line = above.TrimEnd(" \t\r\n>");
        line = line[(line.LastIndexOf('\n') + 1)..];
        return line.Length is > 1 and <= LongestClosing && line[^1] == ',';
    }
}
