using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Metrics;

namespace OutlookAssist.Tests.Api.Metrics;

/// <summary>Instruments are written in the text that Prometheus reads, and nothing breaks a line.</summary>
public sealed class PrometheusTextTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private Meter Meter => services.GetRequiredService<IMeterFactory>().Create("OutlookAssist");

    public void Dispose() => services.Dispose();

    [Fact]
    public void Counters_gauges_and_histograms_have_their_names_and_sums()
    {
        using var text = new PrometheusText(services.GetRequiredService<IMeterFactory>());
        var counter = Meter.CreateCounter<long>("outlookassist.things", description: "Things that happened.");
        counter.Add(2, new KeyValuePair<string, object?>("kind", "good"));
        counter.Add(3, new KeyValuePair<string, object?>("kind", "good"));
        Meter.CreateObservableGauge("outlookassist.depth", () => 7);
        var histogram = Meter.CreateHistogram<double>("outlookassist.wait", "s");
        histogram.Record(0.02);
        histogram.Record(3);
        histogram.Record(500);
        var lines = text.Write().Split('\n').Where(line => line.Contains("outlookassist", StringComparison.Ordinal)).ToList();
        Assert.Contains("# HELP outlookassist_things_total Things that happened.", lines);
        Assert.Contains("# TYPE outlookassist_things_total counter", lines);
        Assert.Contains("outlookassist_things_total{kind=\"good\"} 5", lines);
        Assert.Contains("outlookassist_depth 7", lines);
        Assert.Contains("outlookassist_wait_seconds_bucket{le=\"0.025\"} 1", lines);
        Assert.Contains("outlookassist_wait_seconds_bucket{le=\"5\"} 2", lines);
        Assert.Contains("outlookassist_wait_seconds_bucket{le=\"+Inf\"} 3", lines);
        Assert.Contains("outlookassist_wait_seconds_sum 503.02", lines);
        Assert.Contains("outlookassist_wait_seconds_count 3", lines);
    }

    [Fact]
    public void A_label_from_outside_ends_no_line_and_fills_no_memory()
    {
        using var text = new PrometheusText(services.GetRequiredService<IMeterFactory>());
        var counter = Meter.CreateCounter<long>("outlookassist.hostile");
        counter.Add(1, new KeyValuePair<string, object?>("name", "a\"} 99\nfaked_total 1\\"));
        for (var set = 0; set < RecordedSeries.MostSets + 50; set++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("name", set));
        }

        var lines = text.Write().Split('\n');
        Assert.DoesNotContain(lines, line => line.StartsWith("faked_total", StringComparison.Ordinal));
        Assert.Contains("outlookassist_hostile_total{name=\"a\\\"} 99\\nfaked_total 1\\\\\"} 1", lines);
        Assert.Contains("outlookassist_hostile_total{overflow=\"true\"} 51", lines);
    }

    [Fact]
    public void Another_product_in_the_same_process_is_not_heard()
    {
        using var text = new PrometheusText(services.GetRequiredService<IMeterFactory>());
        using var others = new ServiceCollection().AddMetrics().BuildServiceProvider();
        others.GetRequiredService<IMeterFactory>().Create("OutlookAssist").CreateCounter<long>("outlookassist.foreign").Add(1);
        Assert.DoesNotContain("foreign", text.Write(), StringComparison.Ordinal);
    }
}
