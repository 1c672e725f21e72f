using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Review;

/// <summary>The same for many items.</summary>
/// <param name="Action">claim, release, approve, reject or undo.</param>
/// <param name="Ids">1 to 200 items.</param>
/// <param name="Reason">Of a rejection.</param>
/// <param name="Comment">Of a rejection.</param>
internal sealed record ReviewBatch(string? Action = null, IReadOnlyList<long>? Ids = null, string? Reason = null, string? Comment = null);

/// <summary>What became of each, in the order of the request.</summary>
internal sealed record ReviewBatchResult(IReadOnlyList<ReviewBatchEntry> Results);

/// <summary>One of them: the item as it is now, or why nothing happened to it.</summary>
internal sealed record ReviewBatchEntry(long Id, bool Done, ReviewSummary? Item, string? Code, string? Detail);

/// <summary>Does to many items what one click does to one; each by itself, so that one that is taken stops none of the others.</summary>
internal sealed class DecideMany(ClaimItem claim, DecideItem decide)
{
    private const int Most = 200;
    private static readonly string[] Actions = ["claim", "release", "approve", "reject", "undo"];

    /// <summary>200 with what became of each.</summary>
    public async Task<Results<Ok<ReviewBatchResult>, ProblemHttpResult>> HandleAsync(ReviewBatch batch, Caller caller, CancellationToken cancellation)
    {
        if (Fault(batch) is { } fault)
        {
            return fault;
        }

        var entries = new List<ReviewBatchEntry>();
        foreach (var id in batch.Ids!)
        {
            var result = await OneAsync(batch, id, caller, cancellation);
            entries.Add(result.Result switch
            {
                Ok<ReviewSummary> done => new ReviewBatchEntry(id, true, done.Value, null, null),
                ProblemHttpResult problem => new ReviewBatchEntry(id, false, null, (string?)problem.ProblemDetails.Extensions["code"], problem.ProblemDetails.Detail),
                var other => throw new InvalidOperationException($"A decision gave {other.GetType().Name}."),
            });
        }

        return TypedResults.Ok(new ReviewBatchResult(entries));
    }

    private Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> OneAsync(ReviewBatch batch, long id, Caller caller, CancellationToken cancellation) => batch.Action switch
    {
        "claim" => claim.ClaimAsync(id, caller, cancellation),
        "release" => claim.ReleaseAsync(id, caller, cancellation),
        "approve" => decide.ApproveAsync(id, new ReviewApproval(), caller, cancellation),
        "undo" => decide.UndoAsync(id, caller, cancellation),
        _ => decide.RejectAsync(id, new ReviewRejection(batch.Reason, batch.Comment), caller, cancellation),
    };

    private static ProblemHttpResult? Fault(ReviewBatch batch) =>
        batch.Action is not { } action || !Actions.Contains(action, StringComparer.Ordinal) ? Problems.Validation("action", $"The action is one of {string.Join(", ", Actions)}.")
        : batch.Ids is not { Count: >= 1 and <= Most } ? Problems.Validation("ids", $"Name 1 to {Most} items.")
        : batch.Action == "reject" ? DecideItem.Fault(new ReviewRejection(batch.Reason, batch.Comment))
        : null;
}
