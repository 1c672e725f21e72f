using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;

namespace OutlookAssist.Review;

/// <summary>Takes drafts off the desk that were overtaken: somebody answered, the sender wrote again, or the mail is gone.</summary>
internal sealed class DiscardItems(JobQueue queue, TimeProvider time)
{
    /// <summary>The thread moved on.</summary>
    public const string ThreadMovedOn = "thread-moved-on";

    /// <summary>The mail is gone.</summary>
    public const string MailGone = "mail-gone";

    /// <summary>Discards what nobody decided yet of the thread and is older than the mail that moved it on; gives the number. The caller's transaction holds the write lock.</summary>
    public async Task<int> OfThreadAsync(OutlookAssistDatabase database, string organisation, string mailboxId, string? conversationId, long beforeTicks, CancellationToken cancellation)
    {
        if (conversationId is null)
        {
            return 0;
        }

        var overtaken = await database.Set<ReviewItem>()
            .Where(item => item.Organisation == organisation && item.ConversationId == conversationId && item.MailboxId == mailboxId && item.ReceivedTicks < beforeTicks
                && (item.State == ReviewState.Waiting || item.State == ReviewState.Escalated))
            .ToListAsync(cancellation);
        overtaken.ForEach(item => Discard(database, item, ThreadMovedOn));
        return overtaken.Count;
    }

    /// <summary>Discards one item; the mailbox is told to take its draft out.</summary>
    public void Discard(OutlookAssistDatabase database, ReviewItem item, string reason)
    {
        var now = time.GetUtcNow().UtcTicks;
        item.State = ReviewState.Discarded;
        (item.DecidedFor, item.DecidedTicks) = (reason, now);
        (item.ClaimedBy, item.ClaimedName, item.ClaimedUntilTicks) = (null, null, 0);
        item.Delivery = item.DraftTag is null ? DeliveryState.None : DeliveryState.Pending;
        database.Record(item, ReviewEventKind.Discarded, now);
        if (item.Delivery == DeliveryState.Pending)
        {
            queue.Enqueue(database, new ReviewDecided(item.Organisation, item.Id, item.Version), new JobPlace(Lane: $"mailbox {item.MailboxId}"));
        }
    }
}
