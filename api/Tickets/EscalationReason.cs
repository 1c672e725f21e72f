namespace OutlookAssist.Tickets;

/// <summary>Why people are told of a ticket: stable codes.</summary>
internal static class EscalationReason
{
    /// <summary>The time for a first reply runs short.</summary>
    public const string Warning = "warning";

    /// <summary>The time for a first reply is over.</summary>
    public const string Breach = "breach";

    /// <summary>It cannot wait: a threat, an emergency, a deadline within hours.</summary>
    public const string Urgent = "urgent";

    /// <summary>The product does not know what the mail is about.</summary>
    public const string Uncertain = "uncertain";

    /// <summary>All of them.</summary>
    public static readonly string[] All = [Warning, Breach, Urgent, Uncertain];
}
