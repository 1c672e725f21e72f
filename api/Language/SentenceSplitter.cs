using System.Collections.Frozen;
using System.Globalization;

namespace OutlookAssist.Language;

/// <summary>Cuts a text into sentences, so that a reply can quote exactly one; list items and headings count as sentences.</summary>
internal static class SentenceSplitter
{
    private const int LongestWord = 40;

    // An ordinal before a month is a date in the languages that write "3. März".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterOrdinal = (
        "januar februar märz april mai juni juli august september oktober november dezember jänner marts maj juli desember tammikuuta helmikuuta " +
        "ledna února března dubna května června července srpna září října listopadu prosince quartal kapitel jahrhundert klasse etage stock")
        .Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    // Words that open a sentence but rarely stand capitalised inside one.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers =
        new[] { "en", "de", "fr", "es", "it", "pt", "nl" }.SelectMany(StopWords.Of).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The sentences in order, without the blanks and bullets around them; offsets are UTF-16 code units of the text.</summary>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var end = text[index] switch
            {
                '\n' => TextLines.EndsAt(text, start, index) ? index + 1 : -1,
                '\f' or '\u2029' => index + 1,
                '。' or '！' or '？' or '｡' => AfterClosers(text, index),
                '!' or '?' or '؟' or '۔' or '।' or '॥' => AfterMarks(text, index),
                '.' or '…' => AfterStop(text, start, index),
                _ => -1,
            };
            if (end < 0)
                continue;
            Add(sentences, text, start, end);
            start = end;
            index = end - 1;
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        start = TextLines.AfterBullet(text, start, end);
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new TextSpan(start, end - start));
    }

    private static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || letter is '\u200B' or '\uFEFF';

    /// <summary>Behind further marks, closing quotes and brackets.</summary>
    private static int AfterClosers(string text, int index)
    {
        index++;
        while (index < text.Length && text[index] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '"' or '\'' or '”' or '’' or '»' or '“' or ')' or ']' or '」' or '』' or '）' or '›')
            index++;
        return index;
    }

    private static int AfterMarks(string text, int index)
    {
        var end = AfterClosers(text, index);
        return end == text.Length || IsBlank(text[end]) || Letters.IsUnspaced(Letters.ScriptOf(text[end])) ? end : -1;
    }

    private static int AfterStop(string text, int start, int index)
    {
        var end = AfterClosers(text, index);
        if (end < text.Length && !IsBlank(text[end]))
            return IsMissingBlank(text, index, end) ? end : -1;
        var next = end;
        while (next < text.Length && IsBlank(text[next]) && text[next] != '\n')
            next++;

        // The line break behind it decides there, with more to go by.
        if (next == text.Length)
            return end;
        while (next < text.Length && (IsBlank(text[next]) || text[next] is '"' or '“' or '„' or '«' or '(' or '[' or '‘' or '¿' or '¡'))
            next++;
        if (next == text.Length)
            return end;

        // Dots that trail off are a pause unless something new begins.
        if (text[index] == '…' || text[index + 1] == '.')
            return char.IsLower(text[next]) ? -1 : end;
        return end > index + 1 && char.IsUpper(text[next]) || Ends(text, start, index, next) ? end : -1;
    }

    // "…refund.Please": a blank lost in extraction. A host name has no capital there, and a type name has one in front.
    private static bool IsMissingBlank(string text, int index, int end)
    {
        if (end != index + 1 || end + 1 >= text.Length || !char.IsUpper(text[end]) || !char.IsLower(text[end + 1]))
            return false;
        var first = index;
        while (first > 0 && char.IsLower(text[first - 1]))
            first--;
        return index - first >= 3 && (first == 0 || IsBlank(text[first - 1]));
    }

    private static bool Ends(string text, int start, int index, int next)
    {
        var first = index;
        while (first > start && !IsBlank(text[first - 1]) && text[first - 1] is not ('(' or '"' or '“' or '„' or '/' or ',') && index - first < LongestWord)
            first--;
        if (first == index)
            return char.IsUpper(text[next]) || !char.IsLetter(text[next]);
        Span<char> lower = stackalloc char[LongestWord];
        var word = lower[..text.AsSpan(first, index - first).ToLower(lower, CultureInfo.InvariantCulture)];
        var capital = !char.IsLower(text[next]);
        if (index > 0 && text[index - 1] == '.')
            return capital;
        if (IsNumber(word))
            return capital && !(word.Length <= 3 && (IsFirst(text, start, first) || AfterOrdinal.Contains(NextWord(text, next, lower))));
        if (word.Length == 1 && char.IsLetter(word[0]) && char.IsUpper(text[first]))
            return capital && IsOpener(text, next, lower) && !IsFirst(text, start, first);
        return Abbreviations.Of(word) switch
        {
            StopMeaning.Never => false,
            StopMeaning.EndsUnlessNumber => !char.IsDigit(text[next]) && capital,
            StopMeaning.EndsBeforeCapital => capital,
            StopMeaning.EndsBeforeOpener => capital && IsOpener(text, next, lower),
            // People who write no capitals still end their sentences; two letters and a stop are more likely an abbreviation.
            _ => capital || word.Length > 3 && !word.Contains('.'),
        };
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsFirst(string text, int start, int first)
    {
        while (start < first && (IsBlank(text[start]) || text[start] is '(' or '-' or '•' or '*'))
            start++;
        return start >= first;
    }

    private static bool IsOpener(string text, int next, Span<char> buffer) => Openers.Contains(NextWord(text, next, buffer));

    private static ReadOnlySpan<char> NextWord(string text, int next, Span<char> buffer)
    {
        var end = next;
        while (end < text.Length && end - next < buffer.Length && (char.IsLetter(text[end]) || text[end] == '\''))
            end++;
        return buffer[..text.AsSpan(next, end - next).ToLower(buffer, CultureInfo.InvariantCulture)];
    }
}
