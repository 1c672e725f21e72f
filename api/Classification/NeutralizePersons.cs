using System.Text;
using OutlookAssist.Privacy.Names;

namespace OutlookAssist.Classification;

/// <summary>Takes out of a text who it speaks of, before it is judged: the same mail about somebody else reads the same afterwards.</summary>
internal static class NeutralizePersons
{
    /// <summary>Stands for any person: a letter of its own, so that it is a word, but of no language.</summary>
    public const char Person = 'ª';

    private const int MostNameWords = 4;
    private const int LongestAddress = 200;

    private static readonly (string Many, string One)[] Verbs = [(" were", " was"), (" are", " is"), (" have", " has"), (" do", " does"), (" weren't", " wasn't"), (" aren't", " isn't"), (" haven't", " hasn't"), (" don't", " doesn't")];

    /// <summary>The text with one <see cref="Person"/> for every mention, and without addresses.</summary>
    public static string Neutralize(string text)
    {
        var into = new StringBuilder(text.Length);
        var copied = 0;
        var at = 0;
        var determiner = -1;
        var sign = NextSign(text, 0);
        while (at < text.Length)
        {
            if (sign < at)
                sign = NextSign(text, at);
            if (sign - at < LongestAddress && !text.AsSpan(at, Math.Min(sign, text.Length - 1) + 1 - at).ContainsAny(" \t\n\r<>()[]\","))
            {
                at = SkipAddress(text, at, into, ref copied);
                continue;
            }

            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var end = WordEnd(text, at);
            var word = text.AsSpan(at, end - at);
            var stop = MentionEnd(text, at, end, word);
            if (stop < 0)
            {
                determiner = PersonWords.Determiners.Contains(word) ? at : -1;
                at = end;
                continue;
            }

            // "my sister" and "she" are one mention each.
            var start = determiner >= copied && determiner >= 0 && text.AsSpan(determiner, at - determiner).Count(' ') == 1 && at - determiner < 12 ? determiner : at;
            Append(into, text.AsSpan(copied, start - copied));
            at = copied = AppendVerb(text, stop, into);
            determiner = -1;
        }

        return copied == 0 ? text : into.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The next sign that only addresses have; far away when there is none.</summary>
    private static int NextSign(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var step = text.AsSpan(at).IndexOfAny('@', '/');
            if (step < 0)
                break;
            at += step;
            if (text[at] == '@' || (at + 1 < text.Length && text[at + 1] == '/' && at > 0 && text[at - 1] == ':'))
                return at;
        }

        return int.MaxValue / 2;
    }

    /// <summary>A mention that follows another at once is the same one.</summary>
    private static void Append(StringBuilder into, ReadOnlySpan<char> before)
    {
        if (into.Length > 0 && into[^1] == Person && before is " " or "")
            return;
        into.Append(before).Append(Person);
    }

    /// <summary>Where the mention that begins here ends, or −1.</summary>
    private static int MentionEnd(string text, int at, int end, ReadOnlySpan<char> word)
    {
        if (PersonWords.Pronouns.Contains(word) || (PersonWords.Kin.Contains(word) && !IsTitleOfName(text, end, word)))
            return end;
        if (!char.IsUpper(word[0]))
            return -1;
        var bare = WithoutPossessive(word);
        if (PersonWords.Titles.Contains(bare) && NextCapital(text, end) is > 0 and var titled)
            return NameEnd(text, titled, MostNameWords);
        if (IsFirstName(bare) || IsNameByPlace(text, at, end, bare))
            return bare.Length < word.Length ? at + bare.Length : NameEnd(text, at, MostNameWords);
        return IsAddressed(text, at, end) ? NameEnd(text, at, MostNameWords) : -1;
    }

    private static bool IsFirstName(ReadOnlySpan<char> word)
    {
        // "MARY" may be shouted; "IT" is no name.
        if (word.Length < 2 || (word.Length == 2 && char.IsUpper(word[1])))
            return false;
        var hyphen = word.IndexOf('-');
        if (PersonWords.Names.Contains(word) || (hyphen > 1 && PersonWords.Names.Contains(word[..hyphen])))
            return true;
        // What may as well be a word or a place stays: it is more often that.
        return (NameLists.KindsOf(word) & (NameKinds.Given | NameKinds.Weak | NameKinds.Everyday | NameKinds.Word)) == NameKinds.Given;
    }

