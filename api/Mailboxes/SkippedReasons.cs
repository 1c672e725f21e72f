namespace OutlookAssist.Mailboxes;

/// <summary>Why a mail is left alone: stable codes that lists and reports show.</summary>
internal static class SkippedReasons
{
    /// <summary>A program sent it.</summary>
    public const string Automatic = "automatic";

    /// <summary>It came through a mailing list or as bulk mail.</summary>
    public const string List = "list";

    /// <summary>It is a delivery or read report.</summary>
    public const string Report = "report";

    /// <summary>It is an invitation or another calendar item.</summary>
    public const string Calendar = "calendar";

    /// <summary>It asks for no automatic answer.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>It was sent from one of the organisation's own mailboxes.</summary>
    public const string OwnAddress = "own-address";

    /// <summary>The mailbox is not among its recipients.</summary>
    public const string NotAddressed = "not-addressed";

    /// <summary>It carries our own mark: an answer of ours came back.</summary>
    public const string Loop = "loop";

    /// <summary>It is older than the connection of the mailbox, or than its cut-off date.</summary>
    public const string TooOld = "too-old";

    /// <summary>It is larger than the product reads.</summary>
    public const string TooLarge = "too-large";

    /// <summary>It is encrypted.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>Its server says that it does not come from whom it names.</summary>
    public const string FailedDmarc = "failed-dmarc";

    /// <summary>It has no words.</summary>
    public const string Empty = "empty";

    /// <summary>Its thread had as many mails as may be handled in an hour.</summary>
    public const string ThreadCap = "thread-cap";

    /// <summary>Its sender wrote as many mails as may be handled in an hour.</summary>
    public const string SenderCap = "sender-cap";

    /// <summary>The mailbox got as many mails as may be handled in an hour.</summary>
    public const string MailboxCap = "mailbox-cap";

    /// <summary>It came so soon after our answers that two programs may be answering each other.</summary>
    public const string PingPong = "ping-pong";
}
