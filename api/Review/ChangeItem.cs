using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Audit;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Review;

/// <summary>Changes one item for one person, with the write lock held from reading to committing: of two reviewers at once, one is first and the other is told.</summary>
internal sealed class ChangeItem(OutlookAssistDatabase database, AuditTrail trail, ReviewNews news, ShowItem show, TimeProvider time)
{
    /// <summary>What is recorded of a change that nobody needs to read about: a claim that is only prolonged.</summary>
    public const string Unrecorded = "";

    /// <summary>Makes the change and answers the item as it is then; 404, or 409 with a <c>reason</c>: claimed, changed, or what the change objects to.</summary>
    /// <param name="id">The item.</param>
    /// <param name="version">The version that the person saw; null when they did not look.</param>
    /// <param name="caller">The person.</param>
    /// <param name="action">What the trail calls it.</param>
    /// <param name="change">The change; a problem stops it and nothing is kept.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> HandleAsync(
        long id, long? version, Caller caller, string action, Func<ReviewItem, long, ProblemHttpResult?> change, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        var item = await database.Set<ReviewItem>().FirstOrDefaultAsync(item => item.Id == id && item.Organisation == caller.Organisation, cancellation);
        if (item is null)
        {
            return Problems.NotFound("There is no such item on the review desk.");
        }

        var now = time.GetUtcNow().UtcTicks;
        if (Objection(item, version, caller, now) is { } refusal)
        {
            return refusal;
        }

        if (change(item, now) is { } problem)
        {
            database.ChangeTracker.Clear();
            return problem;
        }

        await database.SaveChangesAsync(cancellation);
        if (action != Unrecorded)
        {
            await trail.AppendAsync(database, new AuditEvent(caller, action, item.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), StatusCodes.Status200OK, caller.From), cancellation);
        }

        await transaction.CommitAsync(cancellation);
        news.Wake();
        return TypedResults.Ok(show.Summary(item));
    }

    /// <summary>409 with the reason as a code beside the sentence.</summary>
    public static ProblemHttpResult Conflict(string reason, string detail) => Problems.Create(StatusCodes.Status409Conflict, "conflict", detail, ("reason", reason));

    private static ProblemHttpResult? Objection(ReviewItem item, long? version, Caller caller, long now)
    {
        if (item.IsOpen && item.IsClaimed(now) && item.ClaimedBy != caller.Person)
        {
            return Conflict("claimed", $"This is being handled by {item.ClaimedName}.");
        }

        return version is { } seen && seen != item.Version
            ? Conflict("changed", "Somebody changed this item since you opened it. Look at it again.")
            : null;
    }
}
