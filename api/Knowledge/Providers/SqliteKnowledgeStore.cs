using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Language;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>The embedded store: passages beside everything else, found through an FTS5 index over their stems.</summary>
/// <remarks>The index is fed with stems of our own, since the tokenizers that SQLite brings know English only. Its rank weighs titles and headings double (see the first migration).</remarks>
internal sealed class SqliteKnowledgeStore(IDbContextFactory<OutlookAssistDatabase> databases) : IPassageStore
{
    private const int BatchSize = 500;
    private const string PassageColumns = "p.Id, d.DocumentId, d.Name, c.Title, c.Language, p.Partition, p.Page, p.SectionPage, p.Heading, p.Text";

    /// <inheritdoc />
    public async Task WriteAsync(KnowledgeContent content, IReadOnlyList<PassageDraft> passages, Func<double, Task> progress, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await RemoveAsync(database, content.Key, cancellation);
        var title = Stems($"{content.Title} {Path.GetFileNameWithoutExtension(content.Name).Replace('_', ' ')}", content.Language);
        string? section = null;
        int? sectionPage = null;
        for (var start = 0; start < passages.Count; start += BatchSize)
        {
            // One short transaction a batch, so that a large document does not keep other writers waiting.
            await using var transaction = await database.BeginWriteAsync(cancellation);
            await using var insertPassage = await database.CommandAsync(
                "INSERT INTO Passages (ContentKey, Partition, Page, SectionPage, Heading, Text) VALUES ($content, $partition, $page, $section, $heading, $text) RETURNING Id",
                cancellation, ("$content", content.Key), ("$partition", 0), ("$page", null), ("$section", null), ("$heading", ""), ("$text", ""));
            await using var insertIndex = await database.CommandAsync(
                "INSERT INTO PassageIndex (rowid, scope, title, heading, body) VALUES ($id, $scope, $title, $heading, $body)",
                cancellation, ("$id", 0L), ("$scope", ScopeOf(new KnowledgeScope(content.Organisation, content.Collection))), ("$title", title), ("$heading", ""), ("$body", ""));
            foreach (var passage in passages.Skip(start).Take(BatchSize))
            {
                (section, sectionPage) = passage.Heading == section ? (section, sectionPage) : (passage.Heading, passage.Page);
                insertPassage.Parameters["$section"].Value = (object?)sectionPage ?? DBNull.Value;
                insertPassage.Parameters["$partition"].Value = passage.Partition;
                insertPassage.Parameters["$page"].Value = (object?)passage.Page ?? DBNull.Value;
                insertPassage.Parameters["$heading"].Value = passage.Heading;
                insertPassage.Parameters["$text"].Value = passage.Text;
                insertIndex.Parameters["$id"].Value = (long)(await insertPassage.ExecuteScalarAsync(cancellation))!;
                insertIndex.Parameters["$heading"].Value = Stems(passage.Heading, content.Language);
                insertIndex.Parameters["$body"].Value = Stems(passage.Text, content.Language);
                await insertIndex.ExecuteNonQueryAsync(cancellation);
            }

            await transaction.CommitAsync(cancellation);
            await progress(Math.Min(1.0, (start + BatchSize) / (double)passages.Count));
        }
    }

    /// <summary>Takes a content's passages out of the store and the index, inside the caller's transaction where there is one.</summary>
    public static async Task RemoveAsync(OutlookAssistDatabase database, long contentKey, CancellationToken cancellation)
    {
        await database.ExecuteAsync("DELETE FROM PassageIndex WHERE rowid IN (SELECT Id FROM Passages WHERE ContentKey = $content)", cancellation, ("$content", contentKey));
        await database.ExecuteAsync("DELETE FROM Passages WHERE ContentKey = $content", cancellation, ("$content", contentKey));
    }

