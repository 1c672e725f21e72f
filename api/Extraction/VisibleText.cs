using System.Globalization;
using System.Text;

namespace OutlookAssist.Extraction;

/// <summary>Takes out of a text what no reader sees: control, direction and zero-width characters, and letters written as invisible tags.</summary>
internal static class VisibleText
{
    /// <summary>So many zero-width characters in one text are a message of their own; fewer are how some programs mark line ends.</summary>
    private const int SuspiciousZeroWidths = 12;

    /// <summary>The text without invisible characters, white space folded.</summary>
    /// <param name="text">Text as the document has it.</param>
    /// <param name="keepLines">True keeps line feeds and indentation.</param>
    /// <param name="hidden">True when what was taken out could carry or disguise a message.</param>
    public static string Clean(string text, bool keepLines, out bool hidden)
    {
        var result = new StringBuilder(text.Length);
        var zeroWidths = 0;
        hidden = false;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case 0x202D or 0x202E or (>= 0xE0001 and <= 0xE007F):
                    hidden = true;
                    break;
                // Zero-width joiners (200C, 200D) are letters' business in Persian, Hindi and emoji.
                case 0x200B or 0x2060 or 0xFEFF or 0x180E:
                    zeroWidths++;
                    break;
                case 0x00AD or 0x200E or 0x200F or (>= 0x202A and <= 0x202C) or (>= 0x2061 and <= 0x206F) or 0xFFFD:
                    break;
                case '\n' when keepLines:
                    TrimEnd(result);
                    result.Append('\n');
                    break;
                case '\t' when keepLines:
                    result.Append("    ");
                    break;
                default:
                    Append(result, rune, keepLines);
                    break;
            }
        }

        hidden |= zeroWidths >= SuspiciousZeroWidths;
        return keepLines ? result.ToString().TrimEnd().Trim('\n') : result.ToString().Trim();
    }

    private static void Append(StringBuilder result, Rune rune, bool keepLines)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            if (keepLines || (result.Length > 0 && result[^1] != ' '))
                result.Append(' ');
        }
        else if (!Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned)
        {
            result.Append(rune);
        }
    }

    private static void TrimEnd(StringBuilder result)
    {
        while (result.Length > 0 && result[^1] == ' ')
            result.Length--;
    }
}
