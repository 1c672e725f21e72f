using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Knowledge.Index;
using OutlookAssist.Knowledge.Vectors;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>The embedded store: passages beside everything else in the database, found through an inverted index of our own.</summary>
/// <remarks>The database is the truth, the index is derived from it; see <see cref="PassageIndex"/>.</remarks>
internal sealed class SqliteKnowledgeStore(IDbContextFactory<OutlookAssistDatabase> databases, PassageIndex index, LoadIndex load, StoredVectors vectors) : IPassageStore
{
    private const int BatchSize = 1_000;
    private const int Nearest = 50;
    private const int MorePassages = 8;
    private const int MostPassages = 100_000;
    private const string PassageColumns = "p.Id, d.DocumentId, d.Name, c.Title, c.Language, p.Partition, p.Page, p.SectionPage, p.Heading, p.Text";

    /// <inheritdoc />
    public async Task WriteAsync(KnowledgeContent content, IReadOnlyList<PassageDraft> passages, Func<double, Task> progress, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await RemoveAsync(database, content.Key, cancellation);
        var indexed = IndexedContent.Of(content);
        var builder = new SegmentBuilder(indexed.Scope);
        string? section = null;
        int? sectionPage = null;
        var batches = passages.Chunk(BatchSize).ToList();
        var cut = CutAsync(0);
        for (var batch = 0; batch < batches.Count; batch++)
        {
            // The words of the next batch are cut while this one is written; the two touch different parts of the builder.
            await cut;
            cut = CutAsync(batch + 1);
            try
            {
                await InsertAsync(batches[batch]);
            }
            finally
            {
                await cut;
            }

            await progress((batch + 1) / (double)batches.Count);
        }

        index.Add(builder.Build());

        Task CutAsync(int batch) => batch == batches.Count ? Task.CompletedTask : Task.Run(() => builder.Add(indexed, batches[batch]), cancellation);

        async Task InsertAsync(PassageDraft[] batch)
        {
            // One short transaction a batch, so that a large document does not keep other writers waiting.
            await using var transaction = await database.BeginWriteAsync(cancellation);
            await using var insert = await database.CommandAsync(
                "INSERT INTO Passages (ContentKey, Partition, Page, SectionPage, Heading, Text) VALUES ($content, $partition, $page, $section, $heading, $text) RETURNING Id",
                cancellation, ("$content", content.Key), ("$partition", 0), ("$page", null), ("$section", null), ("$heading", ""), ("$text", ""));
            var (partition, page, sectionStart) = (insert.Parameters["$partition"], insert.Parameters["$page"], insert.Parameters["$section"]);
            var (heading, text) = (insert.Parameters["$heading"], insert.Parameters["$text"]);
            foreach (var passage in batch)
            {
                (section, sectionPage) = passage.Heading == section ? (section, sectionPage) : (passage.Heading, passage.Page);
                sectionStart.Value = (object?)sectionPage ?? DBNull.Value;
                partition.Value = passage.Partition;
                page.Value = (object?)passage.Page ?? DBNull.Value;
                heading.Value = passage.Heading;
                text.Value = passage.Text;
                builder.AddRun(content.Key, (long)(await insert.ExecuteScalarAsync(cancellation))!, 1);
            }

            await transaction.CommitAsync(cancellation);
        }
    }

    /// <summary>Takes a content's passages out of the store, inside the caller's transaction where there is one; the index follows by itself.</summary>
    public static Task RemoveAsync(OutlookAssistDatabase database, long contentKey, CancellationToken cancellation) =>
        database.ExecuteAsync("DELETE FROM Passages WHERE ContentKey = $content", cancellation, ("$content", contentKey));

