using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Kernel Memory's questions about what is stored: the state of a document, the indexes, the original of a file; and their removal.</summary>
internal sealed class BrowseMemory(OutlookAssistDatabase database, DocumentFiles files, DeleteDocument delete)
{
    private static readonly string[] Steps = ["extract", "partition", "save_records"];

    /// <summary>How far a document is: as far as the slowest of its files.</summary>
    public async Task<Results<Ok<MemoryUploadStatus>, ProblemHttpResult>> StatusAsync(string? index, string? documentId, Caller caller, CancellationToken cancellation)
    {
        if (!TryDocument(index, documentId, caller, out var scope, out var problem))
        {
            return problem!;
        }

        var parts = await KnowledgeContents.PartsOf(database, scope, documentId!).AsNoTracking().Where(part => !part.Retired).ToListAsync(cancellation);
        var keys = parts.Select(part => part.NewestContentKey).ToList();
        var contents = await database.Set<KnowledgeContent>().AsNoTracking().Where(content => keys.Contains(content.Key)).ToListAsync(cancellation);
        if (contents.Count == 0)
        {
            return Problems.NotFound("There is no document with this identifier in this index.");
        }

        var failed = contents.Find(content => content.State == DocumentState.Failed);
        var done = contents.Min(content => content.State) switch { DocumentState.Ready when failed is null => 3, DocumentState.Indexing => 2, _ => 0 };
        var uploaded = new DateTimeOffset(parts[0].UploadedTicks, TimeSpan.Zero);
        return TypedResults.Ok(new MemoryUploadStatus(
            done == Steps.Length, failed is not null, failed?.FailureDetail, false, scope.Collection, documentId!, DocumentTags.Parse(parts[0].Tags), uploaded, uploaded, Steps, Steps[done..], Steps[..done]));
    }

    /// <summary>The collections that hold a document.</summary>
    public async Task<MemoryIndexes> IndexesAsync(Caller caller, CancellationToken cancellation)
    {
        var names = await database.Set<KnowledgeDocument>().Where(document => document.Organisation == caller.Organisation && document.Collection != KnowledgeScope.DeletedCollection)
            .Select(document => document.Collection).Distinct().OrderBy(name => name).ToListAsync(cancellation);
        return new MemoryIndexes([.. names.Select(name => new MemoryIndex(name))]);
    }

    /// <summary>The original of one file, whole or in ranges.</summary>
    public async Task<Results<FileStreamHttpResult, ProblemHttpResult>> DownloadAsync(string? index, string? documentId, string? filename, Caller caller, HttpResponse response, CancellationToken cancellation)
    {
        if (!TryDocument(index, documentId, caller, out var scope, out var problem))
        {
            return problem!;
        }

        if (string.IsNullOrWhiteSpace(filename))
        {
            return Problems.Validation("filename", "Name the file.");
        }

        var part = (await KnowledgeContents.PartsOf(database, scope, documentId!).ToListAsync(cancellation)).Find(part => part.Name == filename);
        if (part is null || await database.Set<KnowledgeContent>().FindAsync([part.NewestContentKey], cancellation) is not { } content || !files.Has(content))
        {
            return Problems.NotFound("There is no such file in this document.");
        }

        // An uploaded page must not act in our name.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.File(files.Open(content), content.ContentType, part.Name,
            new DateTimeOffset(part.UploadedTicks, TimeSpan.Zero), new EntityTagHeaderValue($"\"{content.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>Removes a document; one that is not there is as gone as was wished.</summary>
    public async Task<Results<Accepted<MemoryAccepted>, ProblemHttpResult>> DeleteDocumentAsync(string? index, string? documentId, Caller caller, CancellationToken cancellation)
    {
        if (!TryDocument(index, documentId, caller, out var scope, out var problem))
        {
            return problem!;
        }

        await delete.HandleAsync(scope, documentId!, cancellation);
        return TypedResults.Accepted((string?)null, new MemoryAccepted(scope.Collection, documentId, "Document deleted"));
    }

    /// <summary>Removes a collection with everything in it.</summary>
    public async Task<Results<Accepted<MemoryAccepted>, ProblemHttpResult>> DeleteIndexAsync(string? index, Caller caller, CancellationToken cancellation)
    {
        if (!MemoryRequest.TryScope(index, caller, out var scope, out var problem))
        {
            return problem!;
        }

        await delete.DeleteCollectionAsync(scope, cancellation);
        return TypedResults.Accepted((string?)null, new MemoryAccepted(scope.Collection, null, "Index deleted"));
    }

    private static bool TryDocument(string? index, string? documentId, Caller caller, out KnowledgeScope scope, out ProblemHttpResult? problem)
    {
        var isValid = MemoryRequest.TryScope(index, caller, out scope, out problem);
        if (isValid && string.IsNullOrWhiteSpace(documentId))
        {
            problem = Problems.Validation("documentId", "Name the document.");
        }

        return problem is null;
    }
}
