using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Mailboxes;

/// <summary>The mails that a person wrote or is named in, and the notices of receipt that went to them.</summary>
internal sealed class MailOfPerson(OutlookAssistDatabase database, StoreArrivals store) : IPersonRecords
{
    private const int Together = 200;

    /// <inheritdoc />
    public string Name => "mails";

    /// <inheritdoc />
    public async Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation)
    {
        var ids = new List<long>();
        await foreach (var (message, _) in FindAsync(organisation, address, cancellation))
        {
            ids.Add(message.Id);
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        foreach (var id in ids)
        {
            await database.ExecuteAsync("DELETE FROM ReceivedMessages WHERE Id = $id", cancellation, ("$id", id));
        }

        var notices = await database.ExecuteAsync("DELETE FROM SentAcknowledgements WHERE Organisation = $organisation AND Address = $address", cancellation, ("$organisation", organisation), ("$address", address));
        await transaction.CommitAsync(cancellation);
        return ids.Count + notices;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (message, raw) in FindAsync(organisation, address, cancellation))
        {
            var id = $"mail-{message.Id}";
            yield return PersonRecord.Json(id, new { message.FromAddress, message.InternetMessageId, ReceivedAt = new DateTimeOffset(message.ReceivedTicks, TimeSpan.Zero), State = message.State.ToString(), message.SkippedReason });
            if (raw is not null)
            {
                yield return PersonRecord.Mail(id, raw);
            }
        }

        foreach (var notice in await database.Set<SentAcknowledgement>().AsNoTracking().Where(row => row.Organisation == organisation && row.Address == address).ToListAsync(cancellation))
        {
            yield return PersonRecord.Json($"acknowledgement-{notice.Id}", new { notice.Address, SentAt = new DateTimeOffset(notice.SentTicks, TimeSpan.Zero) });
        }
    }

    /// <summary>Their own mails by the address; others by reading them, since what is in a mail is sealed.</summary>
    private async IAsyncEnumerable<(ReceivedMessage Message, byte[]? Raw)> FindAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = 0L; ;)
        {
            var page = await database.Set<ReceivedMessage>().AsNoTracking().Where(row => row.Organisation == organisation && row.Id > after).OrderBy(row => row.Id).Take(Together).ToListAsync(cancellation);
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (var message in page)
            {
                var raw = await store.ReadContentAsync(message, cancellation);
                if (message.FromAddress == address || (raw is not null && Names(raw, address)))
                {
                    yield return (message, raw);
                }
            }

            after = page[^1].Id;
        }
    }

    private static bool Names(byte[] raw, string address)
    {
        if (ParseMessage.ReadMessage(raw, new Mime.Defects()) is not { } message)
        {
            return false;
        }

        return (message.To ?? []).Concat(message.Cc ?? []).Append(message.From).Any(person => Arrival.AddressOf(person) == address)
            || PersonAddress.IsIn(message.Subject, address) || PersonAddress.IsIn(message.Body?.Content, address);
    }
}
