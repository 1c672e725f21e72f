using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>A short form as a document explains it itself: "Coordination of Benefits (COB)", "COB (Coordination of Benefits)".</summary>
/// <param name="Short">The stem of the short form.</param>
/// <param name="Long">The stems of its words, in order, stop words left out.</param>
internal sealed record ShortForm(string Short, IReadOnlyList<string> Long)
{
    private const int MostInAPassage = 8;
    private const int FewestWords = 2;
    private const int MostWords = 10;
    private const int LongestInside = 81;

    /// <summary>What a passage explains; the first few, nearly always none.</summary>
    public static IReadOnlyList<ShortForm> In(string text, string language)
    {
        var found = new List<ShortForm>();
        for (var open = text.IndexOf('('); open >= 0 && found.Count < MostInAPassage; open = text.IndexOf('(', open + 1))
        {
            var end = text.AsSpan(open + 1, Math.Min(LongestInside, text.Length - open - 1)).IndexOfAny("()\n");
            if (end < 0 || text[open + 1 + end] != ')')
            {
                continue;
            }

            var (inside, before) = (text.Substring(open + 1, end), WordsBefore(text, open));
            var last = before[(before.LastIndexOf(' ') + 1)..];
            var form = IsShort(inside) ? Read(inside, EndOf(before, inside), language) : IsShort(last) ? Read(last, inside, language) : null;
            if (form is not null)
            {
                found.Add(form);
            }
        }

        return found;
    }

    /// <summary>The words that end in front of a bracket, the last ten at most, divided by single spaces.</summary>
    private static string WordsBefore(string text, int bracket)
    {
        var end = bracket > 0 && text[bracket - 1] == ' ' ? bracket - 1 : bracket;
        var (start, words) = (end, 0);
        while (start > 0 && (IsOfWord(text[start - 1]) || (text[start - 1] == ' ' && start < end && text[start] != ' ' && ++words < MostWords)))
        {
            start--;
        }

        return text[start..end].TrimStart();
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter is '&' or '\'' or '’' or '-';

    private static bool IsShort(string word) =>
        word.Length is >= 2 and <= 8 && word.All(char.IsLetterOrDigit) && char.IsUpper(word[0]) && word.Count(char.IsUpper) >= 2;

    /// <summary>The last words of a text whose first letters make up the short form; small words in between ("of") need no letter.</summary>
    private static string EndOf(string before, string shortForm)
    {
        var words = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var letter = shortForm.Length - 1;
        for (var word = words.Length - 1; word >= 0; word--)
        {
            if (char.ToUpperInvariant(words[word][0]) == char.ToUpperInvariant(shortForm[letter]) && --letter < 0)
            {
                return string.Join(' ', words[word..]);
            }

            if (char.IsUpper(words[word][0]) && letter == shortForm.Length - 1)
            {
                return "";
            }
        }

        return "";
    }

    private static ShortForm? Read(string shortForm, string longForm, string language)
    {
        var letters = string.Concat(longForm.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0])));
        var words = Stems(longForm, language);
        return words.Count >= FewestWords && IsWithin(shortForm.ToUpperInvariant(), letters) && Stems(shortForm, language) is [var stem] ? new ShortForm(stem, words) : null;
    }

    /// <summary>Whether the letters of the one stand in the other in this order, the first one first.</summary>
    private static bool IsWithin(string shortForm, string letters)
    {
        var at = 0;
        foreach (var letter in letters)
        {
            at += at < shortForm.Length && letter == shortForm[at] ? 1 : 0;
        }

        return at == shortForm.Length && letters.Length > 0 && letters[0] == shortForm[0];
    }

    private static List<string> Stems(string text, string language)
    {
        var terms = new List<Term>();
        TextTerms.Analyze(text, language, terms);
        return [.. terms.Where(term => !term.IsStopWord).Select(term => term.Stem)];
    }
}
