using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Privacy;

namespace OutlookAssist.Mailboxes;

/// <summary>The mailboxes with their mails among what an organisation can have removed whole.</summary>
internal sealed class KeptMail(OutlookAssistDatabase database, KnownSubscriptions subscriptions, JobQueue queue) : IOrganisationData
{
    /// <inheritdoc />
    public string Name => "mailboxes";

    /// <inheritdoc />
    public async Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        foreach (var id in await database.Set<MailboxConnection>().Where(row => row.Organisation == organisation).Select(row => row.Id).ToListAsync(cancellation))
        {
            await queue.WithdrawAsync(database, new MailboxNews(organisation, id), cancellation);
        }

        // Mails, their content and the notices of receipt go with their mailbox.
        var count = await database.ExecuteAsync("DELETE FROM Mailboxes WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
        await transaction.CommitAsync(cancellation);
        subscriptions.Forget();
        return count;
    }
}
