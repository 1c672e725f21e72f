using System.Text;

namespace OutlookAssist.Knowledge;

/// <summary>Turns bytes of any encoding into text, because plain text does not say how it was written.</summary>
internal static class TextEncodings
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes by byte order mark, else by the declared name if the bytes agree, else by what the bytes look like.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (ByMark(bytes, out var skip) is { } marked)
            return marked.GetString(bytes[skip..]);
        if (DetectWide(bytes[..Math.Min(bytes.Length, 4096)]) is { } wide)
            return wide.GetString(bytes);
        if (IsUtf8(bytes))
            return IsEscaped(bytes) ? Named("iso-2022-jp")!.GetString(bytes) : StrictUtf8.GetString(bytes);
        var named = Named(declared);
        if (named is not null && named.CodePage != Encoding.UTF8.CodePage)
            return named.GetString(bytes);
        return LegacyEncodings.Guess(bytes).GetString(bytes);
    }

    /// <summary>An encoding by its name on the web or in mail, or null.</summary>
    public static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        try
        {
            var label = name.Trim().Trim('"', '\'').ToLowerInvariant();
            // Nobody means Latin-1's control characters; browsers read it as windows-1252 as well.
            return label is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? Encoding.GetEncoding(1252)
                : label is "gb2312" or "gbk" ? Encoding.GetEncoding("gb18030")
                : Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>An encoding by its Windows code page; windows-1252 for one that is not known.</summary>
    public static Encoding OfCodePage(int codePage)
    {
        try
        {
            return Encoding.GetEncoding(codePage);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Encoding.GetEncoding(1252);
        }
    }

    /// <summary>UTF-16 or UTF-32 without a mark shows in where its zero bytes stand.</summary>
    public static Encoding? DetectWide(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4)
            return null;
        Span<int> zeros = stackalloc int[4];
        var length = head.Length - (head.Length % 4);
        for (var index = 0; index < length; index++)
        {
            if (head[index] == 0)
                zeros[index % 4]++;
        }

        var quarter = length / 4;
        var most = (int)Math.Ceiling(quarter * 0.7);
        if (zeros[0] < quarter / 10 + 1 && zeros[2] >= most && zeros[3] >= most && zeros[1] >= most)
            return Encoding.UTF32;
        if (zeros[3] < quarter / 10 + 1 && zeros[0] >= most && zeros[1] >= most && zeros[2] >= most)
            return new UTF32Encoding(bigEndian: true, byteOrderMark: false);
        var even = zeros[0] + zeros[2];
        var odd = zeros[1] + zeros[3];
        var half = length / 2;
        if (odd > half * 0.4 && even < half * 0.05)
            return Encoding.Unicode;
        if (even > half * 0.4 && odd < half * 0.05)
            return Encoding.BigEndianUnicode;
        return null;
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> bytes, out int length)
    {
        (var encoding, length) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => ((Encoding?)null, 0),
        };
        return encoding;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    // Japanese mail encoding is pure ASCII with escape sequences, so it passes for UTF-8.
    private static bool IsEscaped(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001b$B"u8) >= 0 || bytes.IndexOf("\u001b$@"u8) >= 0;
}
