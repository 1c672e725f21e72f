namespace OutlookAssist.Privacy;

/// <summary>A class of data that is kept for so many days and no longer; the days are a setting below <c>Retention</c>.</summary>
internal interface IRetainedRecords
{
    /// <summary>One of <see cref="RetentionClass"/>; several stores may belong to one class.</summary>
    string Class { get; }

    /// <summary>Removes what is older, from rows and from memory, and gives the number of records.</summary>
    Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation);
}

/// <summary>The classes of data that have a time of their own; each is a setting of the same name.</summary>
internal static class RetentionClass
{
    /// <summary>Drafts with their ratings.</summary>
    public const string Drafts = "drafts";

    /// <summary>What was sent to language models, byte for byte.</summary>
    public const string Disclosures = "disclosures";

    /// <summary>Facts about calls to language models.</summary>
    public const string ModelCalls = "modelCalls";

    /// <summary>What people said a mail should have been called.</summary>
    public const string Corrections = "corrections";

    /// <summary>Questions that no document answered.</summary>
    public const string Gaps = "gaps";

    /// <summary>Mails from connected mailboxes, with what belongs to them: tickets, reviews, conversations.</summary>
    public const string Mail = "mail";

    /// <summary>Work that was given up.</summary>
    public const string DeadLetters = "deadLetters";

    /// <summary>The audit trail.</summary>
    public const string Audit = "audit";
}
