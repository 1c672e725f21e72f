namespace OutlookAssist.Tickets;

/// <summary>A message to one target about one ticket: its identifier is made of what it is about, so that the same is never told twice.</summary>
internal sealed class Escalation
{
    /// <summary>SHA-256 of ticket, mail, reason and target; sent along as the idempotency key.</summary>
    public required string Id { get; set; }

    /// <summary>The organisation.</summary>
    public required string Organisation { get; set; }

    /// <summary>The ticket.</summary>
    public required string ConversationId { get; set; }

    /// <summary>One of <see cref="EscalationReason"/>.</summary>
    public required string Reason { get; set; }

    /// <summary>The name of the target.</summary>
    public required string Target { get; set; }

    /// <summary>When it was decided, in UTC ticks.</summary>
    public long CreatedTicks { get; set; }

    /// <summary>When the target took it, in UTC ticks; null while it has not.</summary>
    public long? DeliveredTicks { get; set; }

    /// <summary>Why it never will; null otherwise.</summary>
    public string? Failure { get; set; }
}

/// <summary>Names an escalation that is to be delivered.</summary>
internal sealed record EscalationDue(string Organisation, string EscalationId);
