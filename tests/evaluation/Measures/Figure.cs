using System.Globalization;

namespace OutlookAssist.Evaluation.Measures;

/// <summary>One measured number with the sample it rests on.</summary>
/// <param name="Measure">What was measured, data set first.</param>
/// <param name="Size">How many rows it rests on.</param>
/// <param name="Value">The number.</param>
/// <param name="Interval">Its 95 % bootstrap interval, where it is a statistic of a sample.</param>
/// <param name="Baseline">What plain tools reach on the same set, in words.</param>
/// <param name="Unit"><c>share</c> (0…1), <c>ms</c>, <c>count</c>.</param>
internal sealed record Figure(string Measure, int Size, double Value, Interval? Interval = null, string? Baseline = null, string Unit = "share")
{
    /// <summary>The mean of a sample, with its interval.</summary>
    public static Figure Mean(string measure, IReadOnlyList<double> values, string? baseline = null) =>
        Of(measure, values.Count, sample => sample.Average(index => values[index]), baseline);

    /// <summary>The share of a sample for which something holds, with its interval.</summary>
    public static Figure Share(string measure, IEnumerable<bool> values, string? baseline = null) =>
        Mean(measure, [.. values.Select(value => value ? 1.0 : 0.0)], baseline);

    /// <summary>Any statistic of rows 0…n−1, with its interval.</summary>
    public static Figure Of(string measure, int size, Func<IReadOnlyList<int>, double> statistic, string? baseline = null) =>
        size == 0
            ? new(measure, 0, double.NaN, null, baseline)
            : new(measure, size, statistic([.. Enumerable.Range(0, size)]), Bootstrap.Interval(size, statistic), baseline);

    /// <summary>A quantile (0…1) of times in milliseconds.</summary>
    public static Figure Quantile(string measure, IReadOnlyList<double> milliseconds, double quantile, string? baseline = null) =>
        new(measure, milliseconds.Count, Bootstrap.Quantile([.. milliseconds.Order()], quantile), null, baseline, "ms");

    public static Figure Count(string measure, int size, double value, string? baseline = null) => new(measure, size, value, null, baseline, "count");

    public string Show(double value) => !double.IsFinite(value)
        ? "–"
        : value.ToString(Unit switch { "share" => "0.000", "ms" => "0.0", _ => "0.##" }, CultureInfo.InvariantCulture);
}

/// <summary>Bounds that hold the figure in 95 of 100 resampled worlds.</summary>
internal readonly record struct Interval(double Low, double High);
