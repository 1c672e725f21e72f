using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Knowledge;

/// <summary>Tells "not in the documents" from "not indexed yet".</summary>
internal sealed class IndexingState(OutlookAssistDatabase database)
{
    /// <summary>True while an accepted document of the organisation's own collection is not yet in the index.</summary>
    public Task<bool> IsBusyAsync(string organisation, CancellationToken cancellation) =>
        database.Set<KnowledgeContent>().AnyAsync(
            content => content.Organisation == organisation && content.Collection == KnowledgeScope.DefaultCollection && content.State != DocumentState.Ready && content.State != DocumentState.Failed, cancellation);
}
