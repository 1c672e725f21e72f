using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;

namespace OutlookAssist.Mailboxes;

/// <summary>Asks for a mailbox to be read soon; asking again before it begins changes nothing.</summary>
internal sealed class RequestReading(IDbContextFactory<OutlookAssistDatabase> databases, JobQueue queue, MailboxTurns turns)
{
    /// <summary>Stores the wish, unless one waits already.</summary>
    public async Task HandleAsync(string organisation, string mailbox, CancellationToken cancellation)
    {
        if (!turns.Want(mailbox))
        {
            return;
        }

        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellation);
            await using var transaction = await database.BeginWriteAsync(cancellation);
            await queue.EnqueueOnceAsync(database, new MailboxNews(organisation, mailbox), cancellation);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch
        {
            turns.Begun(mailbox);
            throw;
        }

        queue.Wake();
    }
}
