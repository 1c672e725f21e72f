namespace OutlookAssist.Mailboxes;

/// <summary>What an administrator wants of one mailbox.</summary>
internal sealed record MailboxSettings
{
    /// <summary>The folders to read, by name; none means the inbox.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Further addresses under which mail reaches it; mail to neither these nor its own is left alone.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Mail that arrived before this is left alone; absent means the moment of connection.</summary>
    public DateTimeOffset? CutOff { get; init; }

    /// <summary>When people answer here; service levels count in these hours. Absent means always.</summary>
    public WorkingHours? WorkingHours { get; init; }

    /// <summary>The language of drafts as a BCP 47 tag; absent means the mail's own.</summary>
    public string? Language { get; init; }

    /// <summary>The collections of documents that drafts may cite; none means the default one.</summary>
    public IReadOnlyList<string> Collections { get; init; } = [];

    /// <summary>Whether drafts are written before anybody opens the mail.</summary>
    public bool Autopilot { get; init; } = true;

    /// <summary>Whether a first notice of receipt may be sent without a person.</summary>
    public bool Acknowledgements { get; init; }

    /// <summary>Which approved replies the product may send itself; none means that people send, which is the default.</summary>
    public IReadOnlyList<SendingRule> Sending { get; init; } = [];
}

/// <summary>Replies of this category may be sent by the product once a person approved them and the draft is at least this sure.</summary>
/// <param name="Category">The category of the mail.</param>
/// <param name="Confidence">0…1.</param>
internal sealed record SendingRule(string Category, double Confidence);

/// <summary>A weekly calendar in a time zone, with days off.</summary>
/// <param name="TimeZone">An IANA name such as <c>Europe/Vienna</c>.</param>
/// <param name="Shifts">When somebody works; several on a day are fine.</param>
/// <param name="DaysOff">Dates on which nobody does.</param>
internal sealed record WorkingHours(string TimeZone, IReadOnlyList<Shift> Shifts, IReadOnlyList<DateOnly> DaysOff);

/// <summary>A stretch of a weekday in local time; ends on the same day.</summary>
internal sealed record Shift(DayOfWeek Day, TimeOnly From, TimeOnly To);
