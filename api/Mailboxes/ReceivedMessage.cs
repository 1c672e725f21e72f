namespace OutlookAssist.Mailboxes;

/// <summary>A mail that arrived in a connected mailbox: one row however often and in whichever folder it is seen.</summary>
internal sealed class ReceivedMessage
{
    /// <summary>The order in which they were seen.</summary>
    public long Id { get; set; }

    /// <summary>The organisation that owns it.</summary>
    public required string Organisation { get; set; }

    /// <summary>The <see cref="MailboxConnection.Id"/> it arrived in.</summary>
    public required string MailboxId { get; set; }

    /// <summary>The provider's name for it, with which it is asked for again.</summary>
    public required string ProviderId { get; set; }

    /// <summary>The RFC 5322 Message-ID, angle brackets included; null where the mail has none.</summary>
    public string? InternetMessageId { get; set; }

    /// <summary>SHA-256 of what a reader gets (sender, date, subject, words, attachments), in hexadecimal: the fields that servers add on its way do not count.</summary>
    public required string ContentHash { get; set; }

    /// <summary>SHA-256 of Message-ID and content hash together: one row of a mailbox has it, whichever folder or resync brings the mail again.</summary>
    public required string Identity { get; set; }

    /// <summary>The provider's name for its thread; where it knows none, one of ours from the mail's own references.</summary>
    public string? ConversationId { get; set; }

    /// <summary>The sender's address in lower case; readable, because caps and erasure look for it.</summary>
    public string? FromAddress { get; set; }

    /// <summary>When its server took it in, in UTC ticks.</summary>
    public long ReceivedTicks { get; set; }

    /// <summary>When we saw it, in UTC ticks.</summary>
    public long SeenTicks { get; set; }

    /// <summary>Where it stands.</summary>
    public MessageState State { get; set; }

    /// <summary>Why it was left alone, one of <see cref="SkippedReasons"/>; null unless <see cref="MessageState.Skipped"/>.</summary>
    public string? SkippedReason { get; set; }
}

/// <summary>Where a mail stands. Whoever handles <see cref="MessageArrived"/> moves it on from <see cref="Arrived"/>.</summary>
internal enum MessageState
{
    /// <summary>It waits for the pipeline.</summary>
    Arrived,

    /// <summary>It is left alone; the reason says why.</summary>
    Skipped,

    /// <summary>A draft lies in the mailbox.</summary>
    Drafted,

    /// <summary>A person has it, without a draft.</summary>
    WithPeople,

    /// <summary>It could not be read; it stands in the error list.</summary>
    Unreadable,

    /// <summary>It was answered, or needs no answer.</summary>
    Closed,
}

/// <summary>The raw mail, sealed, apart from its row so that lists stay light; removed when it is no longer needed.</summary>
internal sealed class ReceivedContent
{
    /// <summary>The <see cref="ReceivedMessage.Id"/>.</summary>
    public long MessageId { get; set; }

    /// <summary>The sealed RFC 5322 bytes.</summary>
    public required byte[] Sealed { get; set; }
}

/// <summary>The job that a new mail enqueues, in the transaction of its row; its handler is the pipeline.</summary>
/// <param name="Organisation">The organisation that owns it.</param>
/// <param name="MessageId">The <see cref="ReceivedMessage.Id"/>.</param>
internal sealed record MessageArrived(string Organisation, long MessageId);
