using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Review;

namespace OutlookAssist.Metrics;

/// <summary>What waits, as it stands in the database: the same from every process, so that a scrape of any of them tells the truth.</summary>
internal sealed class QueueMetrics
{
    private volatile Reading _reading = new([], []);

    /// <summary>Makes the gauges.</summary>
    public QueueMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("OutlookAssist");
        meter.CreateObservableGauge("outlookassist.queue.depth", () => _reading.Queue.SelectMany(Depths), description: "Background work by kind and state.");
        meter.CreateObservableGauge("outlookassist.queue.oldest", () => _reading.Queue.Select(figure => new Measurement<double>(figure.OldestSeconds, new KeyValuePair<string, object?>("kind", figure.Kind))), "s", "For how long the first of the waiting work could have begun.");
        meter.CreateObservableGauge("outlookassist.review.open", () => _reading.Review.Select(open => new Measurement<int>(open.Open, new KeyValuePair<string, object?>("urgency", open.Urgency))), description: "Drafts that nobody decided yet.");
        meter.CreateObservableGauge("outlookassist.review.oldest", () => _reading.Review.Select(open => new Measurement<double>(open.OldestSeconds, new KeyValuePair<string, object?>("urgency", open.Urgency))), "s", "The age of the oldest mail that nobody decided about.");
        meter.CreateObservableGauge("outlookassist.review.overdue", () => _reading.Review.Select(open => new Measurement<int>(open.Overdue, new KeyValuePair<string, object?>("urgency", open.Urgency))), description: "Drafts whose time ran out undecided.");
    }

    /// <summary>Reads the database for the next scrape: an instrument itself cannot wait for it.</summary>
    public async Task RefreshAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var queue = await services.GetRequiredService<QueueFigures>().ReadAsync(null, cancellation);
        var database = services.GetRequiredService<OutlookAssistDatabase>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcTicks;
        var review = await database.Set<ReviewItem>().AsNoTracking()
            .Where(item => item.State == ReviewState.Waiting || item.State == ReviewState.Escalated)
            .GroupBy(item => item.Urgency)
            .Select(group => new { Urgency = group.Key, Open = group.Count(), Oldest = group.Min(item => item.ReceivedTicks), Overdue = group.Sum(item => item.DueTicks < now ? 1 : 0) })
            .ToListAsync(cancellation);
        _reading = new Reading(queue, [.. review.Select(group => new OpenReview(group.Urgency, group.Open, group.Overdue, Math.Round(Math.Max(0, TimeSpan.FromTicks(now - group.Oldest).TotalSeconds), 1)))]);
    }

    private static IEnumerable<Measurement<int>> Depths(QueueFigure figure) =>
        [Depth(figure, "queued", figure.Queued), Depth(figure, "running", figure.Running), Depth(figure, "scheduled", figure.Scheduled), Depth(figure, "dead", figure.Dead)];

    private static Measurement<int> Depth(QueueFigure figure, string state, int count) =>
        new(count, new KeyValuePair<string, object?>("kind", figure.Kind), new KeyValuePair<string, object?>("state", state));

    private sealed record Reading(IReadOnlyList<QueueFigure> Queue, IReadOnlyList<OpenReview> Review);

    private sealed record OpenReview(string Urgency, int Open, int Overdue, double OldestSeconds);
}
