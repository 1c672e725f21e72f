using System.Text;

namespace OutlookAssist.Mailboxes.Providers.Imap;

/// <summary>One answer of an IMAP server taken apart: atoms, strings and lists, whatever was sent as a literal.</summary>
internal sealed class ImapAnswer
{
    private const int DeepestList = 20;

    private ImapAnswer(string tag, IReadOnlyList<ImapValue> values, string line) => (Tag, Values, Line) = (tag, values, line);

    /// <summary><c>*</c> for news, <c>+</c> for "go on", else the tag of the command it ends.</summary>
    public string Tag { get; }

    /// <summary>What follows the tag.</summary>
    public IReadOnlyList<ImapValue> Values { get; }

    /// <summary>The first line after its tag, for conditions and their codes.</summary>
    public string Line { get; }

    /// <summary>The word after the tag in capitals: OK, NO, BAD, BYE, FETCH …; after a number the word behind it.</summary>
    public string Kind => (Number is null ? Word(0) : Word(1)).ToUpperInvariant();

    /// <summary>The number of <c>* 12 EXISTS</c>; null where there is none.</summary>
    public uint? Number => uint.TryParse(Word(0), out var number) ? number : null;

    /// <summary>The code in square brackets, such as <c>UIDVALIDITY 12</c>; empty where there is none.</summary>
    public string Code
    {
        get
        {
            var open = Line.IndexOf('[', StringComparison.Ordinal);
            var close = open < 0 ? -1 : Line.IndexOf(']', open);
            return close < 0 || open > 6 ? "" : Line[(open + 1)..close];
        }
    }

    /// <summary>Reads the next answer with its literals.</summary>
    /// <param name="connection">Where from.</param>
    /// <param name="longestLine">In bytes, without literals.</param>
    /// <param name="largestLiteral">In bytes.</param>
    /// <param name="cancellation">Ends the reading and with it the connection.</param>
    public static async Task<ImapAnswer> ReadAsync(SecureConnection connection, int longestLine, int largestLiteral, CancellationToken cancellation)
    {
        var first = await connection.ReadLineAsync(longestLine, cancellation);
        var pieces = new List<(byte[] Text, byte[]? Literal)>();
        var line = first;
        while (LiteralSize(line) is { } size)
        {
            if (size > largestLiteral)
            {
                // Sizes are asked for first: a literal beyond them is a lie, and what follows it cannot be understood.
                throw SecureConnection.Nonsense();
            }

            pieces.Add((line.AsSpan(0, line.AsSpan().LastIndexOf((byte)'{')).ToArray(), await connection.ReadBytesAsync((int)size, cancellation)));
            line = await connection.ReadLineAsync(longestLine, cancellation);
        }

        pieces.Add((line, null));
        var text = Encoding.UTF8.GetString(first);
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var (tag, rest) = blank < 0 ? (text, "") : (text[..blank], text[(blank + 1)..]);
        // The words of a condition are for people and may hold anything, brackets and quotes included.
        return rest.Split(' ')[0].ToUpperInvariant() is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH" || tag == "+"
            ? new ImapAnswer(tag, [.. rest.Split(' ', 2).Select(word => new ImapValue(Encoding.UTF8.GetBytes(word)))], rest)
            : new ImapAnswer(tag, new Parser(pieces).Values(), rest);
    }

    private string Word(int index) => Values.Count > index ? Values[index].Text : "";

    private static long? LiteralSize(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[^1] != '}' || line.LastIndexOf((byte)'{') is not (>= 0 and var open))
        {
            return null;
        }

        var digits = Encoding.ASCII.GetString(line[(open + 1)..^1]).TrimEnd('+');
        return long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var size) ? size : null;
    }

    private sealed class Parser(List<(byte[] Text, byte[]? Literal)> pieces)
    {
        private int _piece;
        private int _at = Math.Max(0, pieces[0].Text.AsSpan().IndexOf((byte)' ') + 1);

        public List<ImapValue> Values(int depth = 0)
        {
            if (depth > DeepestList)
            {
                throw SecureConnection.Nonsense();
            }

            var values = new List<ImapValue>();
            while (true)
            {
                var text = pieces[_piece].Text;
                if (_at >= text.Length)
                {
                    if (pieces[_piece].Literal is not { } literal)
                    {
                        return values;
                    }

                    values.Add(new ImapValue(literal));
                    (_piece, _at) = (_piece + 1, 0);
                    continue;
                }

                switch (text[_at])
                {
                    case (byte)' ':
                        _at++;
                        break;
                    case (byte)'(':
                        _at++;
                        values.Add(new ImapValue(Values(depth + 1)));
                        break;
                    case (byte)')':
                        _at++;
                        return values;
                    case (byte)'"':
                        values.Add(Quoted(text));
                        break;
                    default:
                        values.Add(Atom(text));
                        break;
                }
            }
        }

        private ImapValue Quoted(byte[] text)
        {
            var bytes = new List<byte>();
            for (_at++; _at < text.Length && text[_at] != '"'; _at++)
            {
                _at += text[_at] == '\\' && _at + 1 < text.Length ? 1 : 0;
                bytes.Add(text[_at]);
            }

            _at++;
            return new ImapValue([.. bytes]);
        }

        /// <summary>An atom; <c>BODY[HEADER.FIELDS (A B)]</c> is one, blanks and all.</summary>
        private ImapValue Atom(byte[] text)
        {
            var (start, brackets) = (_at, 0);
            while (_at < text.Length && (brackets > 0 || text[_at] is not ((byte)' ' or (byte)'(' or (byte)')')))
            {
                brackets += text[_at] == '[' ? 1 : text[_at] == ']' ? -1 : 0;
                _at++;
            }

            return new ImapValue(text[start.._at]);
        }
    }
}

/// <summary>An atom or string as bytes, or a list.</summary>
internal sealed class ImapValue
{
    /// <summary>A leaf.</summary>
    public ImapValue(byte[] bytes) => Bytes = bytes;

    /// <summary>A list.</summary>
    public ImapValue(IReadOnlyList<ImapValue> items) => Items = items;

    /// <summary>The bytes of a leaf.</summary>
    public byte[]? Bytes { get; }

    /// <summary>The values of a list; none for a leaf.</summary>
    public IReadOnlyList<ImapValue> Items { get; } = [];

    /// <summary>A leaf as text.</summary>
    public string Text => Bytes is null ? "" : Encoding.UTF8.GetString(Bytes);
}
