using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Drafting;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Review;

/// <summary>A reviewer's yes.</summary>
/// <param name="Version">The version that the reviewer saw.</param>
internal sealed record ReviewApproval(long? Version = null);

/// <summary>A reviewer's no.</summary>
/// <param name="Reason">wrong, unsupported, tone, not-needed, answered-elsewhere or other.</param>
/// <param name="Comment">In the reviewer's own words.</param>
/// <param name="Version">The version that the reviewer saw.</param>
internal sealed record ReviewRejection(string? Reason = null, string? Comment = null, long? Version = null);

/// <summary>Approves, rejects and takes back. The mailbox hears of a decision only when the time for second thoughts is over.</summary>
internal sealed class DecideItem(ChangeItem items, ReplyOfItem replies, SealReview sealing, OutlookAssistDatabase database, JobQueue queue, ShowItem show, IOptions<ReviewOptions> options)
{
    /// <summary>Why a draft can be unfit.</summary>
    public static readonly string[] Reasons = ["wrong", "unsupported", "tone", "not-needed", "answered-elsewhere", "other"];

    private const int LongestComment = 2000;

    /// <summary>The text is good as it stands now.</summary>
    public async Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> ApproveAsync(long id, ReviewApproval approval, Caller caller, CancellationToken cancellation)
    {
        var reply = await replies.FindAsync(caller.Organisation, id, cancellation);
        var done = await items.HandleAsync(id, approval.Version, caller, "review.approved", (item, now) =>
        {
            if (!item.IsOpen)
            {
                return AlreadyDecided(item);
            }

            var text = sealing.EditedTextOf(item) ?? reply?.Draft?.Reply.Text;
            if (string.IsNullOrWhiteSpace(text))
            {
                return ChangeItem.Conflict("empty", "There is no text to approve. Write the reply first.");
            }

            item.EditDistance = EditDistance.Share(reply?.Draft?.Reply.Text ?? "", text);
            Decide(item, ReviewState.Approved, null, caller, now);
            return null;
        }, cancellation);
        queue.Wake();
        return done;
    }

    /// <summary>The draft is unfit, for a reason.</summary>
    public async Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> RejectAsync(long id, ReviewRejection rejection, Caller caller, CancellationToken cancellation)
    {
        if (Fault(rejection) is { } fault)
        {
            return fault;
        }

        var done = await items.HandleAsync(id, rejection.Version, caller, "review.rejected", (item, now) =>
        {
            if (!item.IsOpen)
            {
                return AlreadyDecided(item);
            }

            item.Comment = string.IsNullOrWhiteSpace(rejection.Comment) ? null : sealing.Comment(item, rejection.Comment.Trim());
            Decide(item, ReviewState.Rejected, rejection.Reason, caller, now);
            return null;
        }, cancellation);
        queue.Wake();
        return done;
    }

    /// <summary>It was not decided after all; the one who takes it back has it open again.</summary>
    public Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> UndoAsync(long id, Caller caller, CancellationToken cancellation) =>
        items.HandleAsync(id, null, caller, "review.undone", (item, now) =>
        {
            if (!item.CanBeUndone || item.DecidedTicks is not { } decided || show.UndoUntil(decided) <= now)
            {
                return ChangeItem.Conflict("too-late", "The decision cannot be taken back any more.");
            }

            item.State = item.EscalatedFor is null ? ReviewState.Waiting : ReviewState.Escalated;
            (item.DecidedBy, item.DecidedName, item.DecidedTicks, item.DecidedFor) = (null, null, null, null);
            (item.EditDistance, item.Comment, item.Delivery) = (null, null, DeliveryState.None);
            ClaimItem.Take(item, caller, now, options.Value);
            database.Record(item, ReviewEventKind.Undone, now, caller.Person);
            return null;
        }, cancellation);

    /// <summary>409: somebody was first.</summary>
    public static ProblemHttpResult AlreadyDecided(ReviewItem item) =>
        ChangeItem.Conflict("decided", item.DecidedName is { Length: > 0 } name ? $"{name} has decided this already." : "The draft was discarded, since the thread moved on.");

    /// <summary>What is wrong with a rejection; null when nothing is.</summary>
    public static ProblemHttpResult? Fault(ReviewRejection rejection) =>
        rejection.Reason is not { } reason || !Reasons.Contains(reason, StringComparer.Ordinal) ? Problems.Validation("reason", $"The reason is one of {string.Join(", ", Reasons)}.")
        : rejection.Comment?.Length > LongestComment ? Problems.Validation("comment", $"At most {LongestComment} characters.")
        : null;

    private void Decide(ReviewItem item, ReviewState state, string? reason, Caller caller, long now)
    {
        item.State = state;
        (item.DecidedBy, item.DecidedName, item.DecidedTicks, item.DecidedFor) = (caller.Person, caller.Name, now, reason);
        (item.ClaimedBy, item.ClaimedName, item.ClaimedUntilTicks) = (null, null, 0);
        item.Delivery = DeliveryState.Pending;
        database.Record(item, state == ReviewState.Approved ? ReviewEventKind.Approved : ReviewEventKind.Rejected, now, caller.Person);
        queue.Enqueue(database, new ReviewDecided(item.Organisation, item.Id, item.Version), new JobPlace(Lane: $"mailbox {item.MailboxId}", Pause: TimeSpan.FromSeconds(options.Value.UndoSeconds)));
    }
}
