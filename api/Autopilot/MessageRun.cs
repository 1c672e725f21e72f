using System.Text.Json;

namespace OutlookAssist.Autopilot;

/// <summary>How far a received mail has come through the pipeline: every step is recorded with its result, so that a crash repeats none that is done.</summary>
internal sealed class MessageRun
{
    /// <summary>The received mail.</summary>
    public long MessageId { get; set; }

    /// <summary>The organisation that owns it.</summary>
    public required string Organisation { get; set; }

    /// <summary>The mailbox it came to.</summary>
    public required string MailboxId { get; set; }

    /// <summary>Our conversation; null while it was not read.</summary>
    public string? ConversationId { get; set; }

    /// <summary>How far it came.</summary>
    public RunState State { get; set; }

    /// <summary>Why it was left alone, given to people or not read: a code.</summary>
    public string? Reason { get; set; }

    /// <summary>0 to 100.</summary>
    public int Priority { get; set; }

    /// <summary>Why a person must look at once; null for a mail that waits for its turn.</summary>
    public string? EscalatedFor { get; set; }

    /// <summary>When a first reply is due, in UTC ticks.</summary>
    public long? DueTicks { get; set; }

    /// <summary>What it is about.</summary>
    public string Category { get; set; } = "";

    /// <summary>How sure that is, 0…1.</summary>
    public double Confidence { get; set; }

    /// <summary>How much it hurries.</summary>
    public string Urgency { get; set; } = "normal";

    /// <summary>How its writer feels.</summary>
    public string Sentiment { get; set; } = "neutral";

    /// <summary>Its language.</summary>
    public string Language { get; set; } = "und";

    /// <summary>The stored draft; null while nothing was drafted.</summary>
    public string? DraftId { get; set; }

    /// <summary>The reply on its way into the mailbox, sealed; removed when it has arrived there.</summary>
    public byte[]? Reply { get; set; }

    /// <summary>The draft in the mailbox, in the provider's words.</summary>
    public string? MailboxDraftId { get; set; }

    /// <summary>answered, partial, unanswered or not-needed.</summary>
    public string Grounding { get; set; } = "not-needed";

    /// <summary>Questions that no document answered.</summary>
    public int OpenQuestions { get; set; }

    /// <summary>Who wrote the draft.</summary>
    public string Provider { get; set; } = "";

    /// <summary>With which model.</summary>
    public string Model { get; set; } = "";

    /// <summary>When it came to its end, in UTC ticks; null while it has not.</summary>
    public long? FinishedTicks { get; set; }

    /// <summary>The <see cref="RunStep"/>s as JSON.</summary>
    public string Steps { get; set; } = "[]";

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<RunStep> StepsSoFar() => JsonSerializer.Deserialize<List<RunStep>>(Steps, JsonSerializerOptions.Web) ?? [];

    /// <summary>Adds what a job has done.</summary>
    public void Add(IEnumerable<RunStep> steps) => Steps = JsonSerializer.Serialize(StepsSoFar().Concat(steps), JsonSerializerOptions.Web);
}

/// <summary>A step that was done: its name, when it began, and how long it took.</summary>
internal sealed record RunStep(string Name, DateTimeOffset At, double Milliseconds);

/// <summary>How far a mail came.</summary>
internal enum RunState
{
    /// <summary>It was read and understood; its reply is to be written.</summary>
    Understood,

    /// <summary>Its reply is written and not yet in the mailbox.</summary>
    Drafted,

    /// <summary>The draft lies in the mailbox, and in review.</summary>
    Saved,

    /// <summary>A person has it, without a draft.</summary>
    WithPeople,

    /// <summary>Nothing is to be done about it.</summary>
    LeftAlone,
}
