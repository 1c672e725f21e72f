using System.Globalization;

namespace OutlookAssist.Language;

/// <summary>One pass over one text: where a word begins and ends, and which terms it gives.</summary>
internal ref struct TermReader(string text, string language, StemCache cache, List<Term> into)
{
    // A chain of hyphens longer than this is a rule of dashes or a code; its parts are found, the whole is not.
    private const int LongestJoin = 64;

    private readonly bool _decimalComma = NumberForm.UsesDecimalComma(language);
    private readonly bool _joinsNeighbours = language == "en";

    // The word before this one and the one before that, while only single blanks stand between.
    private (int Start, int End) _last;
    private (int Start, int End) _lastButOne;

    public void Read()
    {
        var index = 0;
        while (index < text.Length)
        {
            if (!StartsWord(index))
                index++;
            else if (Letters.IsUnspaced(Letters.ScriptOf(text[index])))
                index = ReadUnspaced(index);
            else
                index = ReadWord(index);
        }
    }

    private readonly bool StartsWord(int index)
    {
        var letter = text[index];
        return letter < '\u0080'
            ? char.IsAsciiLetterOrDigit(letter)
            : char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) && Letters.ScriptOf(letter) == Script.Han && char.IsLetter(text, index);
    }

    private int ReadWord(int start)
    {
        var end = PartEnd(start);
        if (AcronymEnd(start, end) is var acronym && acronym > end)
        {
            EmitAcronym(start, acronym);
            return acronym;
        }

        var first = into.Count;
        Emit(start, end);
        var next = AfterHyphen(end);
        if (next < 0)
        {
            JoinNeighbours(start, end);
            return end;
        }

        Span<char> joined = stackalloc char[LongestJoin];
        var length = Append(joined, 0, start, end);
        while (next >= 0)
        {
            end = PartEnd(next);
            Emit(next, end);
            length = Append(joined, length, next, end);
            next = AfterHyphen(end);
        }

        if (length > 0)
            Add(joined[..length], Letters.ScriptOf(text[start]), start, end, HasContent(first));
        _last = default;
        return end;
    }

    // "est-ce" and "such-and-such" say no more joined than apart.
    private readonly bool HasContent(int first)
    {
        for (var index = first; index < into.Count; index++)
        {
            if (!into[index].IsStopWord)
                return true;
        }

        return false;
    }

    /// <summary>Where the run of letters, digits and marks that begins here ends.</summary>
    private readonly int PartEnd(int start)
    {
        if (NumberEnd(start) is var number && number > start)
            return number;
        var script = Letters.ScriptOf(text[start]);
        var index = start + 1;
        while (index < text.Length)
        {
            var letter = text[index];
            if (letter < '\u0080' ? char.IsAsciiLetterOrDigit(letter) : ContinuesWord(letter))
            {
                var here = Letters.ScriptOf(letter);
                if (char.IsLetter(letter) && here != script && (Letters.IsUnspaced(here) || char.IsLetter(text[start])))
                    return index;
            }
            else if (!((letter is '\'' or '’' or 'ʼ') && index + 1 < text.Length && char.IsLetter(text[index + 1]) && char.IsLetter(text[index - 1])))
            {
                return index;
            }

            index++;
        }

        return index;
    }

    private static bool ContinuesWord(char letter) =>
        char.IsLetterOrDigit(letter) || letter is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060'
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Digits with separators between them, unless letters follow: "401k" is a word. Returns the start when there is no such number.</summary>
    private readonly int NumberEnd(int start)
    {
        var index = start;
        while (index < text.Length && char.IsAsciiDigit(text[index]))
            index++;
        if (index == start || index < text.Length && char.IsLetter(text[index]) && !Letters.IsUnspaced(Letters.ScriptOf(text[index])))
            return start;
        while (index + 1 < text.Length && (text[index] is '.' or ',' or ':' or '\u00A0' or '\u202F') && char.IsAsciiDigit(text[index + 1]))
        {
            if (text[index] is '\u00A0' or '\u202F' && !IsGroup(index + 1))
                break;
            index++;
            while (index < text.Length && char.IsAsciiDigit(text[index]))
                index++;
        }

        return index;
    }

    private readonly bool IsGroup(int index) =>
        index + 3 <= text.Length && char.IsAsciiDigit(text[index + 1]) && char.IsAsciiDigit(text[index + 2])
        && (index + 3 == text.Length || !char.IsLetterOrDigit(text[index + 3]));

    /// <summary>"e.g.", "U.S.A" and "z.B." are one word each.</summary>
    private readonly int AcronymEnd(int start, int end)
    {
        if (end - start != 1 || !char.IsLetter(text[start]))
            return start;
        var index = end;
        while (index + 1 < text.Length && text[index] == '.' && char.IsLetter(text[index + 1])
            && (index + 2 == text.Length || !char.IsLetterOrDigit(text[index + 2])))
            index += 2;
        return index;
    }

    /// <summary>Where the next part of a hyphenated word begins, or −1. A hyphen at the end of a line may have been set by the printer.</summary>
    private readonly int AfterHyphen(int end)
    {
        if (end + 1 >= text.Length || text[end] is not ('-' or '\u2010' or '\u2011'))
            return -1;
        var next = end + 1;
        if (text[next] == '\r')
            next++;
        if (next < text.Length && text[next] == '\n')
            next++;
        if (next >= text.Length || next > end + 1 && !char.IsLower(text[next]))
            return -1;
        return StartsWord(next) && !Letters.IsUnspaced(Letters.ScriptOf(text[next])) ? next : -1;
    }

    private readonly int Append(Span<char> joined, int length, int start, int end)
    {
        if (length < 0 || length + end - start > joined.Length)
            return -1;
        text.AsSpan(start, end - start).CopyTo(joined[length..]);
        return length + end - start;
    }

    private void JoinNeighbours(int start, int end)
    {
        if (!_joinsNeighbours || !IsBlankBetween(_last.End, start) || end - start < 2)
        {
            (_lastButOne, _last) = (default, (start, end));
            return;
        }

        Span<char> joined = stackalloc char[OpenCompounds.Longest];
        Span<char> folded = stackalloc char[OpenCompounds.Longest];
        var from = IsBlankBetween(_lastButOne.End, _last.Start) ? _lastButOne : default;
        var length = Append(joined, 0, _last.Start, _last.End);
        length = Append(joined, length, start, end);
        if (length > 0 && IsCompound(joined[..length], folded))
            Add(joined[..length], Script.Latin, _last.Start, end, isContent: true);
        length = from.End > 0 ? Append(joined, Append(joined, Append(joined, 0, from.Start, from.End), _last.Start, _last.End), start, end) : -1;
        if (length > 0 && IsCompound(joined[..length], folded))
            Add(joined[..length], Script.Latin, from.Start, end, isContent: true);
        (_lastButOne, _last) = (_last, (start, end));
    }

    private static bool IsCompound(ReadOnlySpan<char> joined, Span<char> folded) =>
        OpenCompounds.Contains(folded[..joined.ToLowerInvariant(folded)]);

    private readonly bool IsBlankBetween(int end, int start) => end > 0 && start == end + 1 && (text[end] is ' ' or '\n');

    private int ReadUnspaced(int start)
    {
        var hangul = Letters.ScriptOf(text[start]) == Script.Hangul;
        var first = start;
        var second = ClusterEnd(start);
        var pairs = 0;
        while (second < text.Length && ContinuesRun(second, hangul))
        {
            var end = ClusterEnd(second);
            AddPair(first, end);
            pairs++;
            (first, second) = (second, end);
        }

        if (pairs == 0)
            AddPair(start, second);
        return second;
    }

    private readonly bool ContinuesRun(int index, bool hangul)
    {
        var script = Letters.ScriptOf(text[index]);
        return Letters.IsUnspaced(script) && (script == Script.Hangul) == hangul && StartsWord(index);
    }

    /// <summary>A letter with the vowel signs and tones on it, or a letter outside the basic plane.</summary>
    private readonly int ClusterEnd(int start)
    {
        var index = start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length ? 2 : 1);
        while (index < text.Length && CharUnicodeInfo.GetUnicodeCategory(text[index]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            index++;
        return index;
    }

    private readonly void AddPair(int start, int end) => Add(text.AsSpan(start, end - start), Letters.ScriptOf(text[start]), start, end);

    private readonly void Emit(int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        if (!char.IsAsciiDigit(word[0]) || word.IndexOfAnyExceptInRange('0', '9') < 0 || word.Length > Stemmer.LongestWord)
        {
            Add(word, Letters.ScriptOf(word[0]), start, end);
            return;
        }

        Span<char> number = stackalloc char[Stemmer.LongestWord];
        var length = word.ContainsAny(".,:\u00A0\u202F") ? NumberForm.Normalize(word, _decimalComma, number) : -1;
        Add(length < 0 ? word : number[..length], Script.Latin, start, end);
    }

    // "U.S." is a country where "us" would be nothing; "e.g." stays what it is.
    private readonly void EmitAcronym(int start, int end)
    {
        Span<char> letters = stackalloc char[LongestJoin];
        var length = 0;
        for (var index = start; index < end && length < letters.Length; index += 2)
            letters[length++] = text[index];
        if (char.IsUpper(letters[0]) && char.IsUpper(letters[length - 1]))
            Add(letters[..length], Letters.ScriptOf(text[start]), start, end, isContent: true);
        else
            Add(letters[..length], Letters.ScriptOf(text[start]), start, end);
    }

    // A compound of content is content, whatever list its joined form stands in.
    private readonly void Add(ReadOnlySpan<char> word, Script script, int start, int end, bool isContent)
    {
        var entry = cache.Get(word, language, script);
        if (entry.Stem.Length > 0)
            into.Add(new Term(entry.Stem, start, end - start, !isContent));
    }

    private readonly void Add(ReadOnlySpan<char> word, Script script, int start, int end)
    {
        var entry = cache.Get(word, language, script);
        if (entry.Stem.Length > 0)
            into.Add(new Term(entry.Stem, start, end - start, entry.IsStopWord));
    }
}
