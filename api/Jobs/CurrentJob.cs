using OutlookAssist.Data;

namespace OutlookAssist.Jobs;

/// <summary>The job that a handler is working on, for handlers that finish it in the very transaction of its effect.</summary>
internal sealed class CurrentJob(SettleJob settle)
{
    /// <summary>The job; null for work that nobody took from the queue.</summary>
    public Job? Job { get; set; }

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

    /// <summary>Before an effect outside the database: prolongs the claim, so that whoever lost it does nothing.</summary>
    /// <exception cref="JobLostException">Another worker has taken over.</exception>
    public async Task EnsureOursAsync(CancellationToken cancellation)
    {
        if (Job is not null && !await settle.RenewAsync(Job, cancellation))
        {
            throw new JobLostException();
        }
    }
}
