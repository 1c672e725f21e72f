namespace OutlookAssist.Knowledge;

/// <summary>Orders candidate passages by how well they, their section and their page speak of what is asked.</summary>
/// <remarks>BM25 over three nested units. The constants sit on a plateau found on the development questions; none was tuned finer than a third.</remarks>
internal static class RankPassages
{
    private const double PassageShare = 1.0;
    private const double PageShare = 0.5;
    private const double SectionShare = 0.2;
    private const double SectionFrameShare = 1.4;

    /// <summary>A section that runs over a page break is cited where it begins, so its later pages get this much of its score.</summary>
    private const double LaterPageShare = 0.6;
    private const double PairShare = 0.3;
    private const double SentenceShare = 0.25;
    private const double NearShare = 0.1;
    private const double NamedSubjectShare = 0.25;

    private const double TypicalPassage = 60;
    private const double TypicalPage = 200;
    private const double TypicalSection = 150;

    /// <summary>Best first, with a relevance of 0…1.</summary>
    public static IReadOnlyList<FoundPassage> Rank(QueryTerms query, IReadOnlyList<AnalyzedPassage> candidates)
    {
        if (query.TotalWeight <= 0)
        {
            return [];
        }

        var counts = candidates.Select(candidate => CountOf(query, candidate)).ToArray();
        var pages = Count(query, candidates, counts, PageOf);
        var sections = Count(query, candidates, counts, SectionOf);
        var subject = new NamedSubject(query, candidates);
        return [.. candidates.Select((candidate, index) => Judge(query, candidate, counts[index], sections[SectionOf(candidate)], pages[PageOf(candidate)], subject.Is(candidate)))
            .OrderByDescending(found => found.Score).ThenBy(found => found.Analysis.Passage.Id)];
    }

    private static TermCounts CountOf(QueryTerms query, AnalyzedPassage candidate)
    {
        var counts = new TermCounts(query);
        counts.Add(candidate);
        return counts;
    }

    private static FoundPassage Judge(QueryTerms query, AnalyzedPassage candidate, TermCounts own, TermCounts section, TermCounts page, bool isNamed)
    {
        var sectionScore = (SectionShare * section.Score(TypicalSection)) + (SectionFrameShare * section.FrameScore());
        var begins = candidate.Passage.SectionPage == candidate.Passage.Page;
        var score = (PassageShare * own.Score(TypicalPassage))
            + (PairShare * TermNearness.Pairs(query, candidate))
            + (NearShare * TermNearness.Near(query, candidate))
            + (SentenceShare * TermNearness.BestSentence(query, candidate))
            + (sectionScore * (begins ? 1 : LaterPageShare))
            + (PageShare * page.Score(TypicalPage));
        score *= isNamed ? 1 + NamedSubjectShare : 1;
        // A section that runs over a page break proves on both of its pages what it says on either.
        var relevance = (0.5 * own.Coverage()) + (0.5 * Math.Max(page.Coverage(), section.Coverage()));
        return new FoundPassage(candidate, score, Math.Round(Math.Clamp(relevance, 0, 1), 3), isNamed);
    }

    private static Dictionary<TKey, TermCounts> Count<TKey>(QueryTerms query, IReadOnlyList<AnalyzedPassage> candidates, TermCounts[] counts, Func<AnalyzedPassage, TKey> unitOf)
        where TKey : notnull
    {
        var units = new Dictionary<TKey, TermCounts>();
        foreach (var (index, candidate) in candidates.Index())
        {
            var unit = unitOf(candidate);
            if (!units.TryGetValue(unit, out var sum))
            {
                units[unit] = sum = new TermCounts(query);
            }

            sum.Add(counts[index]);
        }

        return units;
    }

    private static PageReference PageOf(AnalyzedPassage candidate) => new(candidate.Passage.DocumentId, candidate.Passage.Page);

    private static (string Document, int? Page, string Heading) SectionOf(AnalyzedPassage candidate) =>
        (candidate.Passage.DocumentId, candidate.Passage.SectionPage, candidate.Passage.Heading);
}
