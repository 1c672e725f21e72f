using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Jobs;

/// <summary>Puts jobs into the caller's own transaction, claims them with a fenced lease, and settles them.</summary>
internal sealed class JobQueue(IDbContextFactory<OutlookAssistDatabase> databases, DataDirectory directory, TimeProvider time)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Adds the job to the context; it exists when the caller's transaction commits. Call <see cref="Wake"/> after that.</summary>
    public void Enqueue<TPayload>(OutlookAssistDatabase database, TPayload payload) => EnqueueAfter(database, payload, TimeSpan.Zero);

    /// <summary>Adds the job unless the same waits already; the caller's transaction must hold the write lock, so that none begins it meanwhile.</summary>
    public async Task EnqueueOnceAsync<TPayload>(OutlookAssistDatabase database, TPayload payload, CancellationToken cancellation)
    {
        var (kind, text) = (typeof(TPayload).Name, JsonSerializer.Serialize(payload));
        if (!await database.Set<Job>().AnyAsync(job => job.State == JobState.Queued && job.Kind == kind && job.Payload == text, cancellation))
        {
            Enqueue(database, payload);
        }
    }

    /// <summary>Adds a job that does not run before <paramref name="pause"/> has passed.</summary>
    public void EnqueueAfter<TPayload>(OutlookAssistDatabase database, TPayload payload, TimeSpan pause) =>
        database.Add(new Job
        {
            Kind = typeof(TPayload).Name,
            Payload = JsonSerializer.Serialize(payload),
            CreatedTicks = time.GetUtcNow().Ticks,
            RunAfterTicks = (time.GetUtcNow() + pause).Ticks,
        });

    /// <summary>Takes work back, inside the caller's transaction: nobody begins it any more, and who is at it loses the claim.</summary>
    public Task<int> WithdrawAsync<TPayload>(OutlookAssistDatabase database, TPayload payload, CancellationToken cancellation) =>
        database.ExecuteAsync("DELETE FROM Jobs WHERE Kind = $kind AND Payload = $payload", cancellation, ("$kind", typeof(TPayload).Name), ("$payload", JsonSerializer.Serialize(payload)));

    /// <summary>Tells a sleeping worker of this process that there is work.</summary>
    public void Wake() => _arrived.Release();

    /// <summary>Sleeps until woken or for <paramref name="atMost"/>, whichever is sooner: other processes cannot wake us.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _arrived.WaitAsync(atMost, cancellation);

    /// <summary>Frees what a process that no longer lives held, so that a restart does not wait for leases to end; leaves it where another process may be at it.</summary>
    public async Task FreeAbandonedAsync(CancellationToken cancellation)
    {
        if (directory.IsAlone)
        {
            await using var database = await databases.CreateDbContextAsync(cancellation);
            await database.ExecuteAsync("UPDATE Jobs SET State = 0 WHERE State = 1", cancellation);
        }
    }

    /// <summary>Takes the oldest job that is due, or one whose worker died; null when there is none.</summary>
    public async Task<Job?> ClaimAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().Ticks;
        var due = database.Set<Job>().Where(job => kinds.Contains(job.Kind)
            && ((job.State == JobState.Queued && job.RunAfterTicks <= now) || (job.State == JobState.Running && job.LeaseUntilTicks <= now)));
        if (!await due.AnyAsync(cancellation))
        {
            return null; // The common case must not take the write lock.
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        var job = await due.OrderBy(job => job.RunAfterTicks).ThenBy(job => job.Id).FirstOrDefaultAsync(cancellation);
        if (job is null)
        {
            return null;
        }

        job.State = JobState.Running;
        job.Attempts++;
        job.Fence++;
        job.LeaseUntilTicks = (time.GetUtcNow() + Lease).Ticks;
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return job;
    }

    /// <summary>Prolongs the claim; false when another worker has taken over.</summary>
    public Task<bool> RenewAsync(Job job, CancellationToken cancellation) =>
        SettleAsync("UPDATE Jobs SET LeaseUntilTicks = $until", job, cancellation, ("$until", (time.GetUtcNow() + Lease).Ticks));

    /// <summary>The work is done: the job is gone.</summary>
    public Task<bool> CompleteAsync(Job job, CancellationToken cancellation) =>
        SettleAsync("DELETE FROM Jobs", job, cancellation);

    /// <summary>The work was interrupted through no fault of its own: it waits for its turn as if this try had not been.</summary>
    public Task<bool> ReturnAsync(Job job, CancellationToken cancellation) =>
        SettleAsync("UPDATE Jobs SET State = 0, Attempts = Attempts - 1", job, cancellation);

    /// <summary>The work failed and is tried again at <paramref name="at"/>.</summary>
    public Task<bool> RetryAsync(Job job, DateTimeOffset at, CancellationToken cancellation) =>
        SettleAsync("UPDATE Jobs SET State = 0, RunAfterTicks = $at", job, cancellation, ("$at", at.UtcTicks));

    /// <summary>The work could not begin yet; the try is not counted.</summary>
    public Task<bool> DeferAsync(Job job, DateTimeOffset at, CancellationToken cancellation) =>
        SettleAsync("UPDATE Jobs SET State = 0, Attempts = Attempts - 1, RunAfterTicks = $at", job, cancellation, ("$at", at.UtcTicks));

    /// <summary>The work will not be tried again by itself.</summary>
    public Task<bool> BuryAsync(Job job, string reason, CancellationToken cancellation) =>
        SettleAsync("UPDATE Jobs SET State = 2, Reason = $reason", job, cancellation, ("$reason", reason));

    private async Task<bool> SettleAsync(string statement, Job job, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var changed = await database.ExecuteAsync(
            statement + " WHERE Id = $id AND Fence = $fence AND State = 1", cancellation, [.. parameters, ("$id", job.Id), ("$fence", job.Fence)]);
        return changed == 1;
    }
}
