using OutlookAssist.Data;

namespace OutlookAssist.Jobs;

/// <summary>The job that a handler is working on, for handlers that finish it in the very transaction of its effect.</summary>
internal sealed class CurrentJob(SettleJob settle, TimeProvider time)
{
    /// <summary>A claim this young is not looked at again: its lease lasts six times as long.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private long _begun;

    /// <summary>The job; null for work that nobody took from the queue.</summary>
    public Job? Job { get; private set; }

    /// <summary>A worker begins the job.</summary>
    public void Begin(Job job)
    {
        Job = job;
        _begun = time.GetTimestamp();
    }

    /// <summary>Whether the handler has finished the job itself.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>The job is gone when the caller's transaction commits.</summary>
    /// <exception cref="JobLostException">Another worker has taken over.</exception>
    public async Task CompleteAsync(OutlookAssistDatabase database, CancellationToken cancellation)
    {
        if (Job is not null)
        {
            await SettleJob.CompleteAsync(database, Job, cancellation);
            IsCompleted = true;
        }
    }

    /// <summary>Before an effect outside the database: makes sure that the claim still holds, so that whoever lost it does nothing.</summary>
    /// <exception cref="JobLostException">Another worker has taken over.</exception>
    public async Task EnsureOursAsync(CancellationToken cancellation)
    {
        if (Job is not null && time.GetElapsedTime(_begun) > Fresh && !await settle.RenewAsync(Job, cancellation))
        {
            throw new JobLostException();
        }
    }
}
