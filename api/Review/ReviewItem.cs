namespace OutlookAssist.Review;

/// <summary>A draft that waits for a person's decision, with the facts by which the queue is sorted; its words are sealed or elsewhere.</summary>
internal sealed class ReviewItem
{
    /// <summary>The public identifier, in the order of arrival.</summary>
    public long Id { get; set; }

    /// <summary>The organisation whose mail it is.</summary>
    public required string Organisation { get; set; }

    /// <summary>The received message that is answered.</summary>
    public long MessageId { get; set; }

    /// <summary>The mailbox that it came to.</summary>
    public required string MailboxId { get; set; }

    /// <summary>The mailbox's own name of the thread; null where it knows none.</summary>
    public string? ConversationId { get; set; }

    /// <summary>The stored draft; null where nothing was drafted and a person must write.</summary>
    public string? DraftId { get; set; }

    /// <summary>Finds the draft in the mailbox, however often it is saved; null where none is to be saved.</summary>
    public string? DraftTag { get; set; }

    /// <summary>Where it stands.</summary>
    public ReviewState State { get; set; }

    /// <summary>A code that says why a person must look at once; null for an item that waits for its turn.</summary>
    public string? EscalatedFor { get; set; }

    /// <summary>Higher comes first.</summary>
    public int Priority { get; set; }

    /// <summary>low, normal, high or critical.</summary>
    public required string Urgency { get; set; }

    /// <summary>negative, neutral or positive.</summary>
    public required string Sentiment { get; set; }

    /// <summary>One of the organisation's categories.</summary>
    public required string Category { get; set; }

    /// <summary>How sure the category is, 0…1.</summary>
    public double Confidence { get; set; }

    /// <summary>The BCP 47 tag of the mail.</summary>
    public required string Language { get; set; }

    /// <summary>answered, partial, unanswered or not-needed.</summary>
    public required string Grounding { get; set; }

    /// <summary>Questions of the mail that no document answered.</summary>
    public int OpenQuestions { get; set; }

    /// <summary>Who wrote the draft, such as <c>Embedded</c>.</summary>
    public required string Provider { get; set; }

    /// <summary>Which model wrote the draft.</summary>
    public required string Model { get; set; }

    /// <summary>When the mail was received, in UTC ticks.</summary>
    public long ReceivedTicks { get; set; }

    /// <summary>When the draft was ready, in UTC ticks; null while there is none.</summary>
    public long? DraftedTicks { get; set; }

    /// <summary>When it must be decided by the service level, in UTC ticks; null where none applies.</summary>
    public long? DueTicks { get; set; }

    /// <summary>When it was noticed that nobody decided in time, in UTC ticks; null while that is not so.</summary>
    public long? BreachedTicks { get; set; }

    /// <summary>Sender and subject for the list, sealed.</summary>
    public byte[]? Headline { get; set; }

    /// <summary>The text as a reviewer changed it, sealed; null while nobody did.</summary>
    public byte[]? EditedText { get; set; }

    /// <summary>What the reviewer said about a rejected draft, sealed.</summary>
    public byte[]? Comment { get; set; }

    /// <summary>Who has it open to decide; counts until <see cref="ClaimedUntilTicks"/>.</summary>
    public string? ClaimedBy { get; set; }

    /// <summary>What people call the one who has it open.</summary>
    public string? ClaimedName { get; set; }

    /// <summary>The claim ends here by itself, in UTC ticks.</summary>
    public long ClaimedUntilTicks { get; set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>What people call the one who decided.</summary>
    public string? DecidedName { get; set; }

    /// <summary>When it was decided, in UTC ticks.</summary>
    public long? DecidedTicks { get; set; }

    /// <summary>A code that says why it was rejected or discarded.</summary>
    public string? DecidedFor { get; set; }

    /// <summary>How far the approved text is from the draft: the changed share of its characters, 0…1; null until approved.</summary>
    public double? EditDistance { get; set; }

    /// <summary>What became of an approved or rejected draft in the mailbox.</summary>
    public DeliveryState Delivery { get; set; }

    /// <summary>Grows with every change of this item; who brings an older one is refused.</summary>
    public long Version { get; set; }

    /// <summary>Whether nobody decided yet.</summary>
    public bool IsOpen => State is ReviewState.Waiting or ReviewState.Escalated;

    /// <summary>Whether a person decided and the mailbox has not heard of it.</summary>
    public bool CanBeUndone => State is ReviewState.Approved or ReviewState.Rejected && Delivery is DeliveryState.Pending;

    /// <summary>Whether somebody has it open now.</summary>
    public bool IsClaimed(long now) => ClaimedBy is not null && ClaimedUntilTicks > now;
}

/// <summary>Where an item stands. Whether somebody has it open is told by its claim, which ends by itself.</summary>
internal enum ReviewState
{
    /// <summary>Nobody decided yet.</summary>
    Waiting,

    /// <summary>Nobody decided yet, and it must not wait for its turn.</summary>
    Escalated,

    /// <summary>A person found it good.</summary>
    Approved,

    /// <summary>A person found it unfit.</summary>
    Rejected,

    /// <summary>It was overtaken: the thread moved on, or the mail is gone.</summary>
    Discarded,
}

/// <summary>How far the mailbox has followed a decision.</summary>
internal enum DeliveryState
{
    /// <summary>Nothing to do.</summary>
    None,

    /// <summary>The mailbox is told when the time for second thoughts is over.</summary>
    Pending,

    /// <summary>The text lies in the mailbox's drafts.</summary>
    Saved,

    /// <summary>The draft was taken out of the mailbox.</summary>
    Removed,

    /// <summary>The mailbox refused.</summary>
    Failed,
}
