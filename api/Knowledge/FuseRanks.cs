namespace OutlookAssist.Knowledge;

/// <summary>Joins the order by words and the order by meaning into one (reciprocal rank fusion, Cormack et al. 2009).</summary>
internal static class FuseRanks
{
    /// <summary>The constant of the method's authors: high enough that one first place does not decide alone.</summary>
    private const double Smoothing = 60;

    /// <summary>Best first. The scores stay those of the words, handed out anew in the joint order, so that what their ratios mean does not change.</summary>
    /// <param name="byWords">Best first.</param>
    /// <param name="byMeaning">Passage keys, nearest first.</param>
    public static IReadOnlyList<FoundPassage> Fuse(IReadOnlyList<FoundPassage> byWords, IReadOnlyList<long> byMeaning)
    {
        if (byMeaning.Count == 0)
        {
            return byWords;
        }

        var near = byMeaning.Select((id, rank) => (id, rank)).ToDictionary(item => item.id, item => item.rank);
        return [.. byWords
            .Select((found, rank) => (Found: found, Worth: (found.Score > 0 ? 1 / (Smoothing + rank + 1) : 0) + (near.TryGetValue(found.Passage.Id, out var place) ? 1 / (Smoothing + place + 1) : 0)))
            .OrderByDescending(item => item.Worth)
            .Select((item, rank) => item.Found with { Score = byWords[rank].Score })];
    }
}
