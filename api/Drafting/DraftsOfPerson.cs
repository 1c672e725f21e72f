using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.Drafting;

/// <summary>The drafts that answer a person's mail or name the address, with their ratings, and the mails that are remembered in memory.</summary>
internal sealed class DraftsOfPerson(OutlookAssistDatabase database, ContentCipher cipher, PersonMark marks, RecentMails mails) : IPersonRecords
{
    private const int Batch = 500;

    /// <inheritdoc />
    public string Name => "drafts";

    /// <inheritdoc />
    public async Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation)
    {
        mails.Forget(address);
        var ids = new List<string>();
        await foreach (var draft in FindAsync(organisation, address, cancellation))
        {
            ids.Add(draft.Id);
        }

        foreach (var id in ids)
        {
            await database.ExecuteAsync("DELETE FROM Drafts WHERE Id = $id; DELETE FROM ModelDisclosures WHERE Organisation = $organisation AND DraftId = $id", cancellation, ("$id", id), ("$organisation", organisation));
        }

        return ids.Count;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var draft in FindAsync(organisation, address, cancellation))
        {
            yield return PersonRecord.Json(draft.Id, new ExportedDraft(new DateTime(draft.CreatedTicks, DateTimeKind.Utc), JsonNode.Parse(draft.Content), draft.RatedOutcome, draft.FinalText, draft.Comment));
        }
    }

    private async IAsyncEnumerable<StoredDraft> FindAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var mark = marks.Of(organisation, address);
        var ids = await database.Set<StoredDraft>().Where(draft => draft.Organisation == organisation).Select(draft => draft.Id).ToListAsync(cancellation);
        // In pieces, so that a hundred thousand drafts do not stand in memory at once.
        foreach (var piece in ids.Chunk(Batch))
        {
            var batch = await database.Set<StoredDraft>().AsNoTracking().Where(draft => piece.Contains(draft.Id)).ToListAsync(cancellation);
            foreach (var draft in batch.Select(Opened).Where(draft => draft.Correspondent == mark || PersonAddress.IsInJson(draft.Content, address) || PersonAddress.IsIn(draft.FinalText, address) || PersonAddress.IsIn(draft.Comment, address)))
            {
                yield return draft;
            }
        }
    }

    /// <summary>The draft in plain words; it is not tracked, so nothing of that is written.</summary>
    private StoredDraft Opened(StoredDraft draft)
    {
        string? Open(SealedColumn column, string? text) => text is null ? null : cipher.OpenText(draft.Organisation, column.PlaceOf(draft.Id), text);
        draft.Content = Open(DraftTable.Content, draft.Content)!;
        draft.FinalText = Open(DraftTable.FinalText, draft.FinalText);
        draft.Comment = Open(DraftTable.Comment, draft.Comment);
        return draft;
    }

    private sealed record ExportedDraft(DateTime CreatedAt, JsonNode? Draft, string? Outcome, string? FinalText, string? Comment);
}
