using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Jobs;

namespace OutlookAssist.Retention;

/// <summary>It is time to remove what has been kept long enough.</summary>
internal sealed record RetentionDue;

/// <summary>Runs the purge of every organisation once a day: a job of the queue, so that one process does it and a restart does not lose it.</summary>
internal sealed class PurgeDaily(IServiceScopeFactory scopes, KnownOrganisations organisations, ScheduleRetention schedule) : IJobHandler<RetentionDue>
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public async Task HandleAsync(RetentionDue payload, CancellationToken cancellation)
    {
        foreach (var organisation in (await organisations.ReadAsync(cancellation)).Keys)
        {
            // Each in a scope of its own: what one has tracked is nothing to the next.
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PurgeOrganisation>().HandleAsync(organisation, cancellation);
        }

        await schedule.EnsureAsync(Day, cancellation);
    }

    /// <inheritdoc />
    public Task GiveUpAsync(RetentionDue payload, CancellationToken cancellation) => schedule.EnsureAsync(Day, cancellation);
}

/// <summary>Takes care that exactly one purge waits for its time, whichever process started first.</summary>
internal sealed class ScheduleRetention(IDbContextFactory<OutlookAssistDatabase> databases, JobQueue jobs) : IHostedService
{
    // A product that has just started has better things to do.
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => EnsureAsync(AfterStart, cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Enqueues the next purge unless one waits already.</summary>
    public async Task EnsureAsync(TimeSpan pause, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (!await database.Set<Job>().AnyAsync(job => job.Kind == nameof(RetentionDue) && (job.State == JobState.Queued || job.State == JobState.Waiting), cancellation))
        {
            jobs.EnqueueAfter(database, new RetentionDue(), pause);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }
}
