using Microsoft.Extensions.Options;

namespace OutlookAssist.Review;

/// <summary>Gives items the shape in which the API and the hub show them.</summary>
internal sealed class ShowItem(SealReview sealing, IOptions<ReviewOptions> options, TimeProvider time)
{
    /// <summary>One item as it is now.</summary>
    public ReviewSummary Summary(ReviewItem item)
    {
        var now = time.GetUtcNow().UtcTicks;
        var headline = sealing.HeadlineOf(item);
        return new ReviewSummary(
            item.Id,
            item.State.ToString().ToLowerInvariant(),
            item.Version,
            new ReviewSender(headline.SenderName, headline.SenderAddress),
            headline.Subject,
            item.MailboxId,
            item.ConversationId,
            item.Priority,
            item.Urgency,
            item.Sentiment,
            item.Category,
            Math.Round(item.Confidence, 3),
            item.Language,
            item.Grounding,
            item.OpenQuestions,
            item.DraftId is not null,
            item.EditedText is not null,
            new ReviewEngine(item.Provider, item.Model),
            Utc(item.ReceivedTicks),
            item.DraftedTicks is { } drafted ? Utc(drafted) : null,
            item.DueTicks is { } due ? Utc(due) : null,
            item.BreachedTicks is not null || (item.IsOpen && item.DueTicks < now),
            item.EscalatedFor,
            item.IsOpen && item.IsClaimed(now) ? new ReviewClaim(item.ClaimedBy!, item.ClaimedName ?? "", Utc(item.ClaimedUntilTicks)) : null,
            item.DecidedTicks is { } at ? DecisionOf(item, at, now) : null);
    }

    /// <summary>Until when a decision can be taken back, in UTC ticks.</summary>
    public long UndoUntil(long decidedTicks) => decidedTicks + (options.Value.UndoSeconds * TimeSpan.TicksPerSecond);

    private ReviewDecision DecisionOf(ReviewItem item, long at, long now) => new(
        item.DecidedName ?? "",
        Utc(at),
        item.DecidedFor,
        item.EditDistance,
        item.CanBeUndone && UndoUntil(at) > now ? Utc(UndoUntil(at)) : null,
        item.Delivery.ToString().ToLowerInvariant());

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
