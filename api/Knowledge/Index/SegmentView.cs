namespace OutlookAssist.Knowledge.Index;

/// <summary>A segment as one moment sees it: which of its passages can be found.</summary>
internal sealed class SegmentView
{
    private readonly IReadOnlyList<LiveDocument>[] _documents;

    private SegmentView(PassageSegment segment, IReadOnlyList<LiveDocument>[] documents)
    {
        Segment = segment;
        _documents = documents;
        (Live, Count) = Allow(static _ => true);
    }

    /// <summary>What is looked at.</summary>
    public PassageSegment Segment { get; }

    /// <summary>One bit a passage; null when all can be found.</summary>
    public ulong[]? Live { get; }

    /// <summary>How many passages can be found.</summary>
    public int Count { get; }

    /// <summary>Looks at a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="documentsOf">The documents behind a run; none when it cannot be found.</param>
    public static SegmentView Of(PassageSegment segment, Func<PassageRun, IReadOnlyList<LiveDocument>> documentsOf) =>
        new(segment, [.. segment.Runs.Select(documentsOf)]);

    /// <summary>The bits of the passages of which one document at least passes, and how many there are; null bits for all.</summary>
    public (ulong[]? Bits, int Count) Allow(Func<LiveDocument, bool> passes)
    {
        var bits = new ulong[(Segment.Passages + 63) / 64];
        var count = 0;
        for (var index = 0; index < _documents.Length; index++)
        {
            if (!Passes(_documents[index], passes))
                continue;
            Set(bits, Segment.Runs[index]);
            count += Segment.Runs[index].Count;
        }

        return (count == Segment.Passages ? null : bits, count);
    }

    /// <summary>The contents of which one document at least passes, each once.</summary>
    public IEnumerable<long> ContentsOf(Func<LiveDocument, bool> passes) =>
        _documents.Index().Where(run => Passes(run.Item, passes)).Select(run => Segment.Runs[run.Index].ContentKey).Distinct();

    /// <summary>How many passages that can be found hold a term.</summary>
    public long FrequencyOf(ReadOnlySpan<char> term)
    {
        if (Count == 0 || Segment.Find(term) is not (>= 0 and var place))
            return 0;
        if (Live is null)
            return Segment.Frequencies[place];
        var count = 0L;
        var pages = new PostingPages(Segment, place);
        while (pages.Next())
        {
            var offset = pages.Page << PassageSegment.PageBits;
            foreach (var number in pages.Numbers)
                count += (long)(Live[(offset + number) >> 6] >> number) & 1;
        }

        return count;
    }

    private static bool Passes(IReadOnlyList<LiveDocument> documents, Func<LiveDocument, bool> passes)
    {
        for (var index = 0; index < documents.Count; index++)
        {
            if (passes(documents[index]))
                return true;
        }

        return false;
    }

    private static void Set(ulong[] bits, PassageRun run)
    {
        for (var number = run.First; number < run.First + run.Count;)
        {
            var upTo = Math.Min((number | 63) + 1, run.First + run.Count);
            bits[number >> 6] |= (ulong.MaxValue >> (64 - (upTo - number))) << number;
            number = upTo;
        }
    }
}
