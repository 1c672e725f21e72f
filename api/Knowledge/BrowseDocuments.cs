using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Shows what is in the knowledge base: the list, one document, its original, the text of one page.</summary>
internal sealed class BrowseDocuments(OutlookAssistDatabase database, DocumentFiles files, IKnowledgeStore store)
{
    private const int MostPerPage = 500;

    /// <summary>Newest first; <c>cursor</c> is the one that the page before gave.</summary>
    public async Task<Results<Ok<DocumentPage>, ProblemHttpResult>> ListAsync(int? limit, string? cursor, Caller caller, CancellationToken cancellation)
    {
        var size = limit ?? 100;
        if (size is < 1 or > MostPerPage)
        {
            return Problems.Validation("limit", $"The limit is between 1 and {MostPerPage}.");
        }

        var before = long.MaxValue;
        if (!string.IsNullOrEmpty(cursor) && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            return Problems.Validation("cursor", "Give the cursor that the page before gave, or none.");
        }

        var documents = await database.Set<KnowledgeDocument>().AsNoTracking()
            .Where(document => document.Organisation == caller.Organisation && document.Collection == KnowledgeScope.DefaultCollection && !document.Retired && document.Key < before)
            .OrderByDescending(document => document.Key).Take(size + 1).ToListAsync(cancellation);
        var page = documents.Take(size).ToList();
        var keys = page.Select(document => document.NewestContentKey).Distinct().ToList();
        var contents = await database.Set<KnowledgeContent>().AsNoTracking().Where(content => keys.Contains(content.Key)).ToDictionaryAsync(content => content.Key, cancellation);
        var total = await database.Set<KnowledgeDocument>().CountAsync(
            document => document.Organisation == caller.Organisation && document.Collection == KnowledgeScope.DefaultCollection && !document.Retired, cancellation);
        return TypedResults.Ok(new DocumentPage(
            [.. page.Where(document => contents.ContainsKey(document.NewestContentKey)).Select(document => DocumentSummary.Of(document, contents[document.NewestContentKey]))],
            documents.Count > size ? page[^1].Key.ToString(CultureInfo.InvariantCulture) : null,
            total));
    }

    /// <summary>One document with its state.</summary>
    public async Task<Results<Ok<DocumentSummary>, ProblemHttpResult>> GetAsync(string documentId, Caller caller, CancellationToken cancellation) =>
        await FindAsync(documentId, caller, cancellation) is { } found
            ? TypedResults.Ok(DocumentSummary.Of(found.Document, found.Content))
            : NotFound();

    /// <summary>The original as it was uploaded; shown in the browser only where no script of it can run.</summary>
    public async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> ContentAsync(string documentId, Caller caller, HttpResponse response, CancellationToken cancellation)
    {
        if (await FindAsync(documentId, caller, cancellation) is not { } found)
        {
            return NotFound();
        }

        // An uploaded page must not act in our name: it is sandboxed, and what a browser could run is offered as a download.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        var shown = found.Content.ContentType is "application/pdf" or "text/plain" or "text/markdown";
        if (found.Content.ContentType == "application/pdf")
        {
            response.Headers.Remove("Content-Security-Policy"); // A sandboxed frame cannot hold the browser's PDF viewer.
        }

        var type = found.Content.ContentType is "text/markdown" or "text/plain" ? "text/plain; charset=utf-8" : found.Content.ContentType;
        if (shown)
        {
            response.Headers.ContentDisposition = new System.Net.Mime.ContentDisposition { Inline = true, FileName = Uri.EscapeDataString(found.Document.Name) }.ToString();
        }

        return TypedResults.PhysicalFile(files.PathOf(found.Content), type, shown ? null : found.Document.Name, enableRangeProcessing: true);
    }

    /// <summary>The text that the product read from one page, which quotes are verbatim pieces of; page 0 where a format has no pages.</summary>
    public async Task<Results<Ok<PageText>, ProblemHttpResult>> PageAsync(string documentId, int page, Caller caller, CancellationToken cancellation)
    {
        int? number = page == 0 ? null : page;
        var passages = await store.ReadPagesAsync(new KnowledgeScope(caller.Organisation), [new PageReference(documentId, number)], cancellation);
        return passages.Count == 0
            ? Problems.NotFound("There is no such page with text.")
            : TypedResults.Ok(new PageText(number, string.Join('\n', passages.Select(passage => passage.Text))));
    }

    private async Task<(KnowledgeDocument Document, KnowledgeContent Content)?> FindAsync(string documentId, Caller caller, CancellationToken cancellation)
    {
        var document = await KnowledgeContents.FindAsync(database, new KnowledgeScope(caller.Organisation), documentId, cancellation);
        if (document is null)
        {
            return null;
        }

        var key = document.NewestContentKey;
        var content = await database.Set<KnowledgeContent>().AsNoTracking().FirstOrDefaultAsync(candidate => candidate.Key == key, cancellation);
        return content is null ? null : (document, content);
    }

    private static ProblemHttpResult NotFound() => Problems.NotFound("There is no document with this identifier.");
}

/// <summary>A page of the list; <c>Cursor</c> is null on the last one.</summary>
internal sealed record DocumentPage(IReadOnlyList<DocumentSummary> Documents, string? Cursor, int Total);

/// <summary>What the product read from one page.</summary>
internal sealed record PageText(int? Page, string Text);
