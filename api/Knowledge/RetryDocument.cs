using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge;

/// <summary>Reads a failed document once more, for failures whose cause was outside the file.</summary>
internal sealed class RetryDocument(OutlookAssistDatabase database, JobQueue jobs)
{
    /// <summary>202, or 404 when there is none, or 409 when it has not failed.</summary>
    public async Task<Results<Accepted, ProblemHttpResult>> HandleAsync(string documentId, Caller caller, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var document = await KnowledgeContents.FindAsync(database, new KnowledgeScope(caller.Organisation), documentId, cancellation);
        if (document is null || await database.Set<KnowledgeContent>().FindAsync([document.NewestContentKey], cancellation) is not { } content)
        {
            return Problems.NotFound("There is no document with this identifier.");
        }

        if (content.State != DocumentState.Failed)
        {
            return Problems.Conflict("Only a document that failed can be tried again.");
        }

        content.State = DocumentState.Queued;
        content.Revision++;
        content.Progress = 0;
        content.FailureCode = null;
        content.FailureDetail = null;
        jobs.Enqueue(database, new DocumentAccepted(content.Key));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        jobs.Wake();
        return TypedResults.Accepted((string?)null);
    }
}
