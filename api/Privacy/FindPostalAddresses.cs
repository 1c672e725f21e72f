using System.Collections.Frozen;

namespace OutlookAssist.Privacy;

/// <summary>Finds street addresses by the word for the street and the number beside it, with the postal code and town that follow.</summary>
internal static class FindPostalAddresses
{
    private const int MostWords = 5;
    private const int Reach = 60;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishStreets = Set(
        "street st avenue ave road rd lane ln drive dr boulevard blvd court ct way place pl square sq terrace circle highway hwy parkway pkwy crescent close mews trail loop alley row");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadingStreets = Set(
        "rue avenue boulevard place chemin impasse allée quai route via viale piazza corso largo calle avenida plaza paseo carrer camino rua praça travessa ulica ul. ul aleja plac strada calea trg vicolo c/");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = Set("de la le du des d l los las el del di della delle degli dei da do dos das von der den zum zur van het z i");

    private static readonly string[] StreetEndings =
        ["strasse", "straße", "str", "weg", "platz", "allee", "gasse", "ring", "ufer", "damm", "steig", "gade", "vej", "vænget", "alle", "gatan", "gata", "vägen", "veien", "gaten", "katu", "tie", "kuja", "polku", "straat", "laan", "plein", "gracht", "kade", "dijk", "utca", "veg", "stigur"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = Set("apt apt. suite ste ste. unit apartment appartement appt piso wohnung");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Boxes = Set("Postbox Postfach Postbus Postboks Apartado Lokero Box");

    private readonly record struct Word(int Start, int End);

    /// <summary>Adds all of them.</summary>
    public static void AddTo(List<PersonalDatum> found, string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            return;
        var words = Split(text);
        for (var i = 0; i < words.Count; i++)
        {
            var (first, last) = Find(text, words, i);
            if (last < 0)
                continue;
            last = WithTown(text, words, last);
            found.Add(new PersonalDatum("ADDRESS", words[first].Start, words[last].End, 0.7));
            i = last;
        }
    }

    private static (int First, int Last) Find(string text, List<Word> words, int at)
    {
        var word = Text(text, words[at]);
        if (Units.Contains(word) && at + 1 < words.Count && IsHouseNumber(Text(text, words[at + 1])) && char.IsUpper(word[0]))
            return (BeginningOfLine(text, words, at), at + 1);
        if (BoxLength(text, words, at) is > 0 and var box)
            return (at > 0 && IsClose(text, words, at - 1) && IsHouseNumber(Text(text, words[at - 1])) ? at - 1 : at, at + box);
        if (IsHouseNumber(word))
            return FindBehindNumber(text, words, at);
        if (HasStreetEnding(word) && at + 1 < words.Count && IsClose(text, words, at) && IsHouseNumber(Text(text, words[at + 1])))
            return (BeginningOfName(text, words, at), at + 1);
        if (!LeadingStreets.Contains(word))
            return (at, -1);
        for (var next = at + 1; next < Math.Min(words.Count, at + 1 + MostWords) && IsClose(text, words, next - 1); next++)
        {
            if (IsHouseNumber(Text(text, words[next])))
                return next > at + 1 ? (at, next) : (at, -1);
            if (!char.IsUpper(Text(text, words[next])[0]) && !Particles.Contains(Text(text, words[next])))
                break;
        }

        return (at, -1);
    }

    /// <summary>"P.O. Box 242", "Postfach 10 02 03": how many words follow the first, or 0.</summary>
    private static int BoxLength(string text, List<Word> words, int at)
    {
        var word = Text(text, words[at]);
        var length = Boxes.Contains(word) ? 1 : 0;
        if (length == 0 && word.StartsWith("P", StringComparison.OrdinalIgnoreCase) && word.Length <= 5)
        {
            for (var next = at; next < Math.Min(words.Count - 1, at + 3) && length == 0; next++)
                length = Text(text, words[next]).Equals("Box", StringComparison.OrdinalIgnoreCase) && text.AsSpan(words[at].Start).StartsWith("P") ? next - at + 1 : 0;
        }

        return length > 0 && at + length < words.Count && IsHouseNumber(Text(text, words[at + length])) ? length : 0;
    }

    /// <summary>"12 Main Street", "12 rue Victor Hugo", "76 Long Acre Road Apt. 4".</summary>
    private static (int First, int Last) FindBehindNumber(string text, List<Word> words, int at)
    {
        for (var next = at + 1; next < Math.Min(words.Count, at + 1 + MostWords) && IsClose(text, words, next - 1); next++)
        {
            var word = Text(text, words[next]);
            if (next == at + 1 && LeadingStreets.Contains(word) && next + 1 < words.Count && char.IsUpper(Text(text, words[next + 1])[0]))
                return (at, WithNumber(text, words, Math.Min(words.Count - 1, EndOfCapitals(text, words, next + 1))));
            if (!char.IsUpper(word[0]) && !IsHouseNumber(word))
                break;
            if (next > at + 1 && (EnglishStreets.Contains(word) || HasStreetEnding(word)) || next == at + 1 && HasStreetEnding(word) && word.Length > 6)
                return (at, HasStreetEnding(word) ? WithNumber(text, words, next) : next);
        }

        return (at, -1);
    }

    /// <summary>The house number behind a street that has one in front too, as machines write them.</summary>
    private static int WithNumber(string text, List<Word> words, int last) =>
        last + 1 < words.Count && IsClose(text, words, last) && !text.AsSpan(words[last].End, words[last + 1].Start - words[last].End).Contains(',') && IsHouseNumber(Text(text, words[last + 1])) ? last + 1 : last;

    /// <summary>A unit tells that the line before it, or what stands before it on its line, is a street even when no word of it says so.</summary>
    private static int BeginningOfLine(string text, List<Word> words, int unit)
    {
        var first = unit;
        var hasNumber = false;
        for (var at = unit - 1; at >= 0 && unit - at <= 7; at--)
        {
            var gap = text.AsSpan(words[at].End, words[at + 1].Start - words[at].End);
            if (gap.Length > 4 || gap.ContainsAny(".;!?:") || (gap.Contains('\n') && at + 1 != unit))
                break;
            var word = Text(text, words[at]);
            var isNumber = IsHouseNumber(word);
            if (!isNumber && !char.IsUpper(word[0]) && !Particles.Contains(word))
                break;
            hasNumber |= isNumber;
            if (isNumber || char.IsUpper(word[0]))
                first = at;
        }

        // Without a number it is somebody's or something's name.
        while (first < unit && !IsHouseNumber(Text(text, words[first])))
            first++;
        return hasNumber ? first : unit;
    }

    /// <summary>Unit, postal code, town and state that follow within two lines.</summary>
    private static int WithTown(string text, List<Word> words, int last)
    {
        var end = last;
        var hasCode = false;
        for (var next = last + 1; next < Math.Min(words.Count, last + 9); next++)
        {
            var gap = text.AsSpan(words[next - 1].End, words[next].Start - words[next - 1].End);
            if (gap.Count('\n') > 2 || gap.ContainsAny(".;!?") && !gap.StartsWith(".") || gap.Length > 8)
                break;
            var word = Text(text, words[next]);
            if (Units.Contains(word) && next + 1 < words.Count && char.IsLetterOrDigit(Text(text, words[next + 1])[0]))
            {
                end = ++next;
                continue;
            }

            var isCode = IsPostalCode(word);
            hasCode |= isCode;
            if (isCode)
                end = next;
            else if (!char.IsUpper(word[0]))
                break;
            else if (hasCode || gap.Contains(',') || gap.Contains('\n') || end == next - 1)
                end = hasCode || LeadsToCode(text, words, next) || (gap.Contains(',') && EndsClause(text, words[next].End)) ? next : end;
            if (!isCode && end < next)
                break;
            if (hasCode && isCode && next - last > 2)
                return end;
        }

        return end;
    }

    /// <summary>A town behind a comma ends its clause: "Hauptstraße 12, Berlin."</summary>
    private static bool EndsClause(string text, int end) => end == text.Length || text[end] is ',' or '.' or '\n' or '\r' or ';' or '?' or '!' or ')';

    private static bool LeadsToCode(string text, List<Word> words, int at)
    {
        for (var next = at + 1; next < Math.Min(words.Count, at + 6); next++)
        {
            if (IsPostalCode(Text(text, words[next])))
                return true;
            if (!char.IsUpper(Text(text, words[next])[0]))
                return false;
        }

        return false;
    }

    private static int BeginningOfName(string text, List<Word> words, int at)
    {
        // "Brucker Bundesstrasse 31": the adjective belongs to the name.
        var isPrevious = at > 0 && IsClose(text, words, at - 1) && Text(text, words[at - 1]) is { Length: > 3 } before && char.IsUpper(before[0]) && (before.EndsWith("er") || char.IsLower(Text(text, words[at])[0]));
        return isPrevious ? at - 1 : at;
    }

    private static int EndOfCapitals(string text, List<Word> words, int at)
    {
        while (at + 1 < words.Count && IsClose(text, words, at) && char.IsUpper(Text(text, words[at + 1])[0]))
            at++;
        return at;
    }

    private static bool HasStreetEnding(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        if (word.Length < 4 || !char.IsLetter(word[0]))
            return false;
        foreach (var ending in StreetEndings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && (word.Length > ending.Length + 1 || ending is "strasse" or "straße"))
                return char.IsUpper(word[0]) || word.Length == ending.Length;
        }

        return false;
    }

