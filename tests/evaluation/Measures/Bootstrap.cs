namespace OutlookAssist.Evaluation.Measures;

/// <summary>Intervals by resampling, so that a small set does not look surer than it is. The seed is fixed: the same answers give the same table.</summary>
internal static class Bootstrap
{
    private const int Resamples = 1000;

    // A statistic over many rows moves little; fewer resamples keep the run short.
    private const int RowBudget = 4_000_000;

    private const int Seed = 1931;

    public static Interval Interval(int size, Func<IReadOnlyList<int>, double> statistic)
    {
        var random = new Random(Seed);
        var count = Math.Clamp(RowBudget / Math.Max(size, 1), 200, Resamples);
        var values = new double[count];
        var sample = new int[size];
        for (var round = 0; round < count; round++)
        {
            for (var index = 0; index < size; index++)
                sample[index] = random.Next(size);
            values[round] = statistic(sample);
        }

        Array.Sort(values);
        return new(Quantile(values, 0.025), Quantile(values, 0.975));
    }

    /// <summary>Of values in rising order, interpolated; not a number when there is none.</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double quantile)
    {
        if (sorted.Count == 0)
            return double.NaN;
        var position = quantile * (sorted.Count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
