namespace OutlookAssist.Mailboxes;

/// <summary>Decides which mail no answer is drafted to, and why.</summary>
internal static class LeaveAlone
{
    // Mail passes a handful of servers; one that passed so many goes in a circle.
    private const int MostHops = 40;

    /// <summary>One of <see cref="SkippedReasons"/>; null when the mail is to be handled.</summary>
    /// <param name="arrival">The mail.</param>
    /// <param name="mailbox">Where it arrived.</param>
    /// <param name="own">The addresses of the organisation's mailboxes, in lower case.</param>
    public static string? Why(Arrival arrival, MailboxConnection mailbox, IReadOnlySet<string> own)
    {
        var message = arrival.Message;
        var headers = message.Headers ?? new Dictionary<string, string>();
        if (headers.ContainsKey(ComposeMail.DraftHeader) || arrival.Hops > MostHops)
        {
            return SkippedReasons.Loop;
        }

        if (arrival.FromAddress is { } from && (own.Contains(from) || IsOwn(mailbox, from)))
        {
            return SkippedReasons.OwnAddress;
        }

        if (IsCalendar(message, headers))
        {
            return SkippedReasons.Calendar;
        }

        if (AutomaticMail.Judge(message).Code is { } code)
        {
            return code;
        }

        if (FailedDmarc(headers))
        {
            return SkippedReasons.FailedDmarc;
        }

        if (arrival.IsEncrypted)
        {
            return SkippedReasons.Encrypted;
        }

        if (MessageRules.Examine(message, "") is not null && message.Attachments is not { Count: > 0 })
        {
            return SkippedReasons.Empty;
        }

        return (message.To ?? []).Concat(message.Cc ?? []).Any(recipient => Arrival.AddressOf(recipient) is { } address && IsOwn(mailbox, address)) ? null : SkippedReasons.NotAddressed;
    }

    /// <summary>The mailbox's own address, an alias of it, or either with a tag behind a plus sign.</summary>
    private static bool IsOwn(MailboxConnection mailbox, string address)
    {
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        var plain = plus > 0 && at > plus ? address[..plus] + address[at..] : address;
        return mailbox.Address == address || mailbox.Address == plain
            || mailbox.Settings.Aliases.Any(alias => alias.Equals(address, StringComparison.OrdinalIgnoreCase) || alias.Equals(plain, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>An invitation is a calendar part without a name; a person who sends a file gives it one.</summary>
    private static bool IsCalendar(Message message, IReadOnlyDictionary<string, string> headers) =>
        (headers.GetValueOrDefault("Content-Class") ?? "").Contains("calendarmessage", StringComparison.OrdinalIgnoreCase)
        || (message.Attachments ?? []).Any(attachment => attachment is { ContentType: { } type, Name: null or "" } && type.StartsWith("text/calendar", StringComparison.OrdinalIgnoreCase));

    /// <summary>Only the topmost field is our own server's; those below came with the mail.</summary>
    private static bool FailedDmarc(IReadOnlyDictionary<string, string> headers)
    {
        var verdict = (headers.GetValueOrDefault("Authentication-Results") ?? "").Split('\n')[0];
        return verdict.Split([';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Any(word => word.Equals("dmarc=fail", StringComparison.OrdinalIgnoreCase));
    }
}
