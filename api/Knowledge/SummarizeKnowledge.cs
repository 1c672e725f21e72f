using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Knowledge.Vectors;
using OutlookAssist.LanguageModels;

namespace OutlookAssist.Knowledge;

/// <summary>Says how much there is, without listing it.</summary>
internal sealed class SummarizeKnowledge(OutlookAssistDatabase database, IOptions<KnowledgeOptions> options, EmbedTexts embed)
{
    /// <summary>Counts by state, size and passages of the organisation's own collection.</summary>
    public async Task<Ok<KnowledgeSummary>> HandleAsync(Caller caller, CancellationToken cancellation)
    {
        var states = await (
            from document in database.Set<KnowledgeDocument>()
            where document.Organisation == caller.Organisation && document.Collection == KnowledgeScope.DefaultCollection && !document.Retired
            join content in database.Set<KnowledgeContent>() on document.PendingContentKey ?? document.LiveContentKey equals content.Key
            group content by content.State into state
            select new { State = state.Key, Count = state.Count(), Bytes = state.Sum(content => content.Size), Passages = state.Sum(content => content.Passages) }).ToListAsync(cancellation);
        var deleted = await database.Set<KnowledgeDocument>().CountAsync(document => document.Organisation == caller.Organisation && document.Collection == KnowledgeScope.DeletedCollection, cancellation);
        var gaps = await database.Set<KnowledgeGap>().CountAsync(gap => gap.Organisation == caller.Organisation && !gap.Dismissed, cancellation);
        return TypedResults.Ok(new KnowledgeSummary(
            states.Sum(state => state.Count),
            states.Where(state => state.State == DocumentState.Ready).Sum(state => state.Count),
            states.Where(state => state.State is not (DocumentState.Ready or DocumentState.Failed)).Sum(state => state.Count),
            states.Where(state => state.State == DocumentState.Failed).Sum(state => state.Count),
            deleted,
            states.Sum(state => state.Bytes),
            states.Sum(state => (long)state.Passages),
            gaps,
            options.Value.UndoMinutes,
            embed.IsOn ? await StoredVectors.CountAsync(database, new KnowledgeScope(caller.Organisation), embed.Space, cancellation) : null));
    }
}

/// <summary>How much there is.</summary>
/// <param name="Documents">All that are not deleted.</param>
/// <param name="Ready">Those that answer.</param>
/// <param name="Working">Those that are on their way.</param>
/// <param name="Failed">Those that could not be read.</param>
/// <param name="Deleted">Those that can still be brought back; not among <paramref name="Documents"/>.</param>
/// <param name="Bytes">Size of the originals.</param>
/// <param name="Passages">Passages in the index.</param>
/// <param name="Gaps">Groups of questions that no document answers.</param>
/// <param name="UndoMinutes">For how long a deleted document can be brought back.</param>
/// <param name="Embedded">Passages that are found by their meaning too; null where no embedding model is set.</param>
internal sealed record KnowledgeSummary(int Documents, int Ready, int Working, int Failed, int Deleted, long Bytes, long Passages, int Gaps, double UndoMinutes, long? Embedded);
