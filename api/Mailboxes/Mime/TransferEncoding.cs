using System.Buffers;

namespace OutlookAssist.Mailboxes.Mime;

/// <summary>Undoes base64, quoted-printable and uuencode, and reads what it can of damaged bodies.</summary>
internal static class TransferEncoding
{
    private static readonly SearchValues<byte> Base64Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    /// <summary>The bytes of a body.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> body, string encoding, Defects defects)
    {
        switch (encoding)
        {
            case "base64" or "base-64" or "b":
                return DecodeBase64(body, defects);
            case "quoted-printable" or "quoted_printable" or "quotedprintable" or "q":
                return DecodeQuotedPrintable(body, defects);
            case "x-uuencode" or "x-uue" or "uuencode" or "uue":
                return DecodeUuencode(body, defects);
            case "" or "7bit" or "8bit" or "binary" or "7-bit" or "8-bit" or "none":
                return body;
            default:
                defects.Add(Defects.UnknownEncoding);
                return body;
        }
    }

    /// <summary>How many bytes a body will have, without decoding a large attachment.</summary>
    public static long Measure(ReadOnlySpan<byte> body, string encoding)
    {
        if (encoding is not ("base64" or "base-64"))
            return body.Length;
        var breaks = body.Count((byte)'\n') + (long)body.Count((byte)'\r');
        var padding = 0;
        for (var at = body.Length - 1; at >= 0 && at > body.Length - 6; at--)
            padding += body[at] == '=' ? 1 : 0;
        return Math.Max(0, (body.Length - breaks - padding) * 3 / 4);
    }

    /// <summary>White space and foreign characters are skipped; the first padding ends one run, for some programs join several.</summary>
    public static byte[] DecodeBase64(ReadOnlySpan<byte> body, Defects defects)
    {
        // Well-formed base64 with line breaks is what the framework decodes at full speed.
        var rented = ArrayPool<byte>.Shared.Rent(body.Length + 4);
        var length = 0;
        var decoded = new ArrayBufferWriter<byte>(Math.Max(16, body.Length * 3 / 4));
        var rest = body;
        while (!rest.IsEmpty)
        {
            var clean = rest.IndexOfAnyExcept(Base64Alphabet);
            var run = clean < 0 ? rest : rest[..clean];
            run.CopyTo(rented.AsSpan(length));
            length += run.Length;
            if (clean < 0)
                break;
            var stop = rest[clean];
            if (stop == '=')
            {
                Flush(rented, ref length, decoded);
            }
            else if (stop is not ((byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t'))
            {
                defects.Add(Defects.WrongEncoding);
            }

            rest = rest[(clean + 1)..];
        }

        Flush(rented, ref length, decoded);
        ArrayPool<byte>.Shared.Return(rented);
        return decoded.WrittenSpan.ToArray();
    }

    /// <summary>=XX, soft line breaks, and trailing blanks that transport added.</summary>
    public static byte[] DecodeQuotedPrintable(ReadOnlySpan<byte> body, Defects defects)
    {
        var decoded = new byte[body.Length];
        var length = 0;
        while (!body.IsEmpty)
        {
            var lineEnd = body.IndexOf((byte)'\n');
            var line = lineEnd < 0 ? body : body[..lineEnd];
            var hasBreak = lineEnd >= 0;
            var ending = line.EndsWith("\r"u8) ? "\r\n"u8 : "\n"u8;
            line = line.TrimEnd(" \t\r"u8);
            body = hasBreak ? body[(lineEnd + 1)..] : default;
            if (line.EndsWith("="u8))
            {
                line = line[..^1];
                hasBreak = false;
            }

            while (line.IndexOf((byte)'=') is >= 0 and var escape)
            {
                line[..escape].CopyTo(decoded.AsSpan(length));
                length += escape;
                line = line[escape..];
                if (line.Length >= 3 && HexValue(line[1]) is >= 0 and var high && HexValue(line[2]) is >= 0 and var low)
                {
                    decoded[length++] = (byte)((high << 4) | low);
                    line = line[3..];
                }
                else
                {
                    defects.Add(Defects.WrongEncoding);
                    decoded[length++] = (byte)'=';
                    line = line[1..];
                }
            }

            line.CopyTo(decoded.AsSpan(length));
            length += line.Length;
            if (!hasBreak)
                continue;
            ending.CopyTo(decoded.AsSpan(length));
            length += ending.Length;
        }

        return decoded[..length];
    }

    /// <summary>Lines between "begin" and "end".</summary>
    public static byte[] DecodeUuencode(ReadOnlySpan<byte> body, Defects defects)
    {
        var decoded = new ArrayBufferWriter<byte>(Math.Max(16, body.Length));
        var started = false;
        foreach (var range in body.Split((byte)'\n'))
        {
            var line = body[range].TrimEnd("\r"u8);
            if (!started)
            {
                started = line.StartsWith("begin "u8);
                continue;
            }

            if (line.IsEmpty || line.SequenceEqual("end"u8) || line[0] is (byte)'`' or (byte)' ')
                break;
            DecodeUuencodedLine(line, decoded, defects);
        }

        if (!started)
            defects.Add(Defects.WrongEncoding);
        return decoded.WrittenSpan.ToArray();
    }

    /// <summary>The value of a hexadecimal digit, or −1.</summary>
    public static int HexValue(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };

    private static void DecodeUuencodedLine(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> decoded, Defects defects)
    {
        var count = (line[0] - 32) & 63;
        var source = line[1..];
        Span<byte> triple = stackalloc byte[3];
        for (var at = 0; count > 0; at += 4)
        {
            if (at + 1 >= source.Length)
            {
                defects.Add(Defects.WrongEncoding);
                return;
            }

            var bits = 0;
            for (var i = 0; i < 4; i++)
                bits = (bits << 6) | (at + i < source.Length ? (source[at + i] - 32) & 63 : 0);
            triple[0] = (byte)(bits >> 16);
            triple[1] = (byte)(bits >> 8);
            triple[2] = (byte)bits;
            decoded.Write(triple[..Math.Min(3, count)]);
            count -= 3;
        }
    }

    private static void Flush(byte[] characters, ref int length, ArrayBufferWriter<byte> decoded)
    {
        // One character alone carries six bits, which is no byte.
        if (length % 4 == 1)
            length--;
        while (length % 4 != 0)
            characters[length++] = (byte)'=';
        var target = decoded.GetSpan(length + 4);
        if (length > 0 && System.Buffers.Text.Base64.DecodeFromUtf8(characters.AsSpan(0, length), target, out _, out var written) == OperationStatus.Done)
            decoded.Advance(written);
        length = 0;
    }
}
