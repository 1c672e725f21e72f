using System.Buffers;
using System.Text;

namespace OutlookAssist.Mailboxes;

/// <summary>Takes characters without a shape out of a text, because words can be hidden, split or reversed with them.</summary>
internal static class InvisibleCharacters
{
    // Soft hyphen, grapheme joiner, Mongolian separator, zero-width space and marks, embeddings and overrides, word joiner and
    // isolates, byte order mark, and the high surrogate of the tag characters.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        "\u00AD\u034F\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF\uDB40");

    /// <summary>True when <see cref="Remove"/> would change something or look closer.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(Suspects);

    /// <summary>The text without them; what they hid is added to <paramref name="hidden"/>: text spelled in tag characters, reversed runs, words cut by zero-width characters.</summary>
    public static string Remove(ReadOnlySpan<char> text, StringBuilder hidden)
    {
        var visible = new StringBuilder(text.Length);
        var reversedFrom = -1;
        var cutsWord = false;
        var tags = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\uDB40' && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                AddTag(char.ConvertToUtf32(character, text[i + 1]), tags);
                i++;
            }
            else if (!Suspects.Contains(character) || Shapes(text, i))
            {
                if (cutsWord && !char.IsLetterOrDigit(character))
                {
                    ReportLastWord(visible, hidden);
                    cutsWord = false;
                }

                visible.Append(character);
            }
            else if (character is '\u202D' or '\u202E')
            {
                reversedFrom = visible.Length;
            }
            else if (character == '\u202C' && reversedFrom >= 0)
            {
                Report(visible.ToString(reversedFrom, visible.Length - reversedFrom), hidden);
                reversedFrom = -1;
            }
            else
            {
                cutsWord |= character is '\u200B' or '\u200C' or '\u200D' or '\u2060' && IsInsideWord(text, i);
            }
        }

        if (reversedFrom >= 0)
            Report(visible.ToString(reversedFrom, visible.Length - reversedFrom), hidden);
        if (cutsWord)
            ReportLastWord(visible, hidden);
        Report(tags.ToString(), hidden);
        return visible.ToString();
    }

    /// <summary>Joiners belong to Arabic, Indic and other scripts and to emoji; marks of direction to right-to-left text.</summary>
    private static bool Shapes(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is not ('\u200C' or '\u200D' or '\u200E' or '\u200F'))
            return false;
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return IsJoinable(before) && IsJoinable(after);
    }

    private static bool IsJoinable(char character) =>
        character is (>= '\u0590' and <= '\u109F') or (>= '\u1780' and <= '\u18AF') or '\uFE0F' || char.IsSurrogate(character)
        || character is >= '\u2600' and <= '\u27BF';

    private static bool IsInsideWord(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    private static void AddTag(int codePoint, StringBuilder tags)
    {
        if (codePoint is >= 0xE0020 and <= 0xE007E)
            tags.Append((char)(codePoint - 0xE0000));
    }

    private static void ReportLastWord(StringBuilder visible, StringBuilder hidden)
    {
        var start = visible.Length;
        while (start > 0 && char.IsLetterOrDigit(visible[start - 1]))
            start--;
        Report(visible.ToString(start, visible.Length - start), hidden);
    }

    private static void Report(string text, StringBuilder hidden)
    {
        if (!string.IsNullOrWhiteSpace(text))
            hidden.Append(text.Trim()).Append('\n');
    }
}
