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
    /// <summary>Newest first; <c>total</c> counts all that the filters let through.</summary>
    public async Task<Results<Ok<DocumentPage>, ProblemHttpResult>> ListAsync(DocumentListing request, Caller caller, CancellationToken cancellation)
    {
        var (listing, problem) = request.Read();
        if (problem is not null)
        {
            return problem;
        }

        var all = await KeysAsync(listing, caller, cancellation);
        var (wanted, total) = all is null
            ? (Filter(listing, caller).Where(document => document.Key < listing.Before), await Filter(listing, caller).CountAsync(cancellation))
            : (Named([.. all.Where(key => key < listing.Before).Take(listing.Size + 1)]), all.Count);
        var documents = await wanted.OrderByDescending(document => document.Key).Take(listing.Size + 1).ToListAsync(cancellation);
        var page = documents.Take(listing.Size).ToList();
        var contentKeys = page.Select(document => document.NewestContentKey).Distinct().ToList();
        var contents = await database.Set<KnowledgeContent>().AsNoTracking().Where(content => contentKeys.Contains(content.Key)).ToDictionaryAsync(content => content.Key, cancellation);
        return TypedResults.Ok(new DocumentPage(
            [.. page.Where(document => contents.ContainsKey(document.NewestContentKey)).Select(document => DocumentSummary.Of(document, contents[document.NewestContentKey]))],
            documents.Count > listing.Size ? page[^1].Key.ToString(CultureInfo.InvariantCulture) : null,
            total));
    }

    /// <summary>One document with its state.</summary>
    public async Task<Results<Ok<DocumentSummary>, ProblemHttpResult>> GetAsync(string documentId, Caller caller, CancellationToken cancellation) =>
        await FindAsync(documentId, caller, cancellation) is { } found
            ? TypedResults.Ok(DocumentSummary.Of(found.Document, found.Content))
            : NotFound();

    /// <summary>The original as it was uploaded; shown in the browser only where no script of it can run.</summary>
    public async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ContentAsync(string documentId, Caller caller, HttpResponse response, CancellationToken cancellation)
    {
        if (await FindAsync(documentId, caller, cancellation) is not { } found)
        {
            return NotFound();
        }

        var original = files.Open(found.Content);
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

        return TypedResults.File(original, type, shown ? null : found.Document.Name, new DateTimeOffset(found.Document.UploadedTicks, TimeSpan.Zero), enableRangeProcessing: true);
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

    private IQueryable<KnowledgeDocument> Filter(DocumentListing listing, Caller caller)
    {
        var scope = listing.ScopeOf(caller.Organisation);
        var documents = database.Set<KnowledgeDocument>().AsNoTracking()
            .Where(document => document.Organisation == scope.Organisation && document.Collection == scope.Collection && !document.Retired);
        if (listing.Pattern is { } pattern)
        {
            documents = documents.Where(document => EF.Functions.Like(document.Name, pattern, @"\"));
        }

        return listing.Wanted is { } states
            ? documents.Where(document => database.Set<KnowledgeContent>().Any(content => content.Key == (document.PendingContentKey ?? document.LiveContentKey) && states.Contains(content.State)))
            : documents;
    }

    /// <summary>The keys that pass a filter of tags, newest first, since the database cannot look into tags; null without such a filter.</summary>
    private async Task<List<long>?> KeysAsync(DocumentListing listing, Caller caller, CancellationToken cancellation)
    {
        if (listing.Tags.IsEverything)
        {
            return null;
        }

        var tagged = await Filter(listing, caller).OrderByDescending(document => document.Key).Select(document => new { document.Key, document.DocumentId, document.Tags }).ToListAsync(cancellation);
        return [.. tagged.Where(document => listing.Tags.Accepts(document.DocumentId, null, document.Tags)).Select(document => document.Key)];
    }

    private IQueryable<KnowledgeDocument> Named(IReadOnlyCollection<long> keys) => database.Set<KnowledgeDocument>().AsNoTracking().Where(document => keys.Contains(document.Key));

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
