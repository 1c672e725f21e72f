namespace OutlookAssist.Knowledge.Index;

/// <summary>Keeps the best passages met so far; of equal scores the smaller key is better, so that the order never depends on how the index is cut.</summary>
internal sealed class TopPassages(int limit)
{
    private readonly PriorityQueue<ScoredPassage, ScoredPassage> _worstFirst = new(limit + 1, Comparer<ScoredPassage>.Create((left, right) => right.CompareTo(left)));

    /// <summary>A sum below this is not among the best; 1 while there is room.</summary>
    public int Threshold { get; private set; } = 1;

    /// <summary>Offers a passage whose sum is at least the threshold.</summary>
    public void Offer(int sum, PassageSegment segment, int number)
    {
        var passage = new ScoredPassage(segment.IdOf(number), sum);
        if (_worstFirst.Count < limit)
            _worstFirst.Enqueue(passage, passage);
        else if (passage.CompareTo(_worstFirst.Peek()) < 0)
            _worstFirst.EnqueueDequeue(passage, passage);
        if (_worstFirst.Count == limit)
            Threshold = _worstFirst.Peek().Sum;
    }

    /// <summary>Best first.</summary>
    public ScoredPassage[] ToArray()
    {
        var best = _worstFirst.UnorderedItems.Select(item => item.Element).ToArray();
        Array.Sort(best);
        return best;
    }
}

/// <summary>A passage by its key, and the sum of its terms' weights times impacts; sorts best first.</summary>
internal readonly record struct ScoredPassage(long Id, int Sum) : IComparable<ScoredPassage>
{
    /// <inheritdoc />
    public int CompareTo(ScoredPassage other) => Sum != other.Sum ? other.Sum.CompareTo(Sum) : Id.CompareTo(other.Id);
}
