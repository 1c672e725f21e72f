using System.Text;

namespace OutlookAssist.Mailboxes.Mime;

/// <summary>Reads address fields: names, quoted names, groups, comments, route addresses, and the malformed lists that programs write.</summary>
internal static class AddressList
{
    private const int MaximumAddresses = 2000;

    /// <summary>The addresses of an unfolded field; names are decoded.</summary>
    public static IReadOnlyList<MailAddress> Parse(ReadOnlySpan<byte> field, Defects defects)
    {
        var addresses = new List<MailAddress>();
        while (!field.IsEmpty && addresses.Count < MaximumAddresses)
        {
            var end = FindEnd(field);
            if (Read(field[..end], defects) is { } address)
                addresses.Add(address);
            field = end < field.Length ? field[(end + 1)..] : default;
        }

        return addresses;
    }

    /// <summary>The next comma or semicolon outside quotes, comments and angle brackets; a group's name ends at its colon.</summary>
    private static int FindEnd(ReadOnlySpan<byte> field)
    {
        bool quoted = false, bracketed = false;
        var comment = 0;
        for (var at = 0; at < field.Length; at++)
        {
            switch (field[at])
            {
                case (byte)'\\' when quoted || comment > 0:
                    at++;
                    break;
                case (byte)'"' when comment == 0:
                    // A quote that never closes would swallow the rest of the list.
                    quoted = !quoted && field[(at + 1)..].IndexOf((byte)'"') >= 0;
                    break;
                case (byte)'(' when !quoted && field[at..].IndexOf((byte)')') >= 0:
                    comment++;
                    break;
                case (byte)')' when comment > 0:
                    comment--;
                    break;
                case (byte)'<' when !quoted && comment == 0:
                    bracketed = field[at..].IndexOf((byte)'>') >= 0;
                    break;
                case (byte)'>':
                    bracketed = false;
                    break;
                case (byte)',' or (byte)';' or (byte)':' when !quoted && comment == 0 && !bracketed:
                    return at;
            }
        }

        return field.Length;
    }

    private static MailAddress? Read(ReadOnlySpan<byte> source, Defects defects)
    {
        source = source.Trim(" \t\r\n"u8);
        var open = source.LastIndexOf((byte)'<');
        if (open >= 0)
        {
            var inside = source[(open + 1)..];
            var close = inside.IndexOf((byte)'>');
            inside = close < 0 ? inside : inside[..close];
            // "<@relay:ana@example.com>" names the way that mail took forty years ago.
            var route = inside.LastIndexOf((byte)':');
            var name = Name(source[..open], defects);
            var address = Text(WithoutComments(inside[(route + 1)..]));
            return name is null && address.Length == 0 ? null : new MailAddress(name, address.Length == 0 ? null : address);
        }

        var comment = source.IndexOf((byte)'(');
        var bare = comment >= 0 ? source[..comment] : source;
        var text = Text(bare);
        if (!text.Contains('@', StringComparison.Ordinal))
            return null;
        var note = comment >= 0 ? source[(comment + 1)..].TrimEnd(")"u8) : default;
        return new MailAddress(note.IsEmpty ? null : EncodedWords.Decode(note, defects), text);
    }

    private static string? Name(ReadOnlySpan<byte> source, Defects defects)
    {
        source = source.Trim(" \t\r\n"u8);
        if (source.IsEmpty)
            return null;
        var plain = new byte[source.Length];
        var length = 0;
        for (var at = 0; at < source.Length; at++)
        {
            if (source[at] == '\\' && at + 1 < source.Length)
                at++;
            else if (source[at] == '"')
                continue;
            plain[length++] = source[at];
        }

        var name = EncodedWords.Decode(plain.AsSpan(0, length), defects).Trim().Trim('\'');
        return name.Length == 0 ? null : name;
    }

    private static ReadOnlySpan<byte> WithoutComments(ReadOnlySpan<byte> source)
    {
        var open = source.IndexOf((byte)'(');
        var close = source.LastIndexOf((byte)')');
        return open < 0 || close < open ? source : (byte[])[.. source[..open], .. source[(close + 1)..]];
    }

    private static string Text(ReadOnlySpan<byte> source)
    {
        var text = Encoding.UTF8.GetString(source).Trim(' ', '\t', '<', '>', '"', '\'');
        return text.Contains(' ', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? text.Replace(" ", "", StringComparison.Ordinal) : text;
    }
}
