namespace OutlookAssist.Jobs;

/// <summary>A piece of work that nobody waits for and that survives a restart.</summary>
internal sealed class Job
{
    /// <summary>The order of arrival.</summary>
    public long Id { get; set; }

    /// <summary>Whose work it is; empty for what belongs to nobody in particular.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>The name of the payload's type, which chooses the handler.</summary>
    public required string Kind { get; set; }

    /// <summary>The payload as JSON: identifiers only, never words of a mail or a document.</summary>
    public required string Payload { get; set; }

    /// <summary>What it shares with other jobs that must not all run at once, such as one mailbox; null for nothing.</summary>
    public string? Lane { get; set; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; set; }

    /// <summary>0 to 100; see <see cref="JobPlace"/>.</summary>
    public int Priority { get; set; } = JobPlace.Normal;

    /// <summary>Its place in the queue: the smallest is next. It is due time less a head start for priority, so waiting alone brings a job to the front.</summary>
    public long OrderTicks { get; set; }

    /// <summary>Times a worker began it, counted before the work so that a crash counts too.</summary>
    public int Attempts { get; set; }

    /// <summary>Times a process died, or fell silent, while it held the job.</summary>
    public int Crashes { get; set; }

    /// <summary>Not before this moment, in UTC ticks.</summary>
    public long RunAfterTicks { get; set; }

    /// <summary>When <see cref="RunAfterTicks"/> was chosen: one that lies in the future says that the clock was set back since.</summary>
    public long SetTicks { get; set; }

    /// <summary>The running worker's claim ends here, in UTC ticks; another may take over after it.</summary>
    public long LeaseUntilTicks { get; set; }

    /// <summary>The process that holds it.</summary>
    public string? Owner { get; set; }

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
    /// <summary>May begin at once.</summary>
    Queued,

    /// <summary>A worker holds its lease.</summary>
    Running,

    /// <summary>Gave up; kept with its reason for a person to replay or discard.</summary>
    Dead,

    /// <summary>Waits for its moment.</summary>
    Waiting,
}
