using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge;

/// <summary>Stops the reading of a document that is not ready yet; a version before it goes on answering.</summary>
internal sealed class CancelDocument(OutlookAssistDatabase database, IDocumentIntake intake, JobQueue jobs, RunningIngestions running, KnowledgeNews news, KnownCollections collections)
{
    /// <summary>204, or 404 when there is none, or 409 when there is nothing left to stop.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(string documentId, Caller caller, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var scope = await KnowledgeContents.WhereAsync(database, await collections.ScopeOfAsync(caller, cancellation), documentId, cancellation) ?? new KnowledgeScope(caller.Organisation);
        var parts = await KnowledgeContents.PartsOf(database, scope, documentId).ToListAsync(cancellation);
        if (parts.Count == 0)
        {
            return Problems.NotFound("There is no document with this identifier.");
        }

        var keys = parts.Select(part => part.NewestContentKey).ToList();
        var unfinished = await database.Set<KnowledgeContent>()
            .Where(content => keys.Contains(content.Key) && content.State != DocumentState.Ready && content.State != DocumentState.Failed).ToListAsync(cancellation);
        if (unfinished.Count == 0)
        {
            return Problems.Conflict("Only a document that is waiting or being read can be cancelled.");
        }

        foreach (var content in unfinished)
        {
            content.State = DocumentState.Failed;
            content.Revision++;
            content.FailureCode = "cancelled";
            content.FailureDetail = "Reading this document was cancelled. Try it again, or delete it.";
            await jobs.WithdrawAsync(database, new DocumentAccepted(content.Key), cancellation);
        }

        if (parts.All(part => part.LiveContentKey is null))
        {
            intake.Forget(database, scope, documentId);
        }

        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        unfinished.ForEach(content => running.Stop(content.Key));
        await news.DocumentsChangedAsync(caller.Organisation, [documentId], cancellation);
        return TypedResults.NoContent();
    }
}
