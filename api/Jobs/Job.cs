namespace OutlookAssist.Jobs;

/// <summary>A piece of work that nobody waits for and that survives a restart.</summary>
internal sealed class Job
{
    /// <summary>The order of arrival.</summary>
    public long Id { get; set; }

    /// <summary>The name of the payload's type, which chooses the handler.</summary>
    public required string Kind { get; set; }

    /// <summary>The payload as JSON: identifiers only, never words of a mail or a document.</summary>
    public required string Payload { get; set; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; set; }

    /// <summary>Times a worker began it, counted before the work so that a crash counts too.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this moment, in UTC ticks.</summary>
    public long RunAfterTicks { get; set; }

    /// <summary>The running worker's claim ends here, in UTC ticks; another may take over after it.</summary>
    public long LeaseUntilTicks { get; set; }

    /// <summary>Grows with every claim; a worker that comes back with an old one is refused.</summary>
    public long Fence { get; set; }

    /// <summary>When it was enqueued, in UTC ticks.</summary>
    public long CreatedTicks { get; set; }

    /// <summary>Why it is dead: a code and a sentence of ours.</summary>
    public string? Reason { get; set; }
}

/// <summary>Where a job stands; a finished job is deleted.</summary>
internal enum JobState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>A worker holds its lease.</summary>
    Running,

    /// <summary>Gave up; kept with its reason for a person to replay or discard.</summary>
    Dead,
}
