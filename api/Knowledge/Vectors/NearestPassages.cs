namespace OutlookAssist.Knowledge.Vectors;

/// <summary>Keeps the passages whose vectors point most nearly where the question points.</summary>
internal sealed class NearestPassages(int limit)
{
    private readonly PriorityQueue<long, (float Cosine, long Key)> _farthestFirst = new(limit + 1);

    /// <summary>Offers a passage; one that points elsewhere (cosine 0 or less) is not kept.</summary>
    public void Offer(long id, float cosine)
    {
        if (cosine <= 0)
        {
            return;
        }

        // Of equal cosines the older passage is kept.
        if (_farthestFirst.Count < limit)
        {
            _farthestFirst.Enqueue(id, (cosine, -id));
        }
        else
        {
            _farthestFirst.EnqueueDequeue(id, (cosine, -id));
        }
    }

    /// <summary>Nearest first.</summary>
    public IReadOnlyList<long> ToList() => [.. _farthestFirst.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];
}
