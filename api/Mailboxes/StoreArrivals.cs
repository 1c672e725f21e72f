using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Protection;

namespace OutlookAssist.Mailboxes;

/// <summary>Stores new mails, the jobs that handle them and the place behind them in one transaction: never twice, never lost.</summary>
internal sealed class StoreArrivals(IDbContextFactory<OutlookAssistDatabase> databases, JobQueue queue, ContentCipher cipher, CountArrivals caps, TimeProvider time)
{
    /// <summary>Those that were never seen under their provider's name, each once, the oldest first.</summary>
    public async Task<IReadOnlyList<FoundMessage>> UnknownAsync(MailboxConnection mailbox, IReadOnlyList<FoundMessage> found, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var ids = found.Select(message => message.ProviderId).ToList();
        var known = (await database.Set<ReceivedMessage>().Where(row => row.MailboxId == mailbox.Id && ids.Contains(row.ProviderId)).Select(row => row.ProviderId).ToListAsync(cancellation)).ToHashSet();
        return [.. found.Where(message => !known.Contains(message.ProviderId)).DistinctBy(message => message.ProviderId).OrderBy(message => message.ReceivedAt)];
    }

    /// <summary>Stores them and moves the place; false, and nothing stored, when somebody else moved it meanwhile or the mailbox is no longer connected.</summary>
    public async Task<bool> StoreAsync(MailboxConnection mailbox, IReadOnlyList<TakenMail> mails, string? cursor, CancellationToken cancellation)
    {
        // What takes long is done before the database is held.
        var rows = mails.Select(mail => (Mail: mail, Row: RowOf(mailbox, mail))).ToList();
        var content = rows.Where(pair => pair.Mail.Raw is not null).ToDictionary(pair => pair.Row, pair => cipher.Seal(mailbox.Organisation, ContentOf(pair.Row), pair.Mail.Raw));
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var current = await database.Set<MailboxConnection>().FirstOrDefaultAsync(row => row.Id == mailbox.Id, cancellation);
        if (current is not { State: MailboxState.Connected } || current.Cursor != mailbox.Cursor)
        {
            return false;
        }

        var own = (await database.Set<MailboxConnection>().Where(row => row.Organisation == mailbox.Organisation).Select(row => row.Address).ToListAsync(cancellation)).ToHashSet();
        var identities = rows.Select(pair => pair.Row.Identity).ToList();
        var known = (await database.Set<ReceivedMessage>().Where(row => row.MailboxId == mailbox.Id && identities.Contains(row.Identity)).Select(row => row.Identity).ToListAsync(cancellation)).ToHashSet();
        var added = rows.Where(pair => known.Add(pair.Row.Identity)).ToList();
        var handled = added.Count == 0 ? 0 : await caps.InMailboxAsync(database, mailbox.Id, cancellation);
        foreach (var (mail, row) in added)
        {
            await DecideAsync(database, current, mail, row, own, handled, cancellation);
            handled += row.State == MessageState.Skipped ? 0 : 1;
            database.Add(row);
            // One by one, so that the caps of the next see this one.
            await database.SaveChangesAsync(cancellation);
        }

        foreach (var (_, row) in added.Where(pair => pair.Row.State is MessageState.Arrived or MessageState.Unreadable && content.ContainsKey(pair.Row)))
        {
            database.Add(new ReceivedContent { MessageId = row.Id, Sealed = content[row] });
        }

        foreach (var (_, row) in added.Where(pair => pair.Row.State == MessageState.Arrived))
        {
            queue.Enqueue(database, new MessageArrived(row.Organisation, row.Id));
        }

        current.Cursor = cursor;
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        mailbox.Cursor = cursor;
        queue.Wake();
        return true;
    }

    /// <summary>The raw mail; null when it was removed since, or never kept.</summary>
    public async Task<byte[]?> ReadContentAsync(ReceivedMessage message, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var content = await database.Set<ReceivedContent>().AsNoTracking().FirstOrDefaultAsync(row => row.MessageId == message.Id, cancellation);
        return content is null ? null : cipher.Open(message.Organisation, ContentOf(message), content.Sealed);
    }

    private async Task DecideAsync(OutlookAssistDatabase database, MailboxConnection mailbox, TakenMail mail, ReceivedMessage row, HashSet<string> own, int handled, CancellationToken cancellation)
    {
        if (mail is { Arrival: null, Skipped: null })
        {
            row.State = MessageState.Unreadable;
            return;
        }

        row.SkippedReason = mail.Skipped ?? LeaveAlone.Why(mail.Arrival!, mailbox, own) ?? await caps.WhyAsync(database, row, handled, cancellation);
        row.State = row.SkippedReason is null ? MessageState.Arrived : MessageState.Skipped;
    }

    private ReceivedMessage RowOf(MailboxConnection mailbox, TakenMail mail) => new()
    {
        Organisation = mailbox.Organisation,
        MailboxId = mailbox.Id,
        ProviderId = mail.Found.ProviderId,
        InternetMessageId = mail.Arrival?.Message.InternetMessageId,
        ContentHash = mail.Arrival?.ContentHash ?? "",
        Identity = mail.Arrival?.Identity ?? Arrival.IdentityOfUnread(mail.Found.ProviderId),
        ConversationId = mail.Arrival?.ConversationId ?? mail.Found.ConversationId,
        FromAddress = mail.Arrival?.FromAddress,
        ReceivedTicks = mail.Found.ReceivedAt.UtcTicks,
        SeenTicks = time.GetUtcNow().Ticks,
    };

    private static string ContentOf(ReceivedMessage message) => $"ReceivedContents/Sealed/{message.MailboxId}/{message.Identity}";
}