    private static bool IsHouseNumber(ReadOnlySpan<char> word)
    {
        var digits = word.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? word.Length : digits;
        return digits is >= 1 and <= 5 && (digits == word.Length || (word.Length - digits == 1 && char.IsLetter(word[^1])) || (word[digits] is '-' or '/' && word.Length - digits <= 4));
    }

    private static bool IsPostalCode(ReadOnlySpan<char> word)
    {
        var digits = 0;
        foreach (var character in word)
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        return digits >= 4 && word.Length <= 10 && (digits == word.Length || word[0] is 'D' or 'A' or 'C' or 'L' or 'F' && word[1] == '-' || word.IndexOf('-') is 4 or 5 || (word.Length == 6 && word[2] == '-'));
    }

    private static bool IsClose(string text, List<Word> words, int at)
    {
        var gap = text.AsSpan(words[at].End, words[at + 1].Start - words[at].End);
        return gap.Length <= 2 && !gap.ContainsAny(";!?\n") && !(gap.StartsWith(".") && char.IsAsciiDigit(text[words[at].End - 1]));
    }

    /// <summary>The words of the lines around digits; most of a mail is far from any number.</summary>
    private static List<Word> Split(string text)
    {
        var words = new List<Word>();
        var at = 0;
        while (at < text.Length && text.AsSpan(at).IndexOfAnyInRange('0', '9') is >= 0 and var step)
        {
            var digit = at + step;
            var start = Math.Max(at, digit - Reach);
            while (start > at && char.IsLetterOrDigit(text[start - 1]))
                start--;
            var end = Math.Min(text.Length, digit + Reach);
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            AddWords(words, text, start, end);
            at = end;
        }

        return words;
    }

    private static void AddWords(List<Word> words, string text, int at, int end)
    {
        while (at < end)
        {
            while (at < end && !char.IsLetterOrDigit(text[at]))
                at++;
            var start = at;
            while (at < end && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '\'' or '/' || (text[at] == '.' && at - start <= 3 && at > start && char.IsLetter(text[start]))))
                at++;
            if (at > start)
                words.Add(new Word(start, at));
        }
    }

    private static ReadOnlySpan<char> Text(string text, Word word) => text.AsSpan(word.Start, word.End - word.Start);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
