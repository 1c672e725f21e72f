using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Jobs;

/// <summary>Ends a claim: done, again later, or never. Whoever has lost the claim changes nothing and is told so.</summary>
internal sealed class SettleJob(IDbContextFactory<OutlookAssistDatabase> databases, TimeProvider time)
{
    /// <summary>Prolongs the claim; false when another worker has taken over.</summary>
    public Task<bool> RenewAsync(Job job, CancellationToken cancellation) =>
        SettleAsync("UPDATE Jobs SET LeaseUntilTicks = $until", job, cancellation, ("$until", (time.GetUtcNow() + ClaimJobs.Lease).UtcTicks));

    /// <summary>The work is done: the job is gone.</summary>
    public Task<bool> CompleteAsync(Job job, CancellationToken cancellation) => SettleAsync("DELETE FROM Jobs", job, cancellation);

    /// <summary>The work is done when the caller's transaction commits.</summary>
    /// <exception cref="JobLostException">Another worker has taken over: the transaction must not be committed.</exception>
    public static async Task CompleteAsync(OutlookAssistDatabase database, Job job, CancellationToken cancellation)
    {
        if (await database.ExecuteAsync("DELETE FROM Jobs" + Mine, cancellation, ("$id", job.Id), ("$fence", job.Fence)) != 1)
        {
            throw new JobLostException();
        }
    }

    /// <summary>The work was interrupted through no fault of its own: it waits for its turn as if this try had not been.</summary>
    public Task<bool> ReturnAsync(Job job, CancellationToken cancellation) =>
        SettleAsync("UPDATE Jobs SET State = 0, Attempts = Attempts - 1", job, cancellation);

    /// <summary>The work failed and is tried again after the pause.</summary>
    public Task<bool> RetryAsync(Job job, TimeSpan pause, CancellationToken cancellation) =>
        SettleAsync("UPDATE Jobs SET State = 3, SetTicks = $now, RunAfterTicks = $at", job, cancellation, Later(pause));

    /// <summary>The work could not begin yet; the try is not counted.</summary>
    public Task<bool> DeferAsync(Job job, TimeSpan pause, CancellationToken cancellation) =>
        SettleAsync("UPDATE Jobs SET State = 3, Attempts = Attempts - 1, SetTicks = $now, RunAfterTicks = $at", job, cancellation, Later(pause));

    /// <summary>The work will not be tried again by itself.</summary>
    public Task<bool> BuryAsync(Job job, string reason, CancellationToken cancellation) =>
        SettleAsync("UPDATE Jobs SET State = 2, Reason = $reason", job, cancellation, ("$reason", reason));

    private const string Mine = " WHERE Id = $id AND Fence = $fence AND State = 1";

    /// <summary>The order stays as it was: a job that comes back keeps its age and does not queue behind what arrived since.</summary>
    private (string, object?)[] Later(TimeSpan pause)
    {
        var now = time.GetUtcNow().UtcTicks;
        return [("$now", now), ("$at", now + pause.Ticks)];
    }

    private async Task<bool> SettleAsync(string statement, Job job, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await database.ExecuteAsync(statement + Mine, cancellation, [.. parameters, ("$id", job.Id), ("$fence", job.Fence)]) == 1;
    }
}
