using OutlookAssist.Language;

namespace OutlookAssist.Drafting.Checks;

/// <summary>How much of what a sentence says stands in its source: a true quote under other words supports nothing.</summary>
internal static class WordCover
{
    private const double EnoughInSource = 0.5;
    private const double StrangeShare = 0.2;
    private const int StrangeRun = 3;
    private const double LeastAsked = 0.2;

    /// <summary>True when at least half of the words that carry meaning stand in the source, and hardly one stands in neither source nor question.</summary>
    /// <param name="claim">One sentence.</param>
    /// <param name="source">The quote it claims to rest on.</param>
    /// <param name="question">What it answers; its words may be taken up.</param>
    /// <param name="language">The language of all three.</param>
    public static bool IsCovered(string claim, string source, string question, string language) =>
        SentenceSplitter.Split(claim).All(span => IsOneCovered(claim.Substring(span.Start, span.Length), source, question, language));

    /// <summary>True when the quote speaks of the question at all: a true sentence about something else is no answer.</summary>
    public static bool SpeaksOf(string quote, string question, string language)
    {
        // The letters of an address say nothing about the matter.
        var spoken = Meanings(string.Join(' ', quote.Split(' ').Where(word => !word.Contains('@') && !word.Contains("://", StringComparison.Ordinal))), language);
        var asked = Stems(question, language).Distinct().ToList();
        return asked.Count == 0 || asked.Count(spoken.Contains) >= Math.Max(1, (int)(asked.Count * LeastAsked));
    }

    private static bool IsOneCovered(string claim, string source, string question, string language)
    {
        var said = Stems(claim, language);
        if (said.Count == 0)
        {
            return true;
        }

        var inSource = Meanings(source, language);
        var known = Meanings(question, language);
        var (supported, strange, run, longest) = (0, 0, 0, 0);
        foreach (var stem in said)
        {
            if (inSource.Contains(stem))
            {
                supported++;
                run = 0;
            }
            else if (known.Contains(stem))
            {
                run = 0;
            }
            else
            {
                strange++;
                longest = Math.Max(longest, ++run);
            }
        }

        return supported >= EnoughInSource * said.Count && strange <= 1 + (StrangeShare * said.Count) && longest < StrangeRun;
    }

    private static List<string> Stems(string text, string language)
    {
        var terms = new List<Term>();
        TextTerms.Analyze(text, language.Split('-')[0], terms);
        return [.. terms.Where(term => !term.IsStopWord).Select(term => term.Stem)];
    }

    private static HashSet<string> Meanings(string text, string language)
    {
        var primary = language.Split('-')[0];
        var meanings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stem in Stems(text, language))
        {
            meanings.Add(stem);
            meanings.UnionWith(Concepts.OtherStems(stem, primary));
        }

        return meanings;
    }
}
