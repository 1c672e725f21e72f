using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Knowledge.Index;
using OutlookAssist.Privacy;

namespace OutlookAssist.Knowledge;

/// <summary>The organisation's documents that name a person's address in their text, name, title or tags: removed whole, with original, passages, vectors and the words of the index.</summary>
internal sealed class DocumentsOfPerson(OutlookAssistDatabase database, DeleteDocument delete, SearchKnowledge search, KeepIndex index, KnowledgeNews news) : IPersonRecords
{
    /// <inheritdoc />
    public string Name => ExportPerson.Documents;

    /// <inheritdoc />
    public async Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation)
    {
        var documents = (await FindAsync(organisation, address, cancellation)).DistinctBy(document => (document.Collection, document.DocumentId)).ToList();
        foreach (var document in documents)
        {
            await delete.HandleAsync(new KnowledgeScope(organisation, document.Collection), document.DocumentId, cancellation);
            if (document.Collection == KnowledgeScope.DefaultCollection)
            {
                await news.DocumentRemovedAsync(organisation, document.DocumentId, cancellation);
            }
        }

        // Also what was deleted before leaves memory and files.
        search.Forget();
        await index.PurgeAsync(cancellation);
        return documents.Count;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var document in await FindAsync(organisation, address, cancellation))
        {
            var passages = await PassagesAsync(document, address, cancellation);
            yield return PersonRecord.Json($"{document.Key}", new { document.DocumentId, document.Name, document.Collection, passages });
        }
    }

    private async Task<List<KnowledgeDocument>> FindAsync(string organisation, string address, CancellationToken cancellation)
    {
        var contents = await ContentsAsync(organisation, address, cancellation);
        var documents = await database.Set<KnowledgeDocument>().AsNoTracking().Where(document => document.Organisation == organisation).OrderBy(document => document.Key).ToListAsync(cancellation);
        return [.. documents.Where(document => contents.Contains(document.LiveContentKey ?? 0) || contents.Contains(document.PendingContentKey ?? 0)
            || PersonAddress.IsIn(document.Name, address) || PersonAddress.IsInJson(document.Tags, address))];
    }

    /// <summary>The contents that name the address; the database finds what may, exactly is decided here.</summary>
    private async Task<HashSet<long>> ContentsAsync(string organisation, string address, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync(
            "SELECT c.Key, c.Name || ' ' || ifnull(c.Title, ''), ifnull(p.Heading, '') || ' ' || ifnull(p.Text, '') FROM KnowledgeContents c LEFT JOIN Passages p ON p.ContentKey = c.Key"
            + " WHERE c.Organisation = $organisation AND (instr(lower(c.Name || ' ' || ifnull(c.Title, '')), $address) > 0 OR instr(lower(p.Heading), $address) > 0 OR instr(lower(p.Text), $address) > 0)",
            cancellation, ("$organisation", organisation), ("$address", address));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new HashSet<long>();
        while (await reader.ReadAsync(cancellation))
        {
            if (PersonAddress.IsIn(reader.GetString(1), address) || PersonAddress.IsIn(reader.GetString(2), address))
            {
                found.Add(reader.GetInt64(0));
            }
        }

        return found;
    }

    private async Task<List<ExportedPassage>> PassagesAsync(KnowledgeDocument document, string address, CancellationToken cancellation)
    {
        var key = document.LiveContentKey ?? document.PendingContentKey;
        var passages = await database.Set<PassageRow>().AsNoTracking().Where(passage => passage.ContentKey == key).OrderBy(passage => passage.Id).ToListAsync(cancellation);
        return [.. passages.Where(passage => PersonAddress.IsIn(passage.Text, address) || PersonAddress.IsIn(passage.Heading, address)).Select(passage => new ExportedPassage(passage.Page, passage.Text))];
    }

    private sealed record ExportedPassage(int? Page, string Text);
}
