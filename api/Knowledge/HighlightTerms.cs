using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>Finds the words of a passage that a question was looking for, in whatever inflection they stand there.</summary>
internal static class HighlightTerms
{
    /// <summary>Stretches of the passage's text (UTF-16 code units) in order, without overlap.</summary>
    public static IReadOnlyList<TextSpan> In(Passage passage, QueryTerms query)
    {
        var terms = new List<Term>();
        TextTerms.Analyze(passage.Text, passage.Language, terms);
        var spans = new List<TextSpan>();
        foreach (var term in terms.OrderBy(term => term.Start).ThenByDescending(term => term.Length))
        {
            if (!term.IsStopWord && query.IndexOf(AnalyzedPassage.KeyOf(term.Stem)) is >= 0 and var index && query.IsAsked(index) && query.Shows(AnalyzedPassage.KeyOf(term.Stem))
                && (spans.Count == 0 || spans[^1].End <= term.Start))
            {
                spans.Add(new TextSpan(term.Start, term.Length));
            }
        }

        return spans;
    }
}
