namespace OutlookAssist.Review;

/// <summary>What the pipeline knows of a mail when its draft is ready to be looked at.</summary>
internal sealed record NewReviewItem
{
    /// <summary>The organisation whose mail it is.</summary>
    public required string Organisation { get; init; }

    /// <summary>The received message that is answered.</summary>
    public required long MessageId { get; init; }

    /// <summary>The mailbox that it came to.</summary>
    public required string MailboxId { get; init; }

    /// <summary>The mailbox's own name of the thread.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The stored draft; null where nothing was drafted.</summary>
    public string? DraftId { get; init; }

    /// <summary>Finds the draft in the mailbox; null where none is to be saved.</summary>
    public string? DraftTag { get; init; }

    /// <summary>Why a person must look at once, as a code; null for an item that waits for its turn.</summary>
    public string? EscalatedFor { get; init; }

    /// <summary>Higher comes first.</summary>
    public int Priority { get; init; }

    /// <summary>low, normal, high or critical.</summary>
    public required string Urgency { get; init; }

    /// <summary>negative, neutral or positive.</summary>
    public required string Sentiment { get; init; }

    /// <summary>One of the organisation's categories.</summary>
    public required string Category { get; init; }

    /// <summary>How sure the category is, 0…1.</summary>
    public double Confidence { get; init; }

    /// <summary>The BCP 47 tag of the mail.</summary>
    public string Language { get; init; } = "und";

    /// <summary>answered, partial, unanswered or not-needed.</summary>
    public string Grounding { get; init; } = "not-needed";

    /// <summary>Questions of the mail that no document answered.</summary>
    public int OpenQuestions { get; init; }

    /// <summary>Who wrote the draft.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Which model wrote the draft.</summary>
    public string Model { get; init; } = "";

    /// <summary>When the mail was received, in UTC ticks.</summary>
    public required long ReceivedTicks { get; init; }

    /// <summary>When it must be decided, in UTC ticks; null where no service level applies.</summary>
    public long? DueTicks { get; init; }

    /// <summary>What the sender is called.</summary>
    public string? SenderName { get; init; }

    /// <summary>The sender's address.</summary>
    public string? SenderAddress { get; init; }

    /// <summary>The subject of the mail.</summary>
    public string? Subject { get; init; }
}