    /// <inheritdoc />
    public async Task<PassageMatches> MatchAsync(PassageQuery query, CancellationToken cancellation)
    {
        await index.Ready.WaitAsync(cancellation);
        await using var database = await databases.CreateDbContextAsync(cancellation);
        while (true)
        {
            await using var snapshot = await database.BeginReadAsync(cancellation);
            if (await CurrentIndex.FollowAsync(index, load, database, cancellation) is { } state)
            {
                return await MatchAsync(database, state.Of(query.Scope), query, cancellation);
            }
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Passage>> ListAsync(KnowledgeScope scope, TagFilter tags, int limit, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var documents = await database.Set<KnowledgeDocument>().AsNoTracking()
            .Where(document => document.Organisation == scope.Organisation && document.Collection == scope.Collection && document.LiveContentKey != null)
            .OrderBy(document => document.Key).Select(document => new { document.Key, document.DocumentId, document.Tags }).ToListAsync(cancellation);
        var found = new List<Passage>();
        foreach (var document in documents.Where(document => tags.AcceptsDocument(document.DocumentId, document.Tags)))
        {
            await using var command = await database.CommandAsync(
                $"SELECT {PassageColumns}, 0.0 FROM KnowledgeDocuments d JOIN KnowledgeContents c ON c.Key = d.LiveContentKey JOIN Passages p ON p.ContentKey = c.Key WHERE d.Key = $key ORDER BY p.Partition",
                cancellation, ("$key", document.Key));
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (found.Count < limit && await reader.ReadAsync(cancellation))
            {
                if (ReadPassage(reader) is var passage && tags.Accepts(document.DocumentId, passage.Page, document.Tags))
                {
                    found.Add(passage);
                }
            }

            if (found.Count == limit)
            {
                break;
            }
        }

        return found;
    }

    /// <inheritdoc />
    public async Task<CollectionWords> WordsAsync(KnowledgeScope scope, CancellationToken cancellation)
    {
        await index.Ready.WaitAsync(cancellation);
        await using var database = await databases.CreateDbContextAsync(cancellation);
        while (true)
        {
            await using var snapshot = await database.BeginReadAsync(cancellation);
            if (await CurrentIndex.FollowAsync(index, load, database, cancellation) is { } state)
            {
                var view = state.Of(scope);
                return new CollectionWords(view.Languages, view.Vocabulary);
            }
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Passage>> ReadPagesAsync(KnowledgeScope scope, IReadOnlyCollection<PageReference> pages, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var found = new List<Passage>();
        foreach (var page in pages)
        {
            await using var command = await database.CommandAsync(
                $"SELECT {PassageColumns}, 0.0 FROM KnowledgeDocuments d"
                + " JOIN KnowledgeContents c ON c.Key = d.LiveContentKey JOIN Passages p ON p.ContentKey = c.Key"
                + " WHERE d.Organisation = $organisation AND d.Collection = $collection AND d.DocumentId = $document AND p.Page IS $page ORDER BY d.FileNumber, p.Partition",
                cancellation, ("$organisation", scope.Organisation), ("$collection", scope.Collection), ("$document", page.DocumentId), ("$page", page.Page));
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                found.Add(ReadPassage(reader));
            }
        }

        return found;
    }

    private async Task<PassageMatches> MatchAsync(OutlookAssistDatabase database, ScopeView scope, PassageQuery query, CancellationToken cancellation)
    {
        var frequencies = scope.FrequenciesOf(query.Terms);
        var passes = DocumentFilter.Of(query.Tags);
        var nearest = query.Vector is null ? null : await vectors.NearestAsync(database, scope.ContentsOf(passes), query.Vector, Nearest, cancellation);
        for (var limit = query.Limit; ; limit *= MorePassages)
        {
            var best = scope.Search(frequencies, passes, limit);
            var found = await ReadAsync(database, WithNearest(best, nearest), query, query.Limit + (nearest?.Count ?? 0), cancellation);
            // The index knows documents and not pages: where pages are asked for, some of what it finds falls out again.
            if (found.Count >= query.Limit || best.Length < limit || limit > MostPassages)
            {
                return new PassageMatches(found, frequencies, scope.Passages, nearest, scope.RoughFrequenciesOf);
            }
        }
    }

    /// <summary>What was found by words, and after it what was found by meaning alone.</summary>
    private static ScoredPassage[] WithNearest(ScoredPassage[] best, IReadOnlyList<long>? nearest) =>
        nearest is null ? best : [.. best, .. nearest.Except(best.Select(passage => passage.Id)).Select(id => new ScoredPassage(id, 0))];

    /// <summary>The rows of what was found, in the order in which it was found.</summary>
    private static async Task<IReadOnlyList<Passage>> ReadAsync(OutlookAssistDatabase database, ScoredPassage[] best, PassageQuery query, int limit, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync(
            $"SELECT {PassageColumns}, 0.0, d.Tags"
            + " FROM json_each($ids) found CROSS JOIN Passages p ON p.Id = found.value JOIN KnowledgeContents c ON c.Key = p.ContentKey"
            + " JOIN KnowledgeDocuments d ON d.LiveContentKey = c.Key AND d.Organisation = $organisation AND d.Collection IN (SELECT value FROM json_each($collections)) ORDER BY found.key, d.Key",
            cancellation, ("$ids", JsonSerializer.Serialize(best.Select(passage => passage.Id))), ("$organisation", query.Scope.Organisation), ("$collections", JsonSerializer.Serialize(query.Scope.All)));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Passage>(limit);
        var scores = best.ToDictionary(passage => passage.Id, passage => Rarity.ToScore(passage.Sum));
        while (found.Count < limit && await reader.ReadAsync(cancellation))
        {
            // A content that two documents share is one result, under the document that came first.
            if ((found.Count == 0 || found[^1].Id != reader.GetInt64(0)) && query.Tags.Accepts(reader.GetString(1), reader.IsDBNull(6) ? null : reader.GetInt32(6), reader.GetString(11)))
            {
                found.Add(ReadPassage(reader) with { Score = scores[reader.GetInt64(0)] });
            }
        }

        return found;
    }

    private static Passage ReadPassage(DbDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.IsDBNull(3) ? null : reader.GetString(3),
        reader.IsDBNull(4) ? "und" : reader.GetString(4),
        reader.GetInt32(5),
        reader.IsDBNull(6) ? null : reader.GetInt32(6),
        reader.IsDBNull(7) ? null : reader.GetInt32(7),
        reader.GetString(8),
        reader.GetString(9),
        reader.GetDouble(10));
}
