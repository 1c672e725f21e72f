using System.Text.RegularExpressions;
using OutlookAssist.Privacy;

namespace OutlookAssist.Drafting.Checks;

/// <summary>Names of people, products and codes that a sentence uses although neither its source nor the mail does.</summary>
internal static partial class NamesIn
{
    /// <summary>The first name or personal datum that stands in none of the sources; null when all do.</summary>
    /// <param name="claim">One sentence.</param>
    /// <param name="sources">Where a name may come from.</param>
    /// <param name="language">German writes every noun with a capital, so there only codes and people count.</param>
    public static string? Foreign(string claim, string sources, string language)
    {
        foreach (var datum in FindPersonalData.Find(claim))
        {
            if (claim[datum.Start..datum.End] is var value && !sources.Contains(value, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return Names(claim, language).Select(match => match.Value).FirstOrDefault(name => !sources.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Where names of people, products and codes stand; neighbours are one.</summary>
    public static IEnumerable<(int Start, int End)> Spans(string text, string language)
    {
        (int Start, int End)? open = null;
        foreach (var match in Names(text, language))
        {
            if (open is { } before && match.Index == before.End + 1 && text[before.End] == ' ')
            {
                open = (before.Start, match.Index + match.Length);
                continue;
            }

            if (open is { } whole)
            {
                yield return whole;
            }

            open = (match.Index, match.Index + match.Length);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static IEnumerable<Match> Names(string text, string language)
    {
        var isGerman = language.StartsWith("de", StringComparison.OrdinalIgnoreCase);
        return Word().Matches(text).Where(match => IsName(match.Value, isFirst: match.Index == 0 || IsBehindStop(text, match.Index), isGerman));
    }

    private static bool IsName(string word, bool isFirst, bool isGerman)
    {
        if (word.Length < 2)
        {
            return false;
        }

        var isCode = word.Skip(1).Any(char.IsUpper) || (word.Any(char.IsDigit) && word.Any(char.IsLetter));
        return isCode || (char.IsUpper(word[0]) && !isFirst && !isGerman);
    }

    private static bool IsBehindStop(string text, int index)
    {
        var before = text.AsSpan(0, index).TrimEnd();
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or ':' or '"' or '“' or '(' or '•' or '-';
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:[-'’][\p{L}\p{Nd}]+)*")]
    private static partial Regex Word();
}
