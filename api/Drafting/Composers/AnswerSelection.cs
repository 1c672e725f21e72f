using OutlookAssist.Knowledge;

namespace OutlookAssist.Drafting.Composers;

/// <summary>Decides whether the passages answer a question, and with which of their sentences.</summary>
internal static class AnswerSelection
{
    /// <summary>Below this share of the question's weight a page does not speak of it; measured on the development questions.</summary>
    public const double EnoughCoverage = 0.6;

    /// <summary>A second page must bring this share of the question's weight that the first one lacks.</summary>
    private const double SecondPageShare = 0.25;
    private const int PagesLookedAt = 3;
    private const int ShortestSentence = 15;
    private const int LongestSentence = 600;

    /// <summary>The sentences to quote, in the order of their document; empty when the knowledge has no answer.</summary>
    public static IReadOnlyList<Quotation> Select(KnowledgeFindings findings, int sentences)
    {
        var query = findings.Query;
        var pages = findings.Passages
            .GroupBy(found => new PageReference(found.Passage.DocumentId, found.Passage.Page))
            .Take(PagesLookedAt)
            .Select(page => page.ToList())
            .ToList();
        if (pages.Count == 0 || pages[0][0].Relevance < EnoughCoverage)
        {
            return [];
        }

        var covered = new bool[query.Count];
        var chosen = Choose(query, pages[0], sentences, covered);
        foreach (var page in pages.Skip(1))
        {
            if (chosen.Count > 0 && Gain(query, page, covered) >= SecondPageShare * query.TotalWeight)
            {
                chosen.AddRange(Choose(query, page, 1, covered));
                break;
            }
        }

        return chosen;
    }

    private static List<Quotation> Choose(QueryTerms query, List<FoundPassage> page, int sentences, bool[] covered)
    {
        var candidates = page.SelectMany(found => found.Analysis.Sentences.Select((sentence, place) => new Candidate(found, sentence, place)))
            .Where(candidate => candidate.Sentence.Length is >= ShortestSentence and <= LongestSentence && !candidate.IsHeading)
            .ToList();
        var picked = new List<Candidate>();
        while (picked.Count < sentences && candidates.Count > 0)
        {
            var best = candidates.MaxBy(candidate => candidate.Score(query, covered, page[0]))!;
            if (best.Score(query, covered, page[0]) <= 0)
            {
                break;
            }

            picked.Add(best);
            candidates.Remove(best);
            best.Cover(query, covered);
        }

        return [.. picked.OrderBy(candidate => candidate.Found.Passage.Partition).ThenBy(candidate => candidate.Place)
            .Select(candidate => new Quotation(candidate.Found, candidate.Quote))];
    }

    private static double Gain(QueryTerms query, List<FoundPassage> page, bool[] covered)
    {
        var gained = new bool[query.Count];
        foreach (var found in page)
        {
            foreach (var sentence in found.Analysis.Sentences)
            {
                foreach (var key in sentence.Terms)
                {
                    if (query.IndexOf(key) is >= 0 and var index && !covered[index] && query.IsAsked(index))
                    {
                        gained[index] = true;
                    }
                }
            }
        }

        return gained.Select((isGained, index) => isGained ? query.Weights[index] : 0).Sum();
    }

    private sealed record Candidate(FoundPassage Found, AnalyzedSentence Sentence, int Place)
    {
        private const double RepeatedShare = 0.35;

        public string Quote { get; } = Trim(Found.Passage.Text.Substring(Sentence.Start, Sentence.Length));

        public bool IsHeading => Quote.Length == 0 || (!EndsLikeASentence && Found.Passage.Heading.EndsWith(Quote, StringComparison.Ordinal)) || Quote.EndsWith('?');

        private bool EndsLikeASentence => ".!:;。！".Contains(Quote[^1], StringComparison.Ordinal);

        public double Score(QueryTerms query, bool[] covered, FoundPassage best)
        {
            var seen = new HashSet<int>();
            var score = 0.0;
            foreach (var key in Sentence.Terms)
            {
                if (query.IndexOf(key) is >= 0 and var index && seen.Add(index))
                {
                    score += query.Weights[index] * (covered[index] ? RepeatedShare : 1);
                }
            }

            if (score <= 0)
            {
                return 0;
            }

            // The passage that was found first is where the answer is expected; a lone fragment says little.
            var place = Found == best ? 1.25 : 1;
            var whole = EndsLikeASentence ? 1.1 : 0.8;
            return score * place * whole / (1 + (Sentence.Terms.Length / 60.0));
        }

        public void Cover(QueryTerms query, bool[] covered)
        {
            foreach (var key in Sentence.Terms)
            {
                if (query.IndexOf(key) is >= 0 and var index)
                {
                    covered[index] = true;
                }
            }
        }

        /// <summary>Without the bullet or number in front, which is layout and not words.</summary>
        private static string Trim(string sentence)
        {
            var start = 0;
            while (start < sentence.Length && (char.IsWhiteSpace(sentence[start]) || "•·▪●○◦*–—-\u2022\uf0b7".Contains(sentence[start], StringComparison.Ordinal)))
            {
                start++;
            }

            return sentence[start..].Trim();
        }
    }
}
