using System.Text;

namespace OutlookAssist.Mailboxes.Mime;

/// <summary>A value with parameters, as Content-Type and Content-Disposition have them, RFC 2231 continuations and charsets included.</summary>
internal sealed class ContentField
{
    private const int MaximumParameters = 100;

    private readonly Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value before the first semicolon, in lower case.</summary>
    public string Value { get; private set; } = string.Empty;

    /// <summary>A parameter's decoded value, or null.</summary>
    public string? this[string name] => parameters.GetValueOrDefault(name);

    /// <summary>Reads an unfolded field; never throws.</summary>
    public static ContentField Parse(ReadOnlySpan<byte> source, Defects defects)
    {
        var field = new ContentField();
        var end = source.IndexOf((byte)';');
        field.Value = Encoding.Latin1.GetString(WithoutComment(end < 0 ? source : source[..end]).Trim(" \t\""u8)).ToLowerInvariant();
        var pieces = new SortedDictionary<(string Name, int Index), (byte[] Bytes, bool IsEncoded)>();
        var rest = end < 0 ? default : source[(end + 1)..];
        while (!rest.IsEmpty && pieces.Count < MaximumParameters)
            rest = ReadParameter(rest, pieces);
        field.Join(pieces, defects);
        return field;
    }

    private static ReadOnlySpan<byte> ReadParameter(ReadOnlySpan<byte> rest, SortedDictionary<(string, int), (byte[], bool)> pieces)
    {
        rest = rest.TrimStart(" \t\r\n;"u8);
        var equals = rest.IndexOfAny((byte)'=', (byte)';');
        if (equals < 0 || rest[equals] == ';')
            return equals < 0 ? default : rest[(equals + 1)..];
        var name = Encoding.Latin1.GetString(rest[..equals].Trim(" \t"u8)).ToLowerInvariant();
        rest = rest[(equals + 1)..].TrimStart(" \t"u8);
        byte[] value;
        if (rest.StartsWith("\""u8))
        {
            value = ReadQuoted(rest, out var length);
            rest = rest[length..];
            var next = rest.IndexOf((byte)';');
            rest = next < 0 ? default : rest[(next + 1)..];
        }
        else
        {
            var next = rest.IndexOf((byte)';');
            value = WithoutComment(next < 0 ? rest : rest[..next]).Trim(" \t"u8).ToArray();
            rest = next < 0 ? default : rest[(next + 1)..];
        }

        var isEncoded = name.EndsWith('*');
        name = name.TrimEnd('*');
        var star = name.IndexOf('*', StringComparison.Ordinal);
        var index = -1;
        if (star > 0 && int.TryParse(name.AsSpan(star + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number < 1000)
        {
            index = number;
            name = name[..star];
        }

        // An RFC 2231 value is the better of two forms that stand side by side.
        if (isEncoded && index < 0)
            pieces[(name, -1)] = (value, true);
        else
            pieces.TryAdd((name, index), (value, isEncoded));
        return rest;
    }

    private static byte[] ReadQuoted(ReadOnlySpan<byte> source, out int length)
    {
        var value = new List<byte>();
        var at = 1;
        while (at < source.Length && source[at] != '"')
        {
            // Windows programs write paths without escaping them, so a backslash counts only before a quote or itself.
            if (source[at] == '\\' && at + 1 < source.Length && source[at + 1] is (byte)'"' or (byte)'\\')
                at++;
            if (at < source.Length)
                value.Add(source[at]);
            at++;
        }

        length = Math.Min(source.Length, at + 1);
        return [.. value];
    }

    private void Join(SortedDictionary<(string Name, int Index), (byte[] Bytes, bool IsEncoded)> pieces, Defects defects)
    {
        foreach (var group in pieces.GroupBy(piece => piece.Key.Name))
        {
            // A plain form beside numbered pieces is a shortened copy of them.
            var numbered = group.Where(piece => piece.Key.Index >= 0).Select(piece => piece.Value).ToList();
            var used = numbered.Count > 0 ? numbered : group.Select(piece => piece.Value).ToList();
            var charset = used[0].IsEncoded ? Charset(used[0].Bytes) : null;
            var joined = new List<byte>();
            for (var i = 0; i < used.Count; i++)
                joined.AddRange(used[i].IsEncoded ? Unescape(StripCharset(used[i].Bytes, i == 0)) : used[i].Bytes);
            parameters[group.Key] = used.Exists(piece => piece.IsEncoded)
                ? Charsets.Decode(joined.ToArray(), charset, defects)
                : EncodedWords.Decode(joined.ToArray(), defects);
        }
    }

    private static string? Charset(byte[] value)
    {
        var quote = Array.IndexOf(value, (byte)'\'');
        return quote > 0 ? Encoding.Latin1.GetString(value, 0, quote) : null;
    }

    private static ReadOnlySpan<byte> StripCharset(byte[] value, bool isFirst)
    {
        if (!isFirst)
            return value;
        var first = Array.IndexOf(value, (byte)'\'');
        var second = first < 0 ? -1 : Array.IndexOf(value, (byte)'\'', first + 1);
        return second < 0 ? value : value.AsSpan(second + 1);
    }

    private static byte[] Unescape(ReadOnlySpan<byte> value)
    {
        var plain = new byte[value.Length];
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && TransferEncoding.HexValue(value[i + 1]) is >= 0 and var high && TransferEncoding.HexValue(value[i + 2]) is >= 0 and var low)
            {
                plain[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else
            {
                plain[length++] = value[i];
            }
        }

        return plain[..length];
    }

    private static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> value)
    {
        var open = value.IndexOf((byte)'(');
        return open < 0 || value.IndexOf((byte)'"') >= 0 ? value : value[..open];
    }
}
