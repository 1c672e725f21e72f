using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Jobs;

/// <summary>Takes the next jobs out of the queue, several in one transaction, each with a fenced lease.</summary>
internal sealed class ClaimJobs(IDbContextFactory<OutlookAssistDatabase> databases, LivingProcess self, TimeProvider time)
{
    /// <summary>How long a claim holds without being renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const string Columns = "Id, Organisation, Kind, Payload, Lane, Priority, OrderTicks, Attempts, Crashes, RunAfterTicks, CreatedTicks, Fence";

    /// <summary>The next jobs that have room, in their order; none when there is nothing to do.</summary>
    /// <param name="room">How many of each kind may begin, and which lanes are full.</param>
    /// <param name="atMost">How many in all.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<IReadOnlyList<Job>> ClaimAsync(JobRoom room, int atMost, CancellationToken cancellation)
    {
        if (room.Kinds.Count == 0 || atMost <= 0)
        {
            return [];
        }

        await using var database = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcTicks;
        if (!await IsAnyDueAsync(database, now, cancellation) && (await CandidatesAsync(database, room, 1, cancellation)).Count == 0)
        {
            return []; // The common case must not take the write lock.
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        await database.ExecuteAsync("UPDATE Jobs SET State = 0 WHERE State = 3 AND RunAfterTicks <= $now", cancellation, ("$now", now));
        var chosen = room.Choose(await CandidatesAsync(database, room, atMost, cancellation), atMost);
        foreach (var job in chosen)
        {
            job.State = JobState.Running;
            job.Attempts++;
            job.Fence++;
            job.Owner = self.Name;
            job.LeaseUntilTicks = (time.GetUtcNow() + Lease).UtcTicks;
            await database.ExecuteAsync(
                "UPDATE Jobs SET State = 1, Attempts = $attempts, Fence = $fence, Owner = $owner, LeaseUntilTicks = $until WHERE Id = $id", cancellation,
                ("$attempts", job.Attempts), ("$fence", job.Fence), ("$owner", job.Owner), ("$until", job.LeaseUntilTicks), ("$id", job.Id));
        }

        await transaction.CommitAsync(cancellation);
        return chosen;
    }

    private static async Task<bool> IsAnyDueAsync(OutlookAssistDatabase database, long now, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync("SELECT EXISTS (SELECT 1 FROM Jobs WHERE State = 3 AND RunAfterTicks <= $now)", cancellation, ("$now", now));
        return (long)(await command.ExecuteScalarAsync(cancellation))! == 1;
    }

    /// <summary>The first of each kind that has room: one walk down the index a kind, however long the queues of the others are.</summary>
    private static async Task<List<Job>> CandidatesAsync(OutlookAssistDatabase database, JobRoom room, int atMost, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var parameters = new List<(string, object?)>();
        var lanes = string.Join(", ", room.FullLanes.Select((lane, index) =>
        {
            parameters.Add(($"$lane{index}", lane));
            return $"$lane{index}";
        }));
        foreach (var (kind, free) in room.Kinds)
        {
            text.Append(text.Length == 0 ? "" : " UNION ALL ");
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"SELECT * FROM (SELECT {Columns} FROM Jobs WHERE State = 0 AND Kind = $kind{parameters.Count}");
            text.Append(lanes.Length == 0 ? "" : $" AND (Lane IS NULL OR Lane NOT IN ({lanes}))");
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $" ORDER BY OrderTicks, Id LIMIT {Math.Min(free, atMost)})");
            parameters.Add(($"$kind{parameters.Count}", kind));
        }

        await using var command = await database.CommandAsync(text.ToString(), cancellation, [.. parameters]);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Job>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(Read(reader));
        }

        return [.. found.OrderBy(job => job.OrderTicks).ThenBy(job => job.Id)];
    }

    private static Job Read(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Organisation = reader.GetString(1),
        Kind = reader.GetString(2),
        Payload = reader.GetString(3),
        Lane = reader.IsDBNull(4) ? null : reader.GetString(4),
        Priority = reader.GetInt32(5),
        OrderTicks = reader.GetInt64(6),
        Attempts = reader.GetInt32(7),
        Crashes = reader.GetInt32(8),
        RunAfterTicks = reader.GetInt64(9),
        CreatedTicks = reader.GetInt64(10),
        Fence = reader.GetInt64(11),
    };
}
