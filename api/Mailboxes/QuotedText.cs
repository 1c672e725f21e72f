using System.Text;

namespace OutlookAssist.Mailboxes;

/// <summary>Divides the plain text of a mail into what its writer says now, the history below or between it, and the signature.</summary>
internal static class QuotedText
{
    private enum LineKind : byte
    {
        New,
        Quoted,
        Signature,
    }

    /// <summary>Divides a text with line feeds; new text is never empty when the text has words.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="parts">What the mail's markup says about stretches of it.</param>
    /// <param name="isForward">True when the subject says that the mail was passed on: then the first mail header in it begins what it brings.</param>
    public static DividedText Divide(string text, IReadOnlyList<MarkedPart>? parts = null, bool isForward = false)
    {
        var lines = SplitSharedLines(text.Split('\n'), parts is null or []);
        var kinds = new LineKind[lines.Count];
        if (parts is not null)
            ApplyMarks(lines, parts, kinds);
        MarkHistory(lines, kinds, isForward);
        SignatureBlock.Mark(lines, at => kinds[at] == LineKind.New, at => kinds[at] = LineKind.Signature);

        var divided = new DividedText(Collect(lines, kinds, LineKind.New), Collect(lines, kinds, LineKind.Quoted), Collect(lines, kinds, LineKind.Signature));
        if (HasWords(divided.NewText) || !HasWords(text))
            return divided;
        // A mail that is nothing but history passes it on; one that is nothing but a signature says that much.
        return HasWords(divided.QuotedText)
            ? new DividedText(text.Trim(), string.Empty, string.Empty)
            : new DividedText(Collect(lines, kinds, LineKind.Signature), string.Empty, string.Empty);
    }

    private static List<string> SplitSharedLines(string[] source, bool mayInsert)
    {
        var lines = new List<string>(source.Length);
        foreach (var line in source)
        {
            var start = mayInsert ? ReplyHeader.FindShared(line) : -1;
            if (start > 0)
                lines.Add(line[..start]);
            lines.Add(start > 0 ? line[start..] : line);
        }

        return lines;
    }

    private static void ApplyMarks(List<string> lines, IReadOnlyList<MarkedPart> parts, LineKind[] kinds)
    {
        var starts = new int[lines.Count];
        for (var (i, offset) = (0, 0); i < lines.Count; offset += lines[i].Length + 1, i++)
            starts[i] = offset;
        foreach (var part in parts)
        {
            var first = Array.BinarySearch(starts, part.Start);
            first = first >= 0 ? first : Math.Max(0, ~first - 1);
            // A part that begins at the end of a line means the next one.
            while (first < lines.Count && (part.Start > starts[first] + IndentOf(lines[first]) || string.IsNullOrWhiteSpace(lines[first])))
                first++;
            if (first >= lines.Count || (part.Kind == MarkedPartKind.Quote && ReplyHeader.Find(lines, first).Kind == ReplyHeaderKind.Forward))
                continue;
            for (var i = first; i < lines.Count && starts[i] < part.End; i++)
            {
                if (kinds[i] == LineKind.New)
                    kinds[i] = part.Kind == MarkedPartKind.Quote ? LineKind.Quoted : LineKind.Signature;
            }
        }
    }

    private static void MarkHistory(List<string> lines, LineKind[] kinds, bool isForward)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (kinds[i] != LineKind.New)
                continue;
            if (IsQuoteLine(lines, i))
            {
                kinds[i] = LineKind.Quoted;
                continue;
            }

            if (i > 0 && kinds[i - 1] == LineKind.Quoted && ContinuesBrokenAddress(lines, i))
            {
                kinds[i] = LineKind.Quoted;
                continue;
            }

            var (kind, count) = ReplyHeader.Find(lines, i);
            if (kind == ReplyHeaderKind.None)
                continue;
            if (kind == ReplyHeaderKind.Forward || (isForward && kind is ReplyHeaderKind.Block))
            {
                isForward = false;
                i += count - 1;
                continue;
            }

            var end = kind == ReplyHeaderKind.Attribution && AnswersMayFollow(lines, kinds, i + count) ? i + count : lines.Count;
            // The line that a program draws above the header belongs to it.
            for (var above = i - 1; above >= 0 && (string.IsNullOrWhiteSpace(lines[above]) || ReplyHeader.IsRule(lines[above].AsSpan().Trim())); above--)
                kinds[above] = LineKind.Quoted;
            for (; i < end; i++)
                kinds[i] = LineKind.Quoted;
            i--;
        }
    }

    private static bool IsQuoteLine(List<string> lines, int at)
    {
        var line = lines[at].AsSpan().TrimStart();
        if (line.IsEmpty || line[0] is not ('>' or '＞'))
            return false;
        // Mail stores put one > before a line of text that begins with "From ".
        return !line.StartsWith(">From ") || (at > 0 && lines[at - 1].TrimStart().StartsWith('>'));
    }

    /// <summary>A quoted line was wrapped inside an address, and its tail lost the mark.</summary>
    private static bool ContinuesBrokenAddress(List<string> lines, int at)
    {
        if (at + 1 >= lines.Count || !lines[at + 1].TrimStart().StartsWith('>'))
            return false;
        var before = lines[at - 1].AsSpan().TrimEnd();
        var lastWord = before[(before.LastIndexOf(' ') + 1)..];
        return lastWord.Contains("://", StringComparison.Ordinal) && !lines[at].AsSpan().Trim().Contains(' ') && !string.IsNullOrWhiteSpace(lines[at]);
    }

    private static bool AnswersMayFollow(List<string> lines, LineKind[] kinds, int at)
    {
        while (at < lines.Count && string.IsNullOrWhiteSpace(lines[at]) && kinds[at] == LineKind.New)
            at++;
        return at < lines.Count && (kinds[at] == LineKind.Quoted || IsQuoteLine(lines, at));
    }

    private static string Collect(List<string> lines, LineKind[] kinds, LineKind wanted)
    {
        var text = new StringBuilder();
        var pendingBlank = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].AsSpan().TrimEnd();
            // An empty line between two stretches keeps them apart, whichever of them it was counted to.
            if (line.IsEmpty || kinds[i] != wanted)
            {
                pendingBlank |= line.IsEmpty;
                continue;
            }

            if (text.Length > 0)
                text.Append(pendingBlank ? "\n\n" : "\n");
            text.Append(line);
            pendingBlank = false;
        }

        return text.ToString().Trim();
    }

    private static bool HasWords(string text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                return true;
        }

        return false;
    }

    private static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart().Length;
}

/// <summary>The three parts of a mail's text; each may be empty, the first only when there are no words at all.</summary>
internal sealed record DividedText(string NewText, string QuotedText, string Signature);
