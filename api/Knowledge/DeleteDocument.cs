using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge;

/// <summary>Takes a document out of the knowledge base at once, its original and passages included unless another document shares them.</summary>
internal sealed class DeleteDocument(OutlookAssistDatabase database, DocumentFiles files, IDocumentIntake intake, RunningIngestions running, JobQueue jobs)
{
    /// <summary>204, or 404 when there is none.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(string documentId, Caller caller, CancellationToken cancellation)
    {
        var deleted = await HandleAsync(new KnowledgeScope(caller.Organisation), documentId, cancellation);
        return deleted == 0 ? Problems.NotFound("There is no document with this identifier.") : TypedResults.NoContent();
    }

    /// <summary>Removes one document and gives the number of its files, 0 when there is none.</summary>
    public Task<int> HandleAsync(KnowledgeScope scope, string documentId, CancellationToken cancellation) =>
        DeleteAsync(document => document.Organisation == scope.Organisation && document.Collection == scope.Collection && document.DocumentId == documentId, cancellation);

    /// <summary>Removes a whole collection and gives the number of files.</summary>
    public Task<int> DeleteCollectionAsync(KnowledgeScope scope, CancellationToken cancellation) =>
        DeleteAsync(document => document.Organisation == scope.Organisation && document.Collection == scope.Collection, cancellation);

    /// <summary>Removes everything an organisation has uploaded and gives the number of documents.</summary>
    public Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation) =>
        DeleteAsync(document => document.Organisation == organisation, cancellation);

    private async Task<int> DeleteAsync(System.Linq.Expressions.Expression<Func<KnowledgeDocument, bool>> which, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var documents = await database.Set<KnowledgeDocument>().Where(which).ToListAsync(cancellation);
        database.RemoveRange(documents);
        foreach (var document in documents.DistinctBy(document => (document.Collection, document.DocumentId)))
        {
            intake.Forget(database, new KnowledgeScope(document.Organisation, document.Collection), document.DocumentId);
        }

        await database.SaveChangesAsync(cancellation);
        var obsolete = await KnowledgeContents.CollectAsync(database, documents.SelectMany(document => new[] { document.LiveContentKey, document.PendingContentKey }), cancellation);
        await transaction.CommitAsync(cancellation);
        documents.Select(document => document.PendingContentKey).OfType<long>().ToList().ForEach(running.Stop);
        foreach (var file in obsolete)
        {
            files.Delete(file);
        }

        jobs.Wake();
        return documents.Count;
    }
}
