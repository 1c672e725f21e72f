namespace OutlookAssist.Knowledge.Index;

/// <summary>All segments of one organisation's collection as one moment sees them; searches run on it without locks.</summary>
/// <param name="Segments">Largest first, so that the threshold rises early.</param>
/// <param name="Languages">The languages of the documents.</param>
internal sealed record ScopeView(IReadOnlyList<SegmentView> Segments, IReadOnlyCollection<string> Languages)
{
    /// <summary>A scope without documents.</summary>
    public static readonly ScopeView Empty = new([], []);

    /// <summary>A longer question is searched by its rarest terms: the others decide nothing among so many.</summary>
    private const int MostTerms = 128;

    /// <summary>Postings that one question may weigh; the commonest terms beyond are left to the ranking of what was found.</summary>
    private const long MostPostings = 8_000_000;

    /// <summary>Passages that can be found.</summary>
    public long Passages { get; } = Segments.Sum(segment => (long)segment.Count);

    /// <summary>The terms of all segments.</summary>
    public Vocabulary Vocabulary { get; } = new([.. Segments.Select(segment => segment.Segment.TermList)]);

    /// <summary>How many passages hold each term.</summary>
    public Dictionary<string, long> FrequenciesOf(IReadOnlyCollection<string> terms)
    {
        var frequencies = new Dictionary<string, long>(terms.Count, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            var frequency = 0L;
            foreach (var segment in Segments)
                frequency += segment.FrequencyOf(term);
            frequencies[term] = frequency;
        }

        return frequencies;
    }

    /// <summary>How many passages hold each term, those of deleted contents included: nothing is counted for it.</summary>
    public Dictionary<string, long> RoughFrequenciesOf(IReadOnlyCollection<string> terms)
    {
        var frequencies = new Dictionary<string, long>(terms.Count, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            var frequency = 0L;
            foreach (var segment in Segments)
                frequency += segment.Segment.Find(term) is >= 0 and var place ? segment.Segment.Frequencies[place] : 0;
            frequencies[term] = frequency;
        }

        return frequencies;
    }

    /// <summary>The contents of the documents that pass, each once.</summary>
    /// <param name="passes">Which documents may be found; null for all.</param>
    public IEnumerable<long> ContentsOf(Func<LiveDocument, bool>? passes) => Segments.SelectMany(segment => segment.ContentsOf(passes ?? (static _ => true)));

    /// <summary>The best passages for the terms.</summary>
    /// <param name="frequencies">Each term with the passages that hold it.</param>
    /// <param name="passes">Which documents may be found; null for all.</param>
    /// <param name="limit">At most so many.</param>
    public ScoredPassage[] Search(IReadOnlyDictionary<string, long> frequencies, Func<LiveDocument, bool>? passes, int limit)
    {
        var terms = Choose(frequencies);
        var top = new TopPassages(limit);
        foreach (var segment in Segments)
        {
            var (allowed, count) = passes is null ? (segment.Live, segment.Count) : segment.Allow(passes);
            if (count > 0)
                SearchSegment.Run(segment.Segment, allowed, terms, top);
        }

        return top.ToArray();
    }

    private List<WeightedTerm> Choose(IReadOnlyDictionary<string, long> frequencies)
    {
        var chosen = new List<WeightedTerm>();
        var postings = 0L;
        foreach (var (term, frequency) in frequencies.Where(term => term.Value > 0).OrderBy(term => term.Value).ThenBy(term => term.Key, StringComparer.Ordinal))
        {
            postings += frequency;
            if (chosen.Count == MostTerms || (chosen.Count > 0 && postings > MostPostings))
                break;
            chosen.Add(new WeightedTerm(term, Rarity.Of(frequency, Passages)));
        }

        return chosen;
    }
}