    /// <summary>Kate, Bill and Rose are words or places as well: inside a sentence a capital tells, at its beginning a verb that only a person has.</summary>
    private static bool IsNameByPlace(string text, int at, int end, ReadOnlySpan<char> word)
    {
        const NameKinds wanted = NameKinds.Given | NameKinds.Weak;
        if (word.Length < 2 || !HasLower(word) || CommonWords.Contains(word) || (NameLists.KindsOf(word) & (wanted | NameKinds.Everyday)) != wanted)
            return false;
        if (end + 1 < text.Length && text[end] == ' ' && text.AsSpan(end + 1, WordEnd(text, end + 1) - end - 1) is var next && PersonWords.Deeds.Contains(next))
            return true;
        if (at < 2 || text[at - 1] != ' ' || !char.IsLetter(text[at - 2]))
            return false;
        var start = at - 1;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        var before = text.AsSpan(start, at - 1 - start);
        return char.IsLower(before[0]) && !PersonWords.Articles.Contains(before);
    }

    /// <summary>"They were" and "she was" say the same of somebody; gives where the copying goes on.</summary>
    private static int AppendVerb(string text, int at, StringBuilder into)
    {
        foreach (var (many, one) in Verbs)
        {
            if (text.AsSpan(at).StartsWith(many, StringComparison.Ordinal) && (at + many.Length == text.Length || !char.IsLetter(text[at + many.Length])))
            {
                into.Append(one);
                return at + many.Length;
            }
        }

        return at;
    }

    private static bool IsTitleOfName(string text, int end, ReadOnlySpan<char> word) => PersonWords.Titles.Contains(word) && NextCapital(text, end) > 0;

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word) => word.EndsWith("'s") || word.EndsWith("’s") ? word[..^2] : word;

    /// <summary>The end of the capitalised words that follow each other on one line.</summary>
    private static int NameEnd(string text, int start, int most)
    {
        var end = WordEnd(text, start);
        for (var words = 1; words < most; words++)
        {
            var next = end < text.Length && text[end] == '.' && end - start <= 2 ? end + 1 : end;
            if (next + 1 >= text.Length || text[next] != ' ' || !char.IsUpper(text[next + 1]))
                break;
            var stop = WordEnd(text, next + 1);
            var word = text.AsSpan(next + 1, stop - next - 1);
            // "Anna I need" and "Anna Please" begin something else.
            if (word is "I" || word.StartsWith("I'") || (word.Length > 1 && !HasLower(word)) || CommonWords.Contains(word))
                break;
            end = stop;
        }

        var name = text.AsSpan(start, end - start);
        return end - name.Length + WithoutPossessive(name).Length;
    }

    private static bool HasLower(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsLower(letter))
                return true;
        }

        return false;
    }

    private static int NextCapital(string text, int end)
    {
        var next = end < text.Length && text[end] == '.' ? end + 1 : end;
        return next + 1 < text.Length && text[next] == ' ' && char.IsUpper(text[next + 1]) ? next + 1 : -1;
    }

    /// <summary>"Dear Xanthippe," and a last line that is nothing but "Xanthippe Miller" name somebody, whoever it is.</summary>
    private static bool IsAddressed(string text, int start, int end)
    {
        var line = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var stop = NameEnd(text, start, MostNameWords);
        if (CommonWords.Contains(text.AsSpan(start, end - start)))
            return false;
        var before = text.AsSpan(line, start - line).Trim();
        if (before.Length == 0)
            return line > 0 && text.AsSpan(stop).Trim(" \n\r.").IsEmpty;
        var space = before.LastIndexOf(' ');
        return space < 8 && PersonWords.Greetings.Contains(before[(space + 1)..]) && (stop == text.Length || text[stop] is ',' or '!' or '\n' or '\r' or ':' or '.' or ';');
    }

    /// <summary>Mail addresses and handles are persons; the address of a page says nothing but that there is one.</summary>
    private static int SkipAddress(string text, int at, StringBuilder into, ref int copied)
    {
        var start = at;
        while (start > copied && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('<' or '(' or '[' or '"' or ','))
            start--;
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('>' or ')' or ']' or '"' or ','))
            end++;
        if (text.AsSpan(start, end - start).Contains("://", StringComparison.Ordinal))
        {
            into.Append(text, copied, start - copied).Append("http");
            copied = end;
        }
        else if (end - start > 1)
        {
            Append(into, text.AsSpan(copied, start - copied));
            copied = end;
        }

        return Math.Max(end, at + 1);
    }

    private static int WordEnd(string text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '-' or '\'' or '’' && at > start && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            at++;
        return at;
    }
}
