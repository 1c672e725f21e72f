using System.Text;

namespace OutlookAssist.Mailboxes.Mime;

/// <summary>The header fields of a message or part, in order, as unfolded bytes.</summary>
internal sealed class HeaderBlock
{
    private const int MaximumFields = 2000;

    private readonly List<(string Name, byte[] Value)> fields = [];

    /// <summary>Name and raw value of every field.</summary>
    public IReadOnlyList<(string Name, byte[] Value)> Fields => fields;

    /// <summary>The raw value of the first field of this name; empty when there is none.</summary>
    public ReadOnlySpan<byte> First(string name)
    {
        foreach (var field in fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return field.Value;
        }

        return default;
    }

    /// <summary>How many fields have this name.</summary>
    public int Count(string name) => fields.Count(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads fields from the front of <paramref name="source"/>; returns where the body begins.</summary>
    public static HeaderBlock Read(ReadOnlySpan<byte> source, Defects defects, out int bodyStart)
    {
        var block = new HeaderBlock();
        var at = 0;
        // Mail stores put a line "From ana Thu Jan 1 …" before the first field.
        if (source.StartsWith("From "u8) && !source[5..].TrimStart(" \t"u8).StartsWith(":"u8))
            at = LineEnd(source, 0);
        while (at < source.Length)
        {
            var end = LineEnd(source, at);
            var line = source[at..end].TrimEnd("\r\n"u8);
            if (line.IsEmpty)
            {
                bodyStart = end;
                return block;
            }

            var colon = line.IndexOf((byte)':');
            var name = colon > 0 ? line[..colon].TrimEnd(" \t"u8) : default;
            if (!IsName(name) && block.fields.Count > 0 && line.StartsWith("=?"u8))
            {
                // A folded encoded word that lost the blank before it.
                block.fields[^1] = (block.fields[^1].Name, [.. block.fields[^1].Value, (byte)' ', .. line]);
                at = end;
                continue;
            }

            if (!IsName(name))
            {
                defects.Add(Defects.BrokenHeader);
                // A line that is no field at all begins the body; one stray line among fields does not.
                if (!LooksLikeFields(source[end..]))
                {
                    bodyStart = at;
                    return block;
                }

                at = end;
                continue;
            }

            var valueEnd = end;
            while (valueEnd < source.Length && source[valueEnd] is (byte)' ' or (byte)'\t' && !source[valueEnd..LineEnd(source, valueEnd)].Trim(" \t\r\n"u8).IsEmpty)
                valueEnd = LineEnd(source, valueEnd);
            if (block.fields.Count < MaximumFields)
                block.fields.Add((Encoding.ASCII.GetString(name), Unfold(source[(at + colon + 1)..valueEnd])));
            at = valueEnd;
        }

        bodyStart = source.Length;
        return block;
    }

    private static bool LooksLikeFields(ReadOnlySpan<byte> source)
    {
        var line = source[..LineEnd(source, 0)];
        var colon = line.IndexOf((byte)':');
        return colon is > 1 and < 60 && IsName(line[..colon]);
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        if (name.Length is 0 or > 200)
            return false;
        foreach (var letter in name)
        {
            if (letter is <= 32 or >= 127)
                return false;
        }

        return true;
    }

    private static byte[] Unfold(ReadOnlySpan<byte> value)
    {
        value = value.Trim(" \t\r\n"u8);
        if (value.IndexOfAny((byte)'\r', (byte)'\n') < 0)
            return value.ToArray();
        var unfolded = new byte[value.Length];
        var length = 0;
        var atBreak = false;
        foreach (var letter in value)
        {
            if (letter is (byte)'\r' or (byte)'\n')
            {
                atBreak = true;
                continue;
            }

            if (atBreak && letter is (byte)' ' or (byte)'\t')
                continue;
            if (atBreak && length > 0 && unfolded[length - 1] is not ((byte)' ' or (byte)'\t'))
                unfolded[length++] = (byte)' ';
            atBreak = false;
            unfolded[length++] = letter;
        }

        return unfolded[..length];
    }

    private static int LineEnd(ReadOnlySpan<byte> source, int from)
    {
        var feed = source[from..].IndexOfAny((byte)'\n', (byte)'\r');
        if (feed < 0)
            return source.Length;
        var at = from + feed;
        return source[at] == '\r' && at + 1 < source.Length && source[at + 1] == '\n' ? at + 2 : at + 1;
    }
}
