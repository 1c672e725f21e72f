namespace OutlookAssist.Mailboxes;

/// <summary>A mailbox that an administrator connected, how far it was read, and how it is.</summary>
internal sealed class MailboxConnection
{
    /// <summary>The public identifier.</summary>
    public required string Id { get; set; }

    /// <summary>The organisation that owns it.</summary>
    public required string Organisation { get; set; }

    /// <summary>The name of its provider, one of <see cref="MailboxKinds.All"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Its own address, in lower case.</summary>
    public required string Address { get; set; }

    /// <summary>Whether it is read.</summary>
    public MailboxState State { get; set; }

    /// <summary>What an administrator wants of it; replaced as a whole.</summary>
    public MailboxSettings Settings { get; set; } = new();

    /// <summary>The sealed <see cref="MailboxCredentials"/>; null after it was disconnected.</summary>
    public byte[]? Credentials { get; set; }

    /// <summary>How far it was read, in the provider's own words; null before the first reading.</summary>
    public string? Cursor { get; set; }

    /// <summary>The provider's push subscription in its own words; null where there is none.</summary>
    public string? Subscription { get; set; }

    /// <summary>The subscription is asked for again at this moment, in UTC ticks; 0 where there is none.</summary>
    public long RenewSubscriptionTicks { get; set; }

    /// <summary>When it was connected, in UTC ticks: older mail is left alone.</summary>
    public long ConnectedTicks { get; set; }

    /// <summary>Mail before this moment, in UTC ticks, was kept once and its time is over: it is never taken up again.</summary>
    public long ReadSinceTicks { get; set; }

    /// <summary>When it was last read to its end, in UTC ticks; 0 before the first time.</summary>
    public long SyncedTicks { get; set; }

    /// <summary>Failures since then.</summary>
    public int Failures { get; set; }

    /// <summary>The stable code of the last failure; null while all is well.</summary>
    public string? Problem { get; set; }

    /// <summary>Mail that arrived before this moment, in UTC ticks, is left alone: the cut-off of the settings, else the moment of connection, and whatever was removed since.</summary>
    public long IgnoreBeforeTicks => Math.Max(Settings.CutOff?.UtcTicks ?? ConnectedTicks, ReadSinceTicks);
}

/// <summary>Whether a mailbox is read.</summary>
internal enum MailboxState
{
    /// <summary>It is read.</summary>
    Connected,

    /// <summary>A person wants it left alone for now.</summary>
    Paused,

    /// <summary>It refuses us (consent revoked, password changed, mailbox gone); a person must act.</summary>
    Failed,

    /// <summary>It was given up; only what was kept of its mail is left.</summary>
    Disconnected,
}

/// <summary>The providers there are.</summary>
internal static class MailboxKinds
{
    /// <summary>Any server that speaks IMAP over TLS.</summary>
    public const string Imap = "imap";

    /// <summary>Microsoft 365 through Microsoft Graph.</summary>
    public const string Graph = "graph";

    /// <summary>Google Workspace and Gmail.</summary>
    public const string Gmail = "gmail";

    /// <summary>All of them.</summary>
    public static readonly string[] All = [Imap, Graph, Gmail];
}
