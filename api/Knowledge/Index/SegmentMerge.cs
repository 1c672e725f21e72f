namespace OutlookAssist.Knowledge.Index;

/// <summary>Makes one segment of several and leaves out the passages that nobody can find any more.</summary>
internal static class SegmentMerge
{
    private const int Dropped = -1;

    /// <summary>The merged segment; of no passages when none is kept.</summary>
    public static PassageSegment Merge(string scope, IReadOnlyList<PassageSegment> inputs, Func<PassageSegment, PassageRun, bool> isKept, CancellationToken cancellation = default)
    {
        var runs = new List<PassageRun>();
        var numbers = new int[inputs.Count][];
        var next = 0;
        for (var input = 0; input < inputs.Count; input++)
            numbers[input] = Renumber(inputs[input], isKept, runs, ref next);
        var writer = new SegmentWriter(scope, checked((int)Math.Min(Array.MaxLength, inputs.Sum(input => (long)input.Postings.Length))));
        var places = new int[inputs.Count];
        var sharing = new List<int>(inputs.Count);
        while (LowestTerm(inputs, places, sharing) is >= 0 and var lowest)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var input in sharing)
                Copy(inputs[input], places[input], numbers[input], writer);
            writer.EndTerm(inputs[lowest].TermAt(places[lowest]));
            foreach (var input in sharing)
                places[input]++;
        }

        return writer.Build([.. runs]);
    }

    private static int[] Renumber(PassageSegment segment, Func<PassageSegment, PassageRun, bool> isKept, List<PassageRun> runs, ref int next)
    {
        var numbers = new int[segment.Passages];
        foreach (var run in segment.Runs)
        {
            var kept = isKept(segment, run);
            for (var index = 0; index < run.Count; index++)
                numbers[run.First + index] = kept ? next + index : Dropped;
            if (kept)
            {
                runs.Add(run with { First = next });
                next += run.Count;
            }
        }

        return numbers;
    }

    /// <summary>An input that stands at the first of all next terms, or −1 at the end; <paramref name="sharing"/> gets all that do.</summary>
    private static int LowestTerm(IReadOnlyList<PassageSegment> inputs, int[] places, List<int> sharing)
    {
        sharing.Clear();
        for (var input = 0; input < places.Length; input++)
        {
            if (places[input] == inputs[input].Terms)
                continue;
            var order = sharing.Count == 0 ? -1 : inputs[input].TermAt(places[input]).SequenceCompareTo(inputs[sharing[0]].TermAt(places[sharing[0]]));
            if (order > 0)
                continue;
            if (order < 0)
                sharing.Clear();
            sharing.Add(input);
        }

        return sharing.Count == 0 ? -1 : sharing[0];
    }

    private static void Copy(PassageSegment from, int term, int[] numbers, SegmentWriter writer)
    {
        var pages = new PostingPages(from, term);
        while (pages.Next())
        {
            var offset = pages.Page << PassageSegment.PageBits;
            var impacts = pages.Impacts;
            var page = pages.Numbers;
            for (var index = 0; index < page.Length; index++)
            {
                if (numbers[offset + page[index]] is >= 0 and var number)
                    writer.Add(number, impacts[index]);
            }
        }
    }
}
