using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace OutlookAssist.Mailboxes;

/// <summary>Decodes character references as browsers do, Windows-1252 numbers and missing semicolons included.</summary>
internal static class HtmlEntities
{
    private const int LongestName = 33;

    /// <summary>Appends the text with every reference decoded.</summary>
    public static void Decode(ReadOnlySpan<char> text, StringBuilder into)
    {
        while (true)
        {
            var ampersand = text.IndexOf('&');
            if (ampersand < 0)
            {
                into.Append(text);
                return;
            }

            into.Append(text[..ampersand]);
            text = text[ampersand..];
            var length = text.Length > 1 && text[1] == '#' ? DecodeNumber(text, into) : DecodeName(text, into);
            if (length == 0)
            {
                into.Append('&');
                length = 1;
            }

            text = text[length..];
        }
    }

    private static int DecodeNumber(ReadOnlySpan<char> text, StringBuilder into)
    {
        var isHex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && end < start + 10 && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
            end++;
        if (end == start)
            return 0;
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!uint.TryParse(text[start..end], style, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code) || code == 0)
            into.Append('\uFFFD');
        else if (code is >= 0x80 and <= 0x9F)
            into.Append(HtmlEntityProvider.GetSymbolFromTable((int)code));
        else
            into.Append(new Rune(code).ToString());
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static int DecodeName(ReadOnlySpan<char> text, StringBuilder into)
    {
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end == 1)
            return 0;
        var name = text[1..end];
        // Nearly all of a mail's references are these few.
        var common = name switch
        {
            "nbsp" => "\u00A0",
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            "zwnj" => "\u200C",
            _ => null,
        };
        if (end < text.Length && text[end] == ';')
        {
            var symbol = common ?? HtmlEntityProvider.Resolver.GetSymbol($"{name};");
            if (symbol is not null)
            {
                into.Append(symbol);
                return end + 1;
            }
        }

        if (common is null)
            return 0;
        into.Append(common);
        return end;
    }
}
