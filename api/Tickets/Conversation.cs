namespace OutlookAssist.Tickets;

/// <summary>A thread of mails with one sender, as a ticket: what it is about and until when a first reply is due.</summary>
internal sealed class Conversation
{
    /// <summary>Our identifier.</summary>
    public required string Id { get; set; }

    /// <summary>The organisation that owns it.</summary>
    public required string Organisation { get; set; }

    /// <summary>The mailbox it is in.</summary>
    public required string MailboxId { get; set; }

    /// <summary>The mailbox's own name of the thread; null where it knows none.</summary>
    public string? ProviderConversationId { get; set; }

    /// <summary>SHA-256 of mailbox, sender and subject without its prefixes: links a thread whose mail programs lost the references.</summary>
    public required string SubjectKey { get; set; }

    /// <summary>The sender of its first mail, in lower case; readable, because erasure looks for it.</summary>
    public string? Person { get; set; }

    /// <summary>The category of its latest mail.</summary>
    public string Category { get; set; } = "";

    /// <summary>The urgency of its latest mail.</summary>
    public string Urgency { get; set; } = "normal";

    /// <summary>When its first mail arrived, in UTC ticks.</summary>
    public long OpenedTicks { get; set; }

    /// <summary>When its latest mail arrived, in UTC ticks.</summary>
    public long LastTicks { get; set; }

    /// <summary>The clock of the first reply that is due.</summary>
    public ClockState Clock { get; set; }

    /// <summary>When the targets are warned, in UTC ticks; null for never.</summary>
    public long? WarnTicks { get; set; }

    /// <summary>When the reply is due, in UTC ticks; null without a service level.</summary>
    public long? DueTicks { get; set; }
}

/// <summary>Where the clock of a service level stands.</summary>
internal enum ClockState
{
    /// <summary>No reply is due.</summary>
    Off,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It runs, and the warning was given.</summary>
    Warned,

    /// <summary>The reply came in time.</summary>
    Met,

    /// <summary>The time is over.</summary>
    Breached,
}

/// <summary>What one person said in a conversation, once, however many later mails quote it.</summary>
internal sealed class ConversationTurn
{
    /// <summary>Our identifier.</summary>
    public required string Id { get; set; }

    /// <summary>The organisation that owns it.</summary>
    public required string Organisation { get; set; }

    /// <summary>The conversation.</summary>
    public required string ConversationId { get; set; }

    /// <summary>The received mail it was; null for one that is known only because another quotes it.</summary>
    public long? MessageId { get; set; }

    /// <summary>SHA-256 of the mail's Message-ID, by which answers name it; null where none is known.</summary>
    public string? MessageIdKey { get; set; }

    /// <summary>SHA-256 of conversation and words: the same words quoted again are the same turn.</summary>
    public required string TextKey { get; set; }

    /// <summary>The author's address in lower case; null where it is not known. Readable, because erasure looks for it.</summary>
    public string? Person { get; set; }

    /// <summary>When, in UTC ticks, as far as it is known; else the moment of the mail that quotes it.</summary>
    public long SentTicks { get; set; }

    /// <summary>Its place in the conversation among turns of the same moment.</summary>
    public int Number { get; set; }

    /// <summary>The sealed <see cref="RememberedTurn"/>.</summary>
    public required byte[] Content { get; set; }

    /// <summary>What the draft made of its questions: answered, partial, unanswered, not-needed; null while nothing was drafted.</summary>
    public string? Outcome { get; set; }
}

/// <summary>A turn as it is remembered.</summary>
/// <param name="Author">What its author is called.</param>
/// <param name="Text">The words.</param>
/// <param name="Promises">What the author commits to.</param>
internal sealed record RememberedTurn(string? Author, string Text, IReadOnlyList<Mailboxes.Promise> Promises);
