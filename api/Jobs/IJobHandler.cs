namespace OutlookAssist.Jobs;

/// <summary>Does one kind of job. It may run more than once for the same payload, so its effect must be the same the second time.</summary>
/// <typeparam name="TPayload">The record that names the work by identifiers.</typeparam>
internal interface IJobHandler<in TPayload>
{
    /// <summary>Works until done; any exception other than <see cref="JobRejectedException"/> and <see cref="JobDeferredException"/> is retried with growing pauses.</summary>
    Task HandleAsync(TPayload payload, CancellationToken cancellation);

    /// <summary>The job was given up after too many tries: leave what it worked on in a state that says so.</summary>
    Task GiveUpAsync(TPayload payload, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>A person wants a job that was given up to be tried again: undo what <see cref="GiveUpAsync"/> did. Runs inside the transaction that revives it.</summary>
    Task ReviveAsync(TPayload payload, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>The work waits for something outside: the job comes back after the pause, and the try does not count.</summary>
/// <param name="pause">Not before this time has passed.</param>
/// <param name="holdsLane">True when everything in the job's lane has to wait as long: a mailbox that does not answer.</param>
internal sealed class JobDeferredException(TimeSpan pause, bool holdsLane = false) : Exception
{
    /// <summary>Not before this time has passed.</summary>
    public TimeSpan Pause { get; } = pause;

    /// <summary>Whether the whole lane waits.</summary>
    public bool HoldsLane { get; } = holdsLane;
}

/// <summary>The work can never succeed: it goes to the dead letters at once, with a reason that quotes no content.</summary>
internal sealed class JobRejectedException(string reason) : Exception(reason);

/// <summary>Another worker has taken the job over: whatever was not committed yet must not be.</summary>
internal sealed class JobLostException() : Exception("The job was taken over by another worker.");
