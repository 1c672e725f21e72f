using System.Buffers;
using System.Text;

namespace OutlookAssist.Mailboxes.Mime;

/// <summary>Decodes header text: RFC 2047 words, raw UTF-8, and the mixtures that real programs write.</summary>
internal static class EncodedWords
{
    /// <summary>The decoded text of an unfolded header value.</summary>
    public static string Decode(ReadOnlySpan<byte> value, Defects defects)
    {
        value = value.Trim(" \t\r\n"u8);
        if (value.IndexOf("=?"u8) < 0)
            return Charsets.Decode(value, null, defects);
        var text = new StringBuilder(value.Length);
        var pending = new ArrayBufferWriter<byte>();
        string? pendingCharset = null;
        var afterWord = false;
        while (!value.IsEmpty)
        {
            var start = value.IndexOf("=?"u8);
            var before = start < 0 ? value : value[..start];
            // White space between two encoded words is only there to fold the line.
            if (!afterWord || start < 0 || before.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
            {
                Flush(pending, pendingCharset, text, defects);
                text.Append(Charsets.Decode(before, null, defects));
            }

            if (start < 0)
                break;
            value = value[start..];
            if (!ReadWord(value, out var charset, out var bytes, out var length, defects))
            {
                Flush(pending, pendingCharset, text, defects);
                text.Append("=?");
                value = value[2..];
                afterWord = false;
                continue;
            }

            // One character may be cut in two by two words of the same charset.
            if (!string.Equals(charset, pendingCharset, StringComparison.OrdinalIgnoreCase) || IsStateful(charset))
                Flush(pending, pendingCharset, text, defects);
            pendingCharset = charset;
            pending.Write(bytes);
            value = value[length..];
            afterWord = true;
        }

        Flush(pending, pendingCharset, text, defects);
        return text.ToString();
    }

    /// <summary>Each word of such a charset begins in its first state.</summary>
    private static bool IsStateful(string charset) => charset.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) || charset.StartsWith("hz", StringComparison.OrdinalIgnoreCase);

    private static void Flush(ArrayBufferWriter<byte> pending, string? charset, StringBuilder text, Defects defects)
    {
        if (pending.WrittenCount == 0)
            return;
        text.Append(Charsets.Decode(pending.WrittenSpan, charset, defects));
        pending.ResetWrittenCount();
    }

    /// <summary>=?charset?encoding?text?= ; blanks inside the text are wrong but common.</summary>
    private static bool ReadWord(ReadOnlySpan<byte> value, out string charset, out byte[] bytes, out int length, Defects defects)
    {
        charset = string.Empty;
        bytes = [];
        length = 0;
        var rest = value[2..];
        var charsetEnd = rest.IndexOf((byte)'?');
        if (charsetEnd is < 1 or > 60 || charsetEnd + 2 >= rest.Length || rest[charsetEnd + 2] != '?')
            return false;
        var name = rest[..charsetEnd];
        var language = name.IndexOf((byte)'*');
        charset = Encoding.Latin1.GetString(language > 0 ? name[..language] : name);
        var isBase64 = rest[charsetEnd + 1] is (byte)'B' or (byte)'b';
        if (!isBase64 && rest[charsetEnd + 1] is not ((byte)'Q' or (byte)'q'))
            return false;
        var content = rest[(charsetEnd + 3)..];
        var end = content.IndexOf("?="u8);
        // "=?utf-8?Q?=3D?=" : the text itself may begin with "=".
        if (end == 0 && !isBase64 && content.Length > 2 && content[2] is not ((byte)' ' or (byte)'\t') && content[1..].IndexOf("?="u8) is > 0 and var later)
            end = later + 1;
        if (end < 0)
            return false;
        bytes = isBase64 ? TransferEncoding.DecodeBase64(content[..end], defects) : DecodeQ(content[..end]);
        length = 2 + charsetEnd + 3 + end + 2;
        return true;
    }

    private static byte[] DecodeQ(ReadOnlySpan<byte> text)
    {
        var decoded = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && TransferEncoding.HexValue(text[i + 1]) is >= 0 and var high && TransferEncoding.HexValue(text[i + 2]) is >= 0 and var low)
            {
                decoded[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else
            {
                decoded[length++] = text[i] == '_' ? (byte)' ' : text[i];
            }
        }

        return decoded[..length];
    }
}
