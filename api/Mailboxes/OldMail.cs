using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Mailboxes;

/// <summary>Mails whose time is over; what a resync would bring again is then older than the mailbox's cut-off.</summary>
internal sealed class OldMail(OutlookAssistDatabase database) : IRetainedRecords
{
    /// <inheritdoc />
    public string Class => RetentionClass.Mail;

    /// <inheritdoc />
    public async Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var parameters = new (string, object?)[] { ("$organisation", organisation), ("$before", before.UtcTicks) };
        await database.ExecuteAsync("DELETE FROM ReceivedContents WHERE MessageId IN (SELECT Id FROM ReceivedMessages WHERE Organisation = $organisation AND SeenTicks < $before)", cancellation, parameters);
        var count = await database.ExecuteAsync("DELETE FROM ReceivedMessages WHERE Organisation = $organisation AND SeenTicks < $before", cancellation, parameters);
        // Without their rows they would be new at the next resync.
        await database.ExecuteAsync("UPDATE Mailboxes SET ReadSinceTicks = $before WHERE Organisation = $organisation AND ReadSinceTicks < $before", cancellation, parameters);
        count += await database.ExecuteAsync("DELETE FROM SentAcknowledgements WHERE Organisation = $organisation AND SentTicks < $before", cancellation, parameters);
        await transaction.CommitAsync(cancellation);
        return count;
    }
}
