using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace OutlookAssist.Metrics;

/// <summary>Listens to the instruments of this product and writes them as Prometheus reads them.</summary>
/// <remarks>Only instruments of this host are heard: several products in one process, as in tests, do not count each other's drafts.</remarks>
internal sealed class PrometheusText : IDisposable
{
    private static readonly string[] Heard = ["OutlookAssist", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, RecordedSeries> _series = new();
    private readonly IMeterFactory _meters;

    /// <summary>Begins to listen.</summary>
    public PrometheusText(IMeterFactory meters)
    {
        _meters = meters;
        _listener.InstrumentPublished = Enable;
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.Start();
    }

    /// <summary>The values now, one family after the other by name.</summary>
    public string Write()
    {
        foreach (var series in _series.Values)
        {
            series.Forget();
        }

        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in _series.Values.Select(series => (Name: PrometheusNames.Of(series.Instrument, series.Type), Series: series)).OrderBy(family => family.Name, StringComparer.Ordinal))
        {
            Append(text, family.Name, family.Series);
        }

        return text.ToString();
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private void Enable(Instrument instrument, MeterListener listener)
    {
        var isOurs = ReferenceEquals(instrument.Meter.Scope, _meters) && Heard.Contains(instrument.Meter.Name, StringComparer.Ordinal);
        if (isOurs || instrument.Meter.Name == "System.Runtime")
        {
            _series[instrument] = new RecordedSeries(instrument);
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        if (_series.TryGetValue(instrument, out var series))
        {
            series.Take(value, labels);
        }
    }

    private static void Append(StringBuilder text, string name, RecordedSeries series)
    {
        if (series.Instrument.Description is { Length: > 0 } description)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {PrometheusNames.Escaped(description)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {series.Type}\n");
        foreach (var (labels, value, count, buckets) in series.Read())
        {
            var braces = labels.Length > 0 ? $"{{{labels}}}" : "";
            if (series.Type != "histogram")
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{braces} {value:R}\n");
                continue;
            }

            var before = labels.Length > 0 ? labels + "," : "";
            for (var bucket = 0; bucket < buckets.Count; bucket++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{series.Bounds[bucket]:R}\"}} {buckets[bucket]}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"+Inf\"}} {count}\n{name}_sum{braces} {value:R}\n{name}_count{braces} {count}\n");
        }
    }
}
