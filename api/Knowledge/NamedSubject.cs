namespace OutlookAssist.Knowledge;

/// <summary>Finds which documents a question names: two plans that differ in one word of their title answer alike, but only one was asked for.</summary>
internal sealed class NamedSubject
{
    private const int ShortestName = 2;
    private readonly Dictionary<string, int> _longest = [];
    private readonly int _best;

    /// <summary>Looks for runs of the question's words in titles and outermost headings.</summary>
    public NamedSubject(QueryTerms query, IReadOnlyList<AnalyzedPassage> candidates)
    {
        foreach (var candidate in candidates)
        {
            var run = Math.Max(LongestRun(query, candidate.Title), LongestRun(query, candidate.Subject));
            _longest[candidate.Passage.DocumentId] = Math.Max(run, _longest.GetValueOrDefault(candidate.Passage.DocumentId));
            _best = Math.Max(_best, run);
        }
    }

    /// <summary>Whether no other document is named more fully.</summary>
    public bool Is(AnalyzedPassage candidate) => _best >= ShortestName && _longest[candidate.Passage.DocumentId] == _best;

    private static int LongestRun(QueryTerms query, int[] keys)
    {
        var longest = 0;
        for (var start = 0; start < keys.Length; start++)
        {
            var first = query.IndexOf(keys[start]);
            if (first < 0 || !query.IsAsked(first) || query.ShareOf(keys[start]) < 1)
            {
                continue;
            }

            var length = 1;
            while (start + length < keys.Length && query.IndexOf(keys[start + length]) == first + length)
            {
                length++;
            }

            longest = Math.Max(longest, length);
        }

        return longest;
    }
}
