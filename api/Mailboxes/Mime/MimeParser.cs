using System.Text;

namespace OutlookAssist.Mailboxes.Mime;

/// <summary>Takes the bytes of a message apart into its tree of parts, however damaged they are.</summary>
/// <remarks>Bodies are slices of the input and boundaries are found by vectorised search, so that a large attachment costs one pass over memory.</remarks>
internal sealed class MimeParser(Defects defects)
{
    private const int MaximumDepth = 30;
    private const int MaximumParts = 5000;

    private int parts;
    private bool isNestingBroken;

    /// <summary>Every delimiter that the message declares, without its leading hyphens.</summary>
    public HashSet<string> Boundaries { get; } = new(StringComparer.Ordinal);

    /// <summary>Parses a whole message.</summary>
    public MimePart Parse(ReadOnlyMemory<byte> message) => ParsePart(message, 0, isClosed: true, "text/plain");

    private MimePart ParsePart(ReadOnlyMemory<byte> source, int depth, bool isClosed, string defaultType)
    {
        parts++;
        var isDoubtful = isNestingBroken;
        var header = HeaderBlock.Read(source.Span, defects, out var bodyStart);
        var body = source[bodyStart..];
        var stated = header.First("Content-Type");
        var type = ContentField.Parse(stated.IsEmpty ? Encoding.ASCII.GetBytes(defaultType) : stated, defects);
        var disposition = ContentField.Parse(header.First("Content-Disposition"), defects);
        if (!type.Value.StartsWith("multipart/", StringComparison.Ordinal))
            return new MimePart(header, type, disposition, body, [], isDoubtful);
        var boundary = type["boundary"];
        if (string.IsNullOrEmpty(boundary))
        {
            defects.Add(Defects.MissingBoundary);
            boundary = GuessBoundary(body.Span);
        }

        if (boundary is null)
            return new MimePart(header, ContentField.Parse("text/plain"u8, defects), disposition, body, [], isDoubtful);
        if (depth >= MaximumDepth)
        {
            defects.Add(Defects.TooComplex);
            return new MimePart(header, type, disposition, body, [], isDoubtful);
        }

        Boundaries.Add(boundary);
        var children = ParseChildren(body, Encoding.UTF8.GetBytes(boundary), depth, isClosed, type.Value == "multipart/digest" ? "message/rfc822" : "text/plain");
        // A multipart in which no delimiter stands has its words in the body itself.
        return children.Count == 0 && depth == 0 && !body.Span.Trim(" \t\r\n"u8).IsEmpty && body.Span.IndexOf(Encoding.UTF8.GetBytes($"--{boundary}")) < 0
            ? new MimePart(header, ContentField.Parse("text/plain"u8, defects), disposition, body, [], isDoubtful)
            : new MimePart(header, type, disposition, body, children, isDoubtful);
    }

    private List<MimePart> ParseChildren(ReadOnlyMemory<byte> body, byte[] boundary, int depth, bool isOuterClosed, string defaultType)
    {
        var children = new List<MimePart>();
        var span = body.Span;
        var at = FindDelimiter(span, 0, boundary, out var next, out var isLast);
        while (at >= 0 && !isLast)
        {
            var start = next;
            at = FindDelimiter(span, start, boundary, out next, out isLast);
            var isClosed = at >= 0;
            if (!isClosed)
            {
                defects.Add(Defects.Truncated);
                if (depth > 0 && isOuterClosed)
                    BreakNesting();
            }

            var end = isClosed ? BeforeLineBreak(span, start, at) : WithoutGluedEnd(span, start, boundary);
            if (parts >= MaximumParts)
            {
                defects.Add(Defects.TooComplex);
                return children;
            }

            // Two delimiters with nothing between them are no part.
            if (end > start)
                children.Add(ParsePart(body[start..end], depth + 1, isClosed, defaultType));
        }

        return children;
    }

    /// <summary>An inner multipart was cut off by the outer one: what stands behind this place may belong to either.</summary>
    private void BreakNesting()
    {
        if (parts <= 1)
            return;
        defects.Add(Defects.BrokenNesting);
        isNestingBroken = true;
    }

    /// <summary>The start of the next line that is this delimiter, or −1; <paramref name="next"/> is where the line after it begins.</summary>
    private static int FindDelimiter(ReadOnlySpan<byte> body, int from, byte[] boundary, out int next, out bool isLast)
    {
        isLast = false;
        next = body.Length;
        var at = from;
        while (at < body.Length)
        {
            var found = body[at..].IndexOf(boundary);
            if (found < 0)
                return -1;
            var start = at + found - 2;
            at += found + boundary.Length;
            if (start < from || body[start] != '-' || body[start + 1] != '-' || (start > 0 && body[start - 1] is not ((byte)'\n' or (byte)'\r')))
                continue;
            var after = body[at..];
            var feed = after.IndexOf((byte)'\n');
            var tail = (feed < 0 ? after : after[..feed]).TrimEnd(" \t\r"u8);
            if (!tail.IsEmpty && !tail.StartsWith("--"u8))
                continue;
            isLast = !tail.IsEmpty;
            next = feed < 0 ? body.Length : at + feed + 1;
            return start;
        }

        return -1;
    }

    /// <summary>Some programs forget the line break before the last delimiter.</summary>
    private static int WithoutGluedEnd(ReadOnlySpan<byte> body, int start, byte[] boundary)
    {
        var rest = body[start..].TrimEnd(" \t\r\n"u8);
        return rest.EndsWith("--"u8) && rest[..^2].EndsWith(boundary) && rest[..^(2 + boundary.Length)].EndsWith("--"u8)
            ? start + rest.Length - boundary.Length - 4
            : body.Length;
    }

    private static int BeforeLineBreak(ReadOnlySpan<byte> body, int from, int at)
    {
        if (at > from && body[at - 1] == '\n')
            at--;
        if (at > from && body[at - 1] == '\r')
            at--;
        return at;
    }

    /// <summary>A body that begins with "--something" and a header line names its boundary itself.</summary>
    private static string? GuessBoundary(ReadOnlySpan<byte> body)
    {
        var start = body.StartsWith("--"u8) ? 0 : body.IndexOf("\n--"u8) + 1;
        if (start == 0 && !body.StartsWith("--"u8))
            return null;
        var line = body[(start + 2)..];
        var feed = line.IndexOf((byte)'\n');
        if (feed is < 2 or > 200)
            return null;
        var rest = line[(feed + 1)..];
        return rest.StartsWith("Content-"u8) ? Encoding.Latin1.GetString(line[..feed].TrimEnd(" \t\r"u8)) : null;
    }
}
