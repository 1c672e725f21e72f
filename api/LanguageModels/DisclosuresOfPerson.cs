using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.LanguageModels;

/// <summary>What was sent to models about a person's mail, and the answers that are remembered in memory.</summary>
internal sealed class DisclosuresOfPerson(OutlookAssistDatabase database, ContentCipher cipher, PersonMark marks, ModelDoor door) : IPersonRecords
{
    private const int Batch = 100;

    /// <inheritdoc />
    public string Name => "modelDisclosures";

    /// <inheritdoc />
    public async Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation)
    {
        // The answers are masked and few, and nothing tells whose mail they were given to.
        door.ForgetAnswers();
        var ids = new List<long>();
        await foreach (var sent in FindAsync(organisation, address, cancellation))
        {
            ids.Add(sent.Id);
        }

        foreach (var id in ids)
        {
            await database.ExecuteAsync("DELETE FROM ModelDisclosures WHERE Id = $id", cancellation, ("$id", id));
        }

        return ids.Count;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var sent in FindAsync(organisation, address, cancellation))
        {
            yield return PersonRecord.Json($"{sent.Id}", new ExportedDisclosure(new DateTime(sent.SentTicks, DateTimeKind.Utc), sent.Address, sent.DraftId, BodyOf(sent)));
        }
    }

    private async IAsyncEnumerable<ModelDisclosure> FindAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var mark = marks.Of(organisation, address);
        for (var after = 0L; ;)
        {
            var batch = await database.Set<ModelDisclosure>().AsNoTracking().Where(sent => sent.Organisation == organisation && sent.Id > after).OrderBy(sent => sent.Id).Take(Batch).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                yield break;
            }

            after = batch[^1].Id;
            foreach (var sent in batch.Where(sent => sent.Correspondent == mark || PersonAddress.IsIn(BodyOf(sent), address)))
            {
                yield return sent;
            }
        }
    }

    private string BodyOf(ModelDisclosure sent) => Encoding.UTF8.GetString(cipher.Open(sent.Organisation, ModelDisclosureTable.Body.PlaceOf(sent.Id), sent.Body));

    private sealed record ExportedDisclosure(DateTime SentAt, string SentTo, string DraftId, string Body);
}
