using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.LanguageModels;

/// <summary>Lists the calls to models, newest first, and sums them up.</summary>
internal sealed class BrowseModelCalls(OutlookAssistDatabase database)
{
    private const int Most = 200;

    /// <summary>A page of calls before <paramref name="before"/>.</summary>
    public async Task<Results<Ok<ModelCallPage>, ProblemHttpResult>> HandleAsync(int? limit, long? before, Caller caller, CancellationToken cancellation)
    {
        if (limit is < 1 or > Most)
        {
            return Problems.Validation("limit", $"The limit is between 1 and {Most}.");
        }

        var calls = database.Set<ModelCall>().AsNoTracking().Where(call => call.Organisation == caller.Organisation);
        var page = await calls.Where(call => before == null || call.Id < before).OrderByDescending(call => call.Id).Take(limit ?? 50).ToListAsync(cancellation);
        return TypedResults.Ok(new ModelCallPage(
            [.. page.Select(ModelCallEntry.Of)],
            new ModelCallSum(
                await calls.CountAsync(cancellation),
                await calls.SumAsync(call => call.InputTokens, cancellation),
                await calls.SumAsync(call => call.OutputTokens, cancellation),
                await calls.SumAsync(call => call.Cost, cancellation))));
    }
}

/// <summary>Calls, newest first; <c>Total</c> sums all of them.</summary>
internal sealed record ModelCallPage(IReadOnlyList<ModelCallEntry> Calls, ModelCallSum Total);

/// <summary>What all calls used.</summary>
internal sealed record ModelCallSum(int Calls, long InputTokens, long OutputTokens, double Cost);

/// <summary>One call; <c>Outcome</c> is answered, cached, abandoned or the kind of failure.</summary>
internal sealed record ModelCallEntry(
    long Id, DateTime StartedAt, string Person, string? DraftId, string Feature, string Provider, string Model, string PromptVersion,
    long InputTokens, long OutputTokens, double Cost, double FirstMilliseconds, double Milliseconds, int Attempts, string Outcome)
{
    /// <summary>The call as the API shows it.</summary>
    public static ModelCallEntry Of(ModelCall call) => new(
        call.Id, new DateTime(call.StartedTicks, DateTimeKind.Utc), call.Person, call.DraftId, call.Feature, call.Provider, call.Model, call.PromptVersion,
        call.InputTokens, call.OutputTokens, call.Cost, call.FirstMilliseconds, call.Milliseconds, call.Attempts, call.Outcome);
}
