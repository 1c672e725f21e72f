using System.Collections.Concurrent;
using System.Text;

namespace OutlookAssist.Mailboxes.Mime;

/// <summary>Turns bytes into text by the charset that a mail names, and by a careful guess where it names none or a wrong one.</summary>
internal static class Charsets
{
    private static readonly ConcurrentDictionary<string, Encoding?> ByName = new(StringComparer.OrdinalIgnoreCase);

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes bytes; never throws. What the charset cannot express becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, Defects defects)
    {
        var name = charset?.Trim().Trim('"', '\'') ?? string.Empty;
        if (IsUtf7(name))
        {
            // UTF-7 exists to smuggle markup past filters today; its bytes are ASCII and stay as they are.
            defects.Add(Defects.RefusedUtf7);
            return Encoding.Latin1.GetString(bytes);
        }

        var isPlainAscii = System.Text.Ascii.IsValid(bytes);
        var encoding = name.Length == 0 || IsAscii(name) ? null : ByName.GetOrAdd(name, Find);
        if (encoding is null)
        {
            if (name.Length > 0 && !IsAscii(name))
                defects.Add(Defects.UnknownCharset);
            return isPlainAscii ? Encoding.ASCII.GetString(bytes) : Guess(bytes);
        }

        if (encoding.CodePage == Encoding.UTF8.CodePage)
        {
            if (bytes.StartsWith("\uFEFF"u8))
                bytes = bytes[3..];
            return IsUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : DecodeWrongUtf8(bytes, defects);
        }

        // Half a character at the end is what cutting a part at a line break leaves of UTF-16.
        if (encoding.CodePage is 1200 or 1201 && bytes.Length % 2 == 1)
            bytes = bytes[..^1];
        return encoding.GetString(bytes);
    }

    /// <summary>True for a charset that can be decoded.</summary>
    public static bool IsKnown(string charset) => IsAscii(charset) || ByName.GetOrAdd(charset, Find) is not null;

    /// <summary>Bytes without a charset: UTF-8 when they are valid UTF-8, which hardly happens by chance, else Windows-1252.</summary>
    private static string Guess(ReadOnlySpan<byte> bytes) => IsUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : ByName.GetOrAdd("windows-1252", Find)!.GetString(bytes);

    /// <summary>A text cut in the middle of a character is still UTF-8; one with many wrong bytes never was.</summary>
    private static string DecodeWrongUtf8(ReadOnlySpan<byte> bytes, Defects defects)
    {
        defects.Add(Defects.WrongBytes);
        var text = Encoding.UTF8.GetString(bytes);
        var wrong = text.AsSpan().Count('\uFFFD');
        return wrong * 20 > text.Length && wrong > 2 ? ByName.GetOrAdd("windows-1252", Find)!.GetString(bytes) : text;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static bool IsAscii(string name) => name.ToLowerInvariant() is "us-ascii" or "ascii" or "ansi_x3.4-1968" or "unknown-8bit" or "x-unknown" or "unknown" or "default" or "default_charset" or "8bit" or "7bit" or "binary";

    private static bool IsUtf7(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("unicode11", "", StringComparison.OrdinalIgnoreCase).Equals("utf7", StringComparison.OrdinalIgnoreCase);

    private static Encoding? Find(string name)
    {
        var lower = name.ToLowerInvariant();
        // Mail programs say these names and mean the wider sets of Windows.
        var page = lower switch
        {
            "utf8" or "utf-8" or "utf_8" or "unicode-1-1-utf-8" => 65001,
            "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "cp1252" or "windows-1252" or "x-ansi" or "ansi" => 1252,
            "iso-8859-9" or "latin5" => 1254,
            "iso-8859-11" or "tis-620" or "tis620" => 874,
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" or "cp936" or "ms936" or "gb18030" or "euc-cn" or "gb2312_charset" or "chinese" => 54936,
            "big5" or "big-5" or "big5-hkscs" or "cn-big5" or "x-x-big5" or "cp950" => 950,
            "euc-kr" or "ks_c_5601-1987" or "ks_c_5601" or "ksc5601" or "ksc_5601" or "cp949" or "uhc" or "windows-949" or "korean" => 949,
            "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "cp932" or "windows-31j" => 932,
            "iso-2022-jp" or "iso-2022-jp-1" or "iso-2022-jp-2" or "iso-2022-jp-3" or "csiso2022jp" => 50220,
            "iso-8859-8-i" => 38598,
            "cp866" or "ibm866" => 866,
            "koi8-r" or "koi8r" => 20866,
            "koi8-u" => 21866,
            "hz-gb-2312" or "hz" => 52936,
            "mac" or "macintosh" or "x-mac-roman" or "macroman" => 10000,
            _ when lower.StartsWith("cp125", StringComparison.Ordinal) && int.TryParse(lower.AsSpan(2), out var windows) => windows,
            _ when lower.StartsWith("windows125", StringComparison.Ordinal) && int.TryParse(lower.AsSpan(7), out var windows) => windows,
            _ => 0,
        };
        try
        {
            return page > 0 ? Encoding.GetEncoding(page) : lower.Length is 0 or > 40 ? null : Encoding.GetEncoding(lower);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