    /// <inheritdoc />
    public async Task<PassageMatches> MatchAsync(PassageQuery query, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var count = await PassageCountAsync(database, cancellation);
        if (query.Terms.Count == 0 || count == 0)
        {
            return new PassageMatches([], new Dictionary<string, long>(), count);
        }

        var frequencies = await FrequenciesAsync(database, query.Terms, cancellation);
        var known = query.Terms.Where(term => frequencies[term] > 0).ToList();
        return new PassageMatches(known.Count == 0 ? [] : await MatchAsync(database, query, known, cancellation), frequencies, count);
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
    public async Task<IReadOnlyCollection<string>> LanguagesAsync(KnowledgeScope scope, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var command = await database.CommandAsync(
            "SELECT DISTINCT Language FROM KnowledgeContents WHERE Organisation = $organisation AND Collection = $collection AND State = 3 AND Language IS NOT NULL",
            cancellation, ("$organisation", scope.Organisation), ("$collection", scope.Collection));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var languages = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            languages.Add(reader.GetString(0));
        }

        return languages;
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

    private static async Task<IReadOnlyList<Passage>> MatchAsync(OutlookAssistDatabase database, PassageQuery query, List<string> terms, CancellationToken cancellation)
    {
        // The index comes first and in its own order, row by row, and what nobody may see yet falls out on the way:
        // a limit inside the index would let the passages of a document that is being replaced crowd out those that answer.
        await using var command = await database.CommandAsync(
            $"SELECT {PassageColumns}, -m.rank, d.Tags FROM PassageIndex m"
            + " CROSS JOIN Passages p ON p.Id = m.rowid CROSS JOIN KnowledgeContents c ON c.Key = p.ContentKey"
            + " CROSS JOIN KnowledgeDocuments d ON d.LiveContentKey = c.Key AND d.Organisation = $organisation AND d.Collection = $collection"
            + " WHERE PassageIndex MATCH $match ORDER BY m.rank",
            cancellation,
            ("$match", $"scope:\"{ScopeOf(query.Scope)}\" AND {{title heading body}}:({string.Join(" OR ", terms.Select(term => $"\"{term}\""))})"),
            ("$organisation", query.Scope.Organisation),
            ("$collection", query.Scope.Collection));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Passage>(query.Limit);
        while (found.Count < query.Limit && await reader.ReadAsync(cancellation))
        {
            // A content that two documents share is one result, under the document that came first.
            if ((found.Count == 0 || found[^1].Id != reader.GetInt64(0)) && query.Tags.Accepts(reader.GetString(1), reader.IsDBNull(6) ? null : reader.GetInt32(6), reader.GetString(11)))
            {
                found.Add(ReadPassage(reader));
            }
        }

        return found;
    }

    private static async Task<Dictionary<string, long>> FrequenciesAsync(OutlookAssistDatabase database, IReadOnlyCollection<string> terms, CancellationToken cancellation)
    {
        var frequencies = new Dictionary<string, long>(terms.Count, StringComparer.Ordinal);
        await using var command = await database.CommandAsync("SELECT doc FROM PassageTerms WHERE term = $term", cancellation, ("$term", ""));
        foreach (var term in terms)
        {
            command.Parameters["$term"].Value = term;
            frequencies[term] = await command.ExecuteScalarAsync(cancellation) is long count ? count : 0;
        }

        return frequencies;
    }

    private static async Task<long> PassageCountAsync(OutlookAssistDatabase database, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync("SELECT IFNULL(SUM(Passages), 0) FROM KnowledgeContents", cancellation);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
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

    /// <summary>One token that stands for organisation and collection, so that the index itself keeps them apart.</summary>
    private static string ScopeOf(KnowledgeScope scope) =>
        "org" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{scope.Organisation}\n{scope.Collection}")).AsSpan(0, 8));

    private static string Stems(string text, string? language)
    {
        var terms = new List<Term>();
        TextTerms.Analyze(text, language ?? "und", terms);
        return string.Join(' ', terms.Select(term => term.Stem));
    }
}
