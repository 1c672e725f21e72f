namespace OutlookAssist.Mailboxes;

/// <summary>A mailbox as administrators see it: how it is, and nothing that opens it.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Kind">imap, graph or gmail.</param>
/// <param name="Address">Its address.</param>
/// <param name="State">connected, paused, failed or disconnected.</param>
/// <param name="Problem">The code of the last failure; null while all is well.</param>
/// <param name="ProblemDetail">The same as a sentence.</param>
/// <param name="Failures">Failures since it was last read.</param>
/// <param name="ConnectedAt">When it was connected.</param>
/// <param name="SyncedAt">When it was last read to its end; null before the first time.</param>
/// <param name="IsPushed">Whether it tells of news by itself through a subscription.</param>
/// <param name="SendsAcknowledgements">Whether notices of receipt may be sent and there is a server for it.</param>
/// <param name="Messages">The number of its mails by state.</param>
/// <param name="Warnings">What should be changed, as far as it was just checked.</param>
/// <param name="Settings">What an administrator wants of it.</param>
internal sealed record MailboxView(
    string Id,
    string Kind,
    string Address,
    MailboxState State,
    string? Problem,
    string? ProblemDetail,
    int Failures,
    DateTimeOffset ConnectedAt,
    DateTimeOffset? SyncedAt,
    bool IsPushed,
    bool SendsAcknowledgements,
    IReadOnlyDictionary<string, int> Messages,
    IReadOnlyList<string> Warnings,
    MailboxSettings Settings)
{
    /// <summary>The view of a row.</summary>
    public static MailboxView Of(MailboxConnection mailbox, IReadOnlyDictionary<string, int> messages, IReadOnlyList<string> warnings) => new(
        mailbox.Id,
        mailbox.Kind,
        mailbox.Address,
        mailbox.State,
        mailbox.Problem,
        mailbox.Problem is { } problem ? DetailOf(problem) : null,
        mailbox.Failures,
        new DateTimeOffset(mailbox.ConnectedTicks, TimeSpan.Zero),
        mailbox.SyncedTicks == 0 ? null : new DateTimeOffset(mailbox.SyncedTicks, TimeSpan.Zero),
        mailbox.Subscription is not null,
        mailbox.Settings.Acknowledgements,
        messages,
        warnings,
        mailbox.Settings);

    private static string DetailOf(string problem) => problem switch
    {
        "mailbox-unavailable" => "The mail server does not answer. It is tried again by itself.",
        "mailbox-throttled" => "The mail service asked for a pause. It goes on by itself.",
        "mailbox-sign-in-refused" => "The mailbox does not let us in any more: the password changed or consent was withdrawn. Connect it again.",
        "mailbox-gone" => "The mailbox does not exist any more. Disconnect it.",
        "mailbox-not-secure" => "The mail server offers no trusted encryption. Have its certificate renewed, then resume.",
        "mailbox-wrong-settings" => "The mailbox lacks something that is needed, such as a folder. Test it to see what, correct it, then resume.",
        _ => "The mail server refused what was asked. Test it to see more.",
    };
}
