using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Drafting;

/// <summary>What became of the drafts of an organisation, by who wrote them: the numbers that tell whether a new model, prompt or document made them better.</summary>
internal sealed class SummarizeOutcomes(OutlookAssistDatabase database, TimeProvider time)
{
    private const int MostDays = 400;
    private const int MostGroups = 200;

    /// <summary>The drafts of the last days, grouped.</summary>
    public async Task<Results<Ok<OutcomeSummary>, ProblemHttpResult>> HandleAsync(int? days, string? by, Caller caller, CancellationToken cancellation)
    {
        if (days is < 1 or > MostDays)
        {
            return Problems.Validation("days", $"Between 1 and {MostDays} days.");
        }

        if (by is not (null or "model" or "prompt" or "knowledge"))
        {
            return Problems.Validation("by", "Group by model, prompt or knowledge.");
        }

        var since = time.GetUtcNow().UtcDateTime.AddDays(-(days ?? 30));
        var (perPrompt, perState) = (by is null or "prompt", by is "knowledge");
        var groups = await database.Set<StoredDraft>().AsNoTracking()
            .Where(draft => draft.Organisation == caller.Organisation && draft.CreatedTicks >= since.Ticks)
            .GroupBy(draft => new { draft.Provider, draft.Model, Prompt = perPrompt ? draft.PromptVersion : "", State = perState ? draft.KnowledgeVersion : 0L })
            .Select(group => new
            {
                group.Key,
                Drafts = group.Count(),
                Inserted = group.Count(draft => draft.RatedOutcome == "inserted"),
                Edited = group.Count(draft => draft.RatedOutcome == "edited"),
                Discarded = group.Count(draft => draft.RatedOutcome == "discarded"),
                Unrated = group.Count(draft => draft.RatedOutcome == null),
                EditedShare = group.Average(draft => draft.EditedShare),
                Score = group.Average(draft => draft.Score),
            })
            .ToListAsync(cancellation);
        return TypedResults.Ok(new OutcomeSummary(since, [.. groups
            .OrderByDescending(group => group.Key.State).ThenByDescending(group => group.Drafts)
            .Take(MostGroups)
            .Select(group => new OutcomeGroup(
                group.Key.Provider, group.Key.Model, group.Key.Prompt.Length == 0 ? null : group.Key.Prompt, perState ? group.Key.State : null,
                group.Drafts, group.Inserted, group.Edited, group.Discarded, group.Unrated, group.EditedShare is { } share ? Math.Round(share, 3) : null, Math.Round(group.Score, 3)))]));
    }
}

/// <summary>The drafts since a moment, in groups.</summary>
internal sealed record OutcomeSummary(DateTime Since, IReadOnlyList<OutcomeGroup> Groups);

/// <summary>Drafts of one writer; <c>EditedShare</c> is the mean of those that were told, <c>KnowledgeVersion</c> only where it was asked for.</summary>
internal sealed record OutcomeGroup(
    string Provider, string Model, string? PromptVersion, long? KnowledgeVersion, int Drafts, int Inserted, int Edited, int Discarded, int Unrated, double? EditedShare, double Quality);
