using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Jobs;

/// <summary>Gives back to the queue what nobody works on any more: jobs of a process that died or fell silent, and jobs that wait for a moment which a changed clock has moved away.</summary>
/// <remarks>A lease that seems to have ended counts only when nobody renews it for a while by a clock that cannot be set: a living worker does, however far the wall clock jumped.</remarks>
internal sealed class FreeStranded(IDbContextFactory<OutlookAssistDatabase> databases, DataDirectory directory, LivingProcess self, TimeProvider time)
{
    /// <summary>How long a lease that has ended may go without being renewed; a living worker renews far more often.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<(long Id, long Fence, long Lease), long> _silentSince = new();

    /// <summary>At the start: whatever runs belongs to a dead process when no other shares the database.</summary>
    public async Task<int> AtStartAsync(CancellationToken cancellation)
    {
        self.ForgetEnded();
        if (!directory.IsAlone)
        {
            return await NowAsync(new HashSet<long>(), cancellation);
        }

        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await database.ExecuteAsync("UPDATE Jobs SET State = 0, Crashes = Crashes + 1 WHERE State = 1", cancellation);
    }

    /// <summary>Looks once at everything that runs or waits, and gives the number of jobs that were freed.</summary>
    /// <param name="held">The jobs that this process works on.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<int> NowAsync(IReadOnlySet<long> held, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcTicks;
        var running = await database.Set<Job>().AsNoTracking().Where(job => job.State == JobState.Running).Select(job => new { job.Id, job.Fence, job.Owner, job.LeaseUntilTicks }).ToListAsync(cancellation);
        var freed = 0;
        var dead = new Dictionary<string, bool>();
        var seen = new HashSet<(long, long, long)>();
        foreach (var job in running.Where(job => !held.Contains(job.Id)))
        {
            var key = (job.Id, job.Fence, job.LeaseUntilTicks);
            seen.Add(key);
            if (HasEnded(job.Owner, dead) || IsSilent(key, now))
            {
                freed += await database.ExecuteAsync(
                    "UPDATE Jobs SET State = 0, Crashes = Crashes + 1 WHERE Id = $id AND Fence = $fence AND State = 1 AND LeaseUntilTicks = $lease", cancellation,
                    ("$id", job.Id), ("$fence", job.Fence), ("$lease", job.LeaseUntilTicks));
            }
        }

        foreach (var key in _silentSince.Keys.Where(key => !seen.Contains(key)))
        {
            _silentSince.TryRemove(key, out _);
        }

        return freed + await WakeForgottenAsync(database, now, cancellation);
    }

    private bool HasEnded(string? owner, Dictionary<string, bool> known)
    {
        if (owner is null)
        {
            return false;
        }

        return known.TryGetValue(owner, out var ended) ? ended : known[owner] = self.HasEnded(owner);
    }

    /// <summary>True when a lease that has ended, or ends later than any lease can, was not renewed for so long that its worker cannot be alive.</summary>
    private bool IsSilent((long Id, long Fence, long Lease) key, long now)
    {
        if (key.Lease > now && key.Lease <= now + (2 * ClaimJobs.Lease.Ticks))
        {
            _silentSince.TryRemove(key, out _);
            return false;
        }

        return time.GetElapsedTime(_silentSince.GetOrAdd(key, _ => time.GetTimestamp())) >= Silence;
    }

    /// <summary>A wait that began in what is now the future was measured by a clock that has been set back since: it is over.</summary>
    private static async Task<int> WakeForgottenAsync(OutlookAssistDatabase database, long now, CancellationToken cancellation)
    {
        var skewed = now + ClockSkew.Ticks;
        return await database.Set<Job>().AnyAsync(job => job.State == JobState.Waiting && job.SetTicks > skewed, cancellation)
            ? await database.ExecuteAsync("UPDATE Jobs SET State = 0 WHERE State = 3 AND SetTicks > $skewed", cancellation, ("$skewed", skewed))
            : 0;
    }
}
