using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Http;

namespace OutlookAssist.Analytics;

/// <summary>What a report looks at; every part may be left out.</summary>
/// <param name="From">The first moment; 30 days before <paramref name="To"/> unless said.</param>
/// <param name="To">The moment after the last; now unless said.</param>
/// <param name="Mailbox">The identifier of one mailbox; <c>pane</c> for drafts that people asked for in the pane.</param>
/// <param name="Model">One model, as drafts name it.</param>
internal sealed record ReportQuery(DateTimeOffset? From = null, DateTimeOffset? To = null, string? Mailbox = null, string? Model = null);

/// <summary>A range of time in UTC, cut into hours or days.</summary>
internal sealed record ReportRange(long From, long To, long Step)
{
    private const int MostDays = 800;
    private const int MostHourlyDays = 3;

    /// <summary>What a report covers; a problem where that is nothing or too much.</summary>
    public static (ReportRange? Range, ProblemHttpResult? Problem) Of(ReportQuery query, DateTimeOffset now)
    {
        var to = query.To ?? now;
        var from = query.From ?? to.AddDays(-30);
        if (from >= to)
        {
            return (null, Problems.Validation("from", "The report begins before it ends."));
        }

        if (to - from > TimeSpan.FromDays(MostDays))
        {
            return (null, Problems.Validation("from", $"A report covers at most {MostDays} days."));
        }

        var step = to - from <= TimeSpan.FromDays(MostHourlyDays) ? TimeSpan.TicksPerHour : TimeSpan.TicksPerDay;
        return (new ReportRange(from.UtcTicks, to.UtcTicks, step), null);
    }

    /// <summary>The beginnings of its parts, in order: whole hours or days of UTC.</summary>
    public IEnumerable<long> Steps()
    {
        for (var at = From - (From % Step); at < To; at += Step)
        {
            yield return at;
        }
    }

    /// <summary>The part that a moment belongs to.</summary>
    public long StepOf(long ticks) => ticks - (ticks % Step);

    /// <summary>Whether a moment is in it.</summary>
    public bool Has(long ticks) => ticks >= From && ticks < To;
}
