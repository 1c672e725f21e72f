using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Data;
using OutlookAssist.Mailboxes.Providers.Smtp;

namespace OutlookAssist.Mailboxes;

/// <summary>Sends a notice of receipt where a person allowed it for the mailbox: to the sender only, once in several days, never to a program (RFC 3834).</summary>
internal sealed class SendAcknowledgement(IDbContextFactory<OutlookAssistDatabase> databases, OpenMailbox open, StoreArrivals store, IOptions<MailboxesOptions> options, TimeProvider time)
{
    /// <summary>Sends it unless something forbids that; what did is the answer.</summary>
    /// <param name="message">The mail that is acknowledged; it must not be one that is left alone.</param>
    /// <param name="subject">The subject of the notice.</param>
    /// <param name="text">Its words.</param>
    /// <param name="html">The same as HTML that our code built.</param>
    /// <param name="cancellation">Ends the sending; what was noted stays noted.</param>
    public async Task<AcknowledgementOutcome> HandleAsync(ReceivedMessage message, string subject, string text, string html, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var mailbox = await database.Set<MailboxConnection>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == message.MailboxId && row.Organisation == message.Organisation, cancellation);
        if (mailbox is not { State: MailboxState.Connected, Settings.Acknowledgements: true } || open.CredentialsOf(mailbox).Smtp is not { } smtp)
        {
            return AcknowledgementOutcome.NotAllowed;
        }

        if (message.State == MessageState.Skipped || message.FromAddress is not { } recipient || await ReadAsync(message, cancellation) is not { } arrival || !MayBeAnswered(arrival, mailbox))
        {
            return AcknowledgementOutcome.NotAnswerable;
        }

        if (!await NoteAsync(database, message, recipient, cancellation))
        {
            return AcknowledgementOutcome.SentBefore;
        }

        var answered = new AnsweredMessage(message.ProviderId, message.InternetMessageId, message.ConversationId, new DateTimeOffset(message.ReceivedTicks, TimeSpan.Zero));
        var references = Arrival.ReferencesOf(arrival.Message).Append(message.InternetMessageId ?? "").ToList();
        var reply = new ReplyDraft(answered, new MailAddress(null, mailbox.Address), [new MailAddress(null, recipient)], subject, text, html, references, time.GetUtcNow());
        await using var session = await SmtpSession.OpenAsync(smtp, options.Value, time, cancellation);
        await session.SendAsync(recipient, ComposeMail.Acknowledgement(reply, $"acknowledgement/{message.MailboxId}/{message.Identity}"), cancellation);
        return AcknowledgementOutcome.Sent;
    }

    /// <summary>Judged again from the mail itself: what was stored may be older than the rules.</summary>
    private static bool MayBeAnswered(Arrival arrival, MailboxConnection mailbox) => LeaveAlone.Why(arrival, mailbox, new HashSet<string>()) is null;

    private async Task<Arrival?> ReadAsync(ReceivedMessage message, CancellationToken cancellation) =>
        await store.ReadContentAsync(message, cancellation) is { } raw ? Arrival.Read(raw, message.ConversationId) : null;

    /// <summary>Noted first: a crash behind it loses one notice, which harms nobody; two notices may begin a loop.</summary>
    private async Task<bool> NoteAsync(OutlookAssistDatabase database, ReceivedMessage message, string recipient, CancellationToken cancellation)
    {
        var since = time.GetUtcNow().AddDays(-options.Value.AcknowledgementDays).Ticks;
        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (await database.Set<SentAcknowledgement>().AnyAsync(sent => sent.MailboxId == message.MailboxId && sent.Address == recipient && sent.SentTicks > since, cancellation))
        {
            return false;
        }

        database.Add(new SentAcknowledgement { Organisation = message.Organisation, MailboxId = message.MailboxId, Address = recipient, SentTicks = time.GetUtcNow().Ticks });
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}

/// <summary>What became of a notice of receipt.</summary>
internal enum AcknowledgementOutcome
{
    /// <summary>The sending server took it.</summary>
    Sent,

    /// <summary>Nobody allowed it for this mailbox, or there is no server for it.</summary>
    NotAllowed,

    /// <summary>A program may not answer this mail.</summary>
    NotAnswerable,

    /// <summary>The sender got one not long ago.</summary>
    SentBefore,
}
