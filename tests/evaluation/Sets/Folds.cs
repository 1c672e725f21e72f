namespace OutlookAssist.Evaluation.Sets;

/// <summary>Splits rows so that nothing is scored that was learned from: five folds of one set, or learning from one set and scoring another.</summary>
internal static class Folds
{
    private const int Count = 5;

    /// <summary>Pairs of rows to learn from and rows to score; a row's fold follows from its place alone.</summary>
    public static IEnumerable<(IReadOnlyList<T> Learn, IReadOnlyList<T> Score)> Of<T>(IReadOnlyList<T> learn, IReadOnlyList<T> score, bool isHeldOut)
    {
        if (isHeldOut)
        {
            yield return (learn, score);
            yield break;
        }

        for (var fold = 0; fold < Count; fold++)
        {
            var scored = fold;
            yield return (
                [.. learn.Where((_, index) => Place(index) != scored)],
                [.. score.Where((_, index) => Place(index) == scored)]);
        }
    }

    // Rows often come sorted by label in steps; a multiplicative hash spreads any step over all folds.
    private static int Place(int index) => (int)((uint)index * 2654435761u >> 16) % Count;
}
