using System.Diagnostics.Metrics;

namespace OutlookAssist.Metrics;

/// <summary>One instrument with the values of each set of labels, as they are summed up for a scrape.</summary>
internal sealed class RecordedSeries(Instrument instrument)
{
    /// <summary>More sets of labels than this are summed into one: a label that takes any value must not fill the memory.</summary>
    public const int MostSets = 1000;

    /// <summary>Upper ends of the buckets of durations, in seconds.</summary>
    private static readonly double[] Durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private static readonly double[] Sizes = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000];
    private static readonly string Overflow = PrometheusNames.Labels([new("overflow", "true")]);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Sum> _sums = new(StringComparer.Ordinal);

    /// <summary>The instrument.</summary>
    public Instrument Instrument => instrument;

    /// <summary>counter, gauge or histogram.</summary>
    public string Type { get; } = TypeOf(instrument);

    /// <summary>The upper ends of its buckets.</summary>
    public IReadOnlyList<double> Bounds { get; } = instrument.Unit == "s" ? Durations : Sizes;

    /// <summary>Takes a measurement in.</summary>
    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var set = PrometheusNames.Labels(labels);
        lock (_gate)
        {
            if (!_sums.TryGetValue(set, out var sum))
            {
                set = _sums.Count < MostSets ? set : Overflow;
                sum = _sums.TryGetValue(set, out var known) ? known : _sums[set] = new Sum(new long[Bounds.Count]);
            }

            Add(sum, value);
        }
    }

    /// <summary>What is observed anew at each scrape is forgotten before it.</summary>
    public void Forget()
    {
        if (instrument.IsObservable)
        {
            lock (_gate)
            {
                _sums.Clear();
            }
        }
    }

    /// <summary>The values now, by labels.</summary>
    public IReadOnlyList<(string Labels, double Value, long Count, IReadOnlyList<long> Buckets)> Read()
    {
        lock (_gate)
        {
            return [.. _sums.OrderBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => (sum.Key, sum.Value.Value, sum.Value.Count, (IReadOnlyList<long>)[.. sum.Value.Buckets]))];
        }
    }

    private static string TypeOf(Instrument instrument)
    {
        var kind = instrument.GetType().GetGenericTypeDefinition();
        return kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>) ? "counter" : kind == typeof(Histogram<>) ? "histogram" : "gauge";
    }

    private void Add(Sum sum, double value)
    {
        sum.Count++;
        sum.Value = Type switch
        {
            "gauge" when instrument.GetType().GetGenericTypeDefinition() != typeof(UpDownCounter<>) => value,
            _ => sum.Value + value,
        };
        if (Type == "histogram")
        {
            for (var bucket = Bounds.Count - 1; bucket >= 0 && value <= Bounds[bucket]; bucket--)
            {
                sum.Buckets[bucket]++;
            }
        }
    }

    private sealed class Sum(long[] buckets)
    {
        public double Value { get; set; }

        public long Count { get; set; }

        public long[] Buckets { get; } = buckets;
    }
}
