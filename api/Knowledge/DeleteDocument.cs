using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge;

/// <summary>Takes a document out of the knowledge base: hidden at once, removed for good after the time for an undo, or at once on request.</summary>
internal sealed class DeleteDocument(OutlookAssistDatabase database, DocumentFiles files, IDocumentIntake intake, RunningIngestions running, JobQueue jobs, KnowledgeNews news, KnownCollections collections, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    /// <summary>204, or 404 when there is none; <paramref name="purge"/> leaves nothing to bring back.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(string documentId, bool purge, Caller caller, CancellationToken cancellation)
    {
        var undo = TimeSpan.FromMinutes(options.Value.UndoMinutes);
        var readable = await collections.ScopeOfAsync(caller, cancellation);
        var scope = await KnowledgeContents.WhereAsync(database, readable, documentId, cancellation) ?? new KnowledgeScope(caller.Organisation);
        var deleted = purge || undo == TimeSpan.Zero
            ? await PurgeAsync(documentId, scope, readable.All, cancellation)
            : await HideAsync(documentId, scope, undo, cancellation);
        if (deleted == 0)
        {
            return Problems.NotFound("There is no document with this identifier.");
        }

        if (scope.Collection == KnowledgeScope.DefaultCollection)
        {
            await news.DocumentRemovedAsync(caller.Organisation, documentId, cancellation);
        }

        return TypedResults.NoContent();
    }

    /// <summary>Removes one document at once and gives the number of its files, 0 when there is none.</summary>
    public Task<int> HandleAsync(KnowledgeScope scope, string documentId, CancellationToken cancellation) =>
        RemoveAsync(document => document.Organisation == scope.Organisation && document.Collection == scope.Collection && document.DocumentId == documentId, cancellation);

    /// <summary>Removes a whole collection and gives the number of files.</summary>
    public Task<int> DeleteCollectionAsync(KnowledgeScope scope, CancellationToken cancellation) =>
        RemoveAsync(document => document.Organisation == scope.Organisation && document.Collection == scope.Collection, cancellation);

    /// <summary>Removes everything an organisation has uploaded, what could be brought back included, and gives the number of documents.</summary>
    public Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation) =>
        RemoveAsync(document => document.Organisation == organisation, cancellation);

    /// <summary>Removes what was hidden at <paramref name="ticks"/>, unless it was brought back meanwhile.</summary>
    public Task PurgeAsync(string organisation, string documentId, long ticks, CancellationToken cancellation) => RemoveAsync(
        document => document.Organisation == organisation && document.Collection == KnowledgeScope.DeletedCollection && document.DocumentId == documentId && document.DeletedTicks == ticks,
        cancellation);

    private Task<int> PurgeAsync(string documentId, KnowledgeScope scope, IReadOnlyList<string> readable, CancellationToken cancellation) => RemoveAsync(
        document => document.Organisation == scope.Organisation && document.DocumentId == documentId
            && (document.Collection == scope.Collection || (document.Collection == KnowledgeScope.DeletedCollection && readable.Contains(document.Origin ?? KnowledgeScope.DefaultCollection))),
        cancellation);

    private async Task<int> HideAsync(string documentId, KnowledgeScope scope, TimeSpan undo, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var parts = await database.Set<KnowledgeDocument>()
            .Where(part => part.Organisation == scope.Organisation && part.Collection == scope.Collection && part.DocumentId == documentId).ToListAsync(cancellation);
        if (parts.Count == 0)
        {
            return 0;
        }

        // One that was deleted before under the same identifier makes room.
        var obsolete = await RemoveInTransactionAsync(await database.Set<KnowledgeDocument>()
            .Where(part => part.Organisation == scope.Organisation && part.Collection == KnowledgeScope.DeletedCollection && part.DocumentId == documentId).ToListAsync(cancellation), cancellation);
        var ticks = time.GetUtcNow().Ticks;
        foreach (var part in parts)
        {
            part.Origin = scope.Collection == KnowledgeScope.DefaultCollection ? null : scope.Collection;
            part.Collection = KnowledgeScope.DeletedCollection;
            part.DeletedTicks = ticks;
        }

        intake.Forget(database, scope, documentId);
        jobs.EnqueueAfter(database, new DocumentDeleted(scope.Organisation, documentId, ticks), undo);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        obsolete.ForEach(files.Delete);
        jobs.Wake();
        return parts.Count;
    }

    private async Task<int> RemoveAsync(Expression<Func<KnowledgeDocument, bool>> which, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var documents = await database.Set<KnowledgeDocument>().Where(which).ToListAsync(cancellation);
        var obsolete = await RemoveInTransactionAsync(documents, cancellation);
        await transaction.CommitAsync(cancellation);
        documents.Select(document => document.PendingContentKey).OfType<long>().ToList().ForEach(running.Stop);
        obsolete.ForEach(files.Delete);
        jobs.Wake();
        return documents.Count;
    }

    private async Task<List<string>> RemoveInTransactionAsync(List<KnowledgeDocument> documents, CancellationToken cancellation)
    {
        database.RemoveRange(documents);
        foreach (var document in documents.Where(document => document.Collection != KnowledgeScope.DeletedCollection).DistinctBy(document => (document.Collection, document.DocumentId)))
        {
            intake.Forget(database, new KnowledgeScope(document.Organisation, document.Collection), document.DocumentId);
        }

        await database.SaveChangesAsync(cancellation);
        return [.. await KnowledgeContents.CollectAsync(database, documents.SelectMany(document => new[] { document.LiveContentKey, document.PendingContentKey }), cancellation)];
    }
}
