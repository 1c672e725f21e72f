namespace OutlookAssist.Knowledge.Index;

/// <summary>Decides which segments become one, so that a search meets few of them and no passage is copied often.</summary>
internal static class MergePlan
{
    /// <summary>Passages in memory that are saved at once; so many at most are cut anew after a crash.</summary>
    public const int MostUnsaved = 16_384;

    private const int MostInMemory = 16;
    private const int SameSize = 6;
    private const int SmallestTier = 4_096;
    private const int LargestMerge = 1 << 20;
    private const double MostDead = 0.2;

    /// <summary>The next groups to merge; each is of one scope.</summary>
    /// <param name="held">All segments.</param>
    /// <param name="save">Whether what lives in memory is to become files.</param>
    /// <param name="purge">Whether nothing dead may stay, however little it is.</param>
    public static IEnumerable<MergeStep> Next(IReadOnlyList<HeldSegment> held, bool save, bool purge = false)
    {
        foreach (var scope in held.GroupBy(segment => segment.View.Segment.Scope, StringComparer.Ordinal))
        {
            var unsaved = scope.Where(segment => segment.File is null).ToList();
            if (unsaved.Count > 0 && (save || unsaved.Count >= MostInMemory))
                yield return new MergeStep(unsaved, save);
            var busy = false;
            foreach (var tier in scope.Where(segment => segment.File is not null).GroupBy(Tier).OrderBy(tier => tier.Key))
            {
                if (!busy && tier.Count() >= SameSize && tier.Sum(segment => (long)segment.View.Segment.Passages) <= LargestMerge)
                {
                    busy = true;
                    yield return new MergeStep([.. tier], true);
                }
                else
                {
                    foreach (var segment in tier.Where(segment => HasManyDead(segment, purge)))
                        yield return new MergeStep([segment], true);
                }
            }
        }
    }

    private static int Tier(HeldSegment segment) => (int)Math.Log(Math.Max(1, segment.View.Segment.Passages / SmallestTier), 4);

    private static bool HasManyDead(HeldSegment segment, bool purge)
    {
        var passages = segment.View.Segment.Passages;
        var dead = passages - segment.View.Count;
        return dead > (purge || passages <= MostUnsaved ? 0 : MostDead * passages);
    }
}

/// <summary>Segments of one scope to merge, and whether the result becomes a file.</summary>
internal sealed record MergeStep(IReadOnlyList<HeldSegment> Inputs, bool Save);
