using System.Text.RegularExpressions;
using OutlookAssist.Language;

namespace OutlookAssist.Drafting.Checks;

/// <summary>What a model puts around a true quote: a lead-in of its own, a question, a second sentence. None of it has a source, and it is where orders are echoed.</summary>
internal static partial class Framing
{
    /// <summary>True when the text asks, leads in with words that the quote lacks, or has more sentences than the quote.</summary>
    public static bool IsAdded(string text, string quote) =>
        text.TrimEnd().EndsWith('?') || (!quote.Contains(text, StringComparison.Ordinal) && (HasForeignLeadIn(text, quote) || Sentences(text) > Math.Max(1, Sentences(quote)) || AsksInside(text, quote)));

    private static bool AsksInside(string text, string quote) => text.Count(letter => letter == '?') > quote.Count(letter => letter == '?');

    /// <summary>"As you told me: …" — every word before a colon must be one of the quote.</summary>
    private static bool HasForeignLeadIn(string text, string quote)
    {
        var colon = text.LastIndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
        {
            return false;
        }

        var known = Word().Matches(quote).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Word().Matches(text[..colon]).Any(match => !known.Contains(match.Value));
    }

    private static int Sentences(string text) => SentenceSplitter.Split(text).Count;

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
