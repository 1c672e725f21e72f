using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge;

/// <summary>Reads a failed document once more, for failures whose cause was outside the file.</summary>
internal sealed class RetryDocument(OutlookAssistDatabase database, JobQueue jobs, KnowledgeNews news, KnownCollections collections)
{
    /// <summary>202, or 404 when there is none, or 409 when it has not failed.</summary>
    public async Task<Results<Accepted, ProblemHttpResult>> HandleAsync(string documentId, Caller caller, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var scope = await KnowledgeContents.WhereAsync(database, await collections.ScopeOfAsync(caller, cancellation), documentId, cancellation) ?? new KnowledgeScope(caller.Organisation);
        var parts = await KnowledgeContents.PartsOf(database, scope, documentId).ToListAsync(cancellation);
        if (parts.Count == 0)
        {
            return Problems.NotFound("There is no document with this identifier.");
        }

        var keys = parts.Select(part => part.NewestContentKey).ToList();
        var failed = await database.Set<KnowledgeContent>().Where(content => keys.Contains(content.Key) && content.State == DocumentState.Failed).ToListAsync(cancellation);
        if (failed.Count == 0)
        {
            return Problems.Conflict("Only a document that failed can be tried again.");
        }

        foreach (var content in failed)
        {
            content.State = DocumentState.Queued;
            content.Revision++;
            content.Progress = 0;
            content.FailureCode = null;
            content.FailureDetail = null;
            await jobs.WithdrawAsync(database, new DocumentAccepted(content.Key), cancellation);
            jobs.Enqueue(database, new DocumentAccepted(content.Key), new JobPlace(Organisation: content.Organisation));
        }

        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        jobs.Wake();
        await news.DocumentsChangedAsync(caller.Organisation, [documentId], cancellation);
        return TypedResults.Accepted((string?)null);
    }
}
