using System.Text.RegularExpressions;
using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>A short form as a document explains it itself: "Coordination of Benefits (COB)", "COB (Coordination of Benefits)".</summary>
/// <param name="Short">The stem of the short form.</param>
/// <param name="Long">The stems of its words, in order, stop words left out.</param>
internal sealed partial record ShortForm(string Short, IReadOnlyList<string> Long)
{
    private const int MostInAPassage = 8;
    private const int FewestWords = 2;

    /// <summary>What a passage explains; the first few, nearly always none.</summary>
    public static IReadOnlyList<ShortForm> In(string text, string language)
    {
        if (!text.Contains('(', StringComparison.Ordinal))
        {
            return [];
        }

        var found = new List<ShortForm>();
        foreach (Match match in Brackets().Matches(text))
        {
            var (inside, before) = (match.Groups["inside"].Value, match.Groups["before"].Value);
            var form = IsShort(inside) ? Read(inside, EndOf(before, inside), language)
                : IsShort(before[(before.LastIndexOf(' ') + 1)..]) ? Read(before[(before.LastIndexOf(' ') + 1)..], inside, language)
                : null;
            if (form is not null && found.Count < MostInAPassage)
            {
                found.Add(form);
            }
        }

        return found;
    }

    [GeneratedRegex(@"(?<before>(?:[\p{L}\p{N}&'’-]+ ){0,9}[\p{L}\p{N}&'’-]+) ?\((?<inside>[^()\n]{2,80})\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();

    private static bool IsShort(string word) =>
        word.Length is >= 2 and <= 8 && word.All(char.IsLetterOrDigit) && char.IsUpper(word[0]) && word.Count(char.IsUpper) >= 2;

    /// <summary>The last words of a text whose first letters make up the short form; small words in between ("of") need no letter.</summary>
    private static string EndOf(string before, string shortForm)
    {
        var words = before.Split(' ');
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
