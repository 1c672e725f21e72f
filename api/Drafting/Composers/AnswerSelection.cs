using OutlookAssist.Drafting.SavedReplies;
using OutlookAssist.Knowledge;

namespace OutlookAssist.Drafting.Composers;

/// <summary>Decides whether the passages answer a question, and with which of their sentences.</summary>
internal static class AnswerSelection
{
    /// <summary>Below this share of what would prove an answer a page does not speak of the question.</summary>
    public const double EnoughRelevance = 0.675;

    /// <summary>A page that scores this close to the best one answers as well: two plans, two departments.</summary>
    private const double AsGood = 0.9;

    /// <summary>A further page must bring this share of the question's weight that the first one lacks.</summary>
    private const double NewShare = 0.25;

    /// <summary>Of the next page, where the section goes on, less is enough.</summary>
    private const double RestShare = 0.1;
    private const int PagesLookedAt = 3;

    /// <summary>Whether the best page speaks of the question at all: where it does not, nobody may answer from it, whoever writes.</summary>
    public static bool Speaks(KnowledgeFindings findings) =>
        findings.Passages.Count > 0
        && findings.Passages[0].Passage is var best
        && findings.Passages.Where(found => found.Passage.DocumentId == best.DocumentId && found.Passage.Page == best.Page).Max(found => found.Relevance) >= EnoughRelevance;

    /// <summary>The sentences to quote, in the order of their documents, from one page or two; empty when the knowledge has no answer.</summary>
    public static IReadOnlyList<Quotation> Select(KnowledgeFindings findings, int sentences)
    {
        if (!Speaks(findings))
        {
            return [];
        }

        var pages = findings.Passages
            .GroupBy(found => new PageReference(found.Passage.DocumentId, found.Passage.Page))
            .Select(page => page.ToList())
            .ToList();
        if (SavedReplySource.Is(pages[0][0].Passage))
        {
            return SavedReplySource.Whole(pages[0][0]);
        }

        var covered = new bool[findings.Query.Count];
        var chosen = AnswerSentence.Choose(findings.Query, pages[0], sentences, covered);
        if (chosen.Count == 0)
        {
            return [];
        }

        if (SectionBeginning(pages) is { } beginning)
        {
            return [.. AnswerSentence.Choose(findings.Query, beginning, 1, covered), .. chosen];
        }

        var isNamed = findings.Passages.Any(found => found.IsNamed);
        var second = pages.Skip(1).Take(PagesLookedAt - 1).FirstOrDefault(page => (page[0].IsNamed || !isNamed)
            && (page[0].Score >= AsGood * pages[0][0].Score
                || Gain(findings.Query, page, covered) >= (Continues(pages[0][0].Passage, page[0].Passage) ? RestShare : NewShare) * findings.Query.TotalWeight));
        return second is null ? chosen : [.. chosen, .. AnswerSentence.Choose(findings.Query, second, 1, covered)];
    }

    /// <summary>Where the best passage's section begins, when that is an earlier page: a reader wants to start there.</summary>
    private static List<FoundPassage>? SectionBeginning(List<List<FoundPassage>> pages)
    {
        var best = pages[0][0].Passage;
        return best.SectionPage == best.Page
            ? null
            : pages.Find(page => page[0].Passage.DocumentId == best.DocumentId && page[0].Passage.Page == best.SectionPage)?
                .FindAll(found => found.Passage.Heading == best.Heading) is { Count: > 0 } beginning ? beginning : null;
    }

    private static bool Continues(Passage best, Passage other) =>
        other.DocumentId == best.DocumentId && other.Page == best.Page + 1 && other.SectionPage == best.SectionPage && other.Heading == best.Heading;

    private static double Gain(QueryTerms query, List<FoundPassage> page, bool[] covered)
    {
        var gained = new HashSet<int>();
        foreach (var key in page.SelectMany(found => found.Analysis.Sentences).SelectMany(sentence => sentence.Terms).Where(query.Shows))
        {
            if (query.IndexOf(key) is >= 0 and var index && !covered[index])
            {
                gained.Add(index);
            }
        }

        return gained.Sum(query.Proof);
    }
}
