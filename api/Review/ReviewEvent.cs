namespace OutlookAssist.Review;

/// <summary>One thing that happened to an item: the log from which every figure about reviewing can be counted again.</summary>
internal sealed class ReviewEvent
{
    /// <summary>The order in which things happened.</summary>
    public long Id { get; set; }

    /// <summary>The organisation.</summary>
    public required string Organisation { get; set; }

    /// <summary>The item.</summary>
    public long ItemId { get; set; }

    /// <summary>When, in UTC ticks.</summary>
    public long Ticks { get; set; }

    /// <summary>What.</summary>
    public ReviewEventKind Kind { get; set; }

    /// <summary>The person who did it; null where the product did.</summary>
    public string? Person { get; set; }

    /// <summary>The edit distance of an approval; null otherwise.</summary>
    public double? EditDistance { get; set; }
}

/// <summary>What can happen to an item.</summary>
internal enum ReviewEventKind
{
    /// <summary>It is there for people to see.</summary>
    Offered,

    /// <summary>A draft is there to be looked at.</summary>
    Drafted,

    /// <summary>A person must look at it at once.</summary>
    Escalated,

    /// <summary>Somebody opened it to decide.</summary>
    Claimed,

    /// <summary>Somebody let it go undecided.</summary>
    Released,

    /// <summary>Somebody changed the text.</summary>
    Edited,

    /// <summary>Somebody found it good.</summary>
    Approved,

    /// <summary>Somebody found it unfit.</summary>
    Rejected,

    /// <summary>Somebody took a decision back.</summary>
    Undone,

    /// <summary>It was overtaken.</summary>
    Discarded,

    /// <summary>Its time ran out undecided.</summary>
    Breached,

    /// <summary>The mailbox followed the decision.</summary>
    Delivered,

    /// <summary>The mailbox refused to follow the decision.</summary>
    DeliveryFailed,
}
