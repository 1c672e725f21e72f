using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Jobs;

/// <summary>How long the queues are and how old, for whoever watches: the age tells more than the length.</summary>
internal sealed class QueueFigures(IDbContextFactory<OutlookAssistDatabase> databases, TimeProvider time)
{
    /// <summary>One entry for each kind of job there is; of one organisation, or of all when none is named.</summary>
    public async Task<IReadOnlyList<QueueFigure>> ReadAsync(string? organisation, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcTicks;
        await using var command = await database.CommandAsync(
            """
            SELECT Kind,
                   SUM(State = 0 OR (State = 3 AND RunAfterTicks <= $now)), SUM(State = 1), SUM(State = 3 AND RunAfterTicks > $now), SUM(State = 2),
                   MIN(CASE WHEN State = 0 OR (State = 3 AND RunAfterTicks <= $now) THEN RunAfterTicks END)
            FROM Jobs WHERE $organisation IS NULL OR Organisation = $organisation GROUP BY Kind ORDER BY Kind
            """,
            cancellation, ("$now", now), ("$organisation", organisation));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var figures = new List<QueueFigure>();
        while (await reader.ReadAsync(cancellation))
        {
            var oldest = reader.IsDBNull(5) ? 0 : Math.Max(0, TimeSpan.FromTicks(now - reader.GetInt64(5)).TotalSeconds);
            figures.Add(new QueueFigure(reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), Math.Round(oldest, 1)));
        }

        return figures;
    }
}

/// <summary>The jobs of one kind.</summary>
/// <param name="Kind">The name of the payload.</param>
/// <param name="Queued">Those that could begin.</param>
/// <param name="Running">Those that somebody works on.</param>
/// <param name="Scheduled">Those whose moment has not come.</param>
/// <param name="Dead">Those that were given up.</param>
/// <param name="OldestSeconds">For how long the first of <paramref name="Queued"/> could have begun.</param>
internal sealed record QueueFigure(string Kind, int Queued, int Running, int Scheduled, int Dead, double OldestSeconds);
