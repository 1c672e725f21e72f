using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Knowledge;

/// <summary>Brings a deleted document back as it was, while that is still possible.</summary>
internal sealed class RestoreDocument(OutlookAssistDatabase database, IDocumentIntake intake, JobQueue jobs, KnowledgeNews news, KnownCollections collections)
{
    /// <summary>204, or 404 when it is gone for good, or 409 when another document has taken its identifier.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(string documentId, Caller caller, CancellationToken cancellation)
    {
        var seen = (await collections.ScopeOfAsync(caller, cancellation)).All;
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var parts = await database.Set<KnowledgeDocument>()
            .Where(part => part.Organisation == caller.Organisation && part.Collection == KnowledgeScope.DeletedCollection && part.DocumentId == documentId && seen.Contains(part.Origin ?? KnowledgeScope.DefaultCollection)).ToListAsync(cancellation);
        if (parts.Count == 0)
        {
            return Problems.NotFound("There is no deleted document with this identifier. After a while a deleted document is removed for good: upload it again.");
        }

        var scope = new KnowledgeScope(caller.Organisation, parts[0].Origin ?? KnowledgeScope.DefaultCollection);
        if (await KnowledgeContents.FindAsync(database, scope, documentId, cancellation) is not null)
        {
            return Problems.Conflict("Another document was uploaded under this identifier meanwhile. Delete that one first.");
        }

        foreach (var part in parts)
        {
            part.Collection = scope.Collection;
            part.Origin = null;
            part.DeletedTicks = null;
        }

        await intake.RecallAsync(database, parts, cancellation);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        jobs.Wake();
        await news.DocumentsChangedAsync(caller.Organisation, [documentId], cancellation);
        return TypedResults.NoContent();
    }
}
