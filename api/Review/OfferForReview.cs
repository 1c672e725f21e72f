using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Review;

/// <summary>Puts a mail and its draft in front of people; open pages hear of it by themselves once the caller's transaction is committed.</summary>
internal sealed class OfferForReview(TimeProvider time)
{
    /// <summary>Adds the item and gives its identifier. A mail that was offered before keeps its item, which takes the draft in when it had none.</summary>
    /// <exception cref="InvalidOperationException">The caller holds no transaction: it must be one that has the write lock.</exception>
    public async Task<long> OfferAsync(OutlookAssistDatabase database, NewReviewItem offered, CancellationToken cancellation)
    {
        if (database.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A draft is offered inside the transaction that keeps it.");
        }

        var item = await database.Set<ReviewItem>().FirstOrDefaultAsync(item => item.Organisation == offered.Organisation && item.MessageId == offered.MessageId, cancellation);
        return item is null ? await AddAsync(database, offered, cancellation) : await CompleteAsync(database, item, offered, cancellation);
    }

    private async Task<long> AddAsync(OutlookAssistDatabase database, NewReviewItem offered, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcTicks;
        var item = ItemOf(offered, now);
        database.Add(item);
        await database.SaveChangesAsync(cancellation);
        database.Record(item, ReviewEventKind.Offered, now);
        Announce(database, item, now);
        await database.SaveChangesAsync(cancellation);
        return item.Id;
    }

    /// <summary>A pipeline that runs again after a crash finds its own item; only what was missing is added, and only while nobody decided.</summary>
    private async Task<long> CompleteAsync(OutlookAssistDatabase database, ReviewItem item, NewReviewItem offered, CancellationToken cancellation)
    {
        if (item.DraftId is not null || offered.DraftId is null || !item.IsOpen)
        {
            return item.Id;
        }

        var now = time.GetUtcNow().UtcTicks;
        Take(item, offered, now);
        Announce(database, item, now);
        await database.SaveChangesAsync(cancellation);
        return item.Id;
    }

    private static void Announce(OutlookAssistDatabase database, ReviewItem item, long now)
    {
        if (item.DraftId is not null)
        {
            database.Record(item, ReviewEventKind.Drafted, now);
        }

        if (item.State == ReviewState.Escalated)
        {
            database.Record(item, ReviewEventKind.Escalated, now);
        }
    }

    private static ReviewItem ItemOf(NewReviewItem offered, long now)
    {
        var item = new ReviewItem
        {
            Organisation = offered.Organisation,
            MessageId = offered.MessageId,
            MailboxId = offered.MailboxId,
            ConversationId = offered.ConversationId,
            Urgency = offered.Urgency,
            Sentiment = offered.Sentiment,
            Category = offered.Category,
            Language = offered.Language,
            Grounding = offered.Grounding,
            Provider = offered.Provider,
            Model = offered.Model,
            ReceivedTicks = offered.ReceivedTicks,
        };
        Take(item, offered, now);
        return item;
    }

    private static void Take(ReviewItem item, NewReviewItem offered, long now)
    {
        item.DraftId = offered.DraftId;
        item.DraftTag = offered.DraftTag;
        item.DraftedTicks = offered.DraftId is null ? null : now;
        item.State = offered.EscalatedFor is null ? ReviewState.Waiting : ReviewState.Escalated;
        item.EscalatedFor = offered.EscalatedFor;
        item.Priority = offered.Priority;
        item.Urgency = offered.Urgency;
        item.Sentiment = offered.Sentiment;
        item.Category = offered.Category;
        item.Confidence = offered.Confidence;
        item.Language = offered.Language;
        item.Grounding = offered.Grounding;
        item.OpenQuestions = offered.OpenQuestions;
        item.Provider = offered.Provider;
        item.Model = offered.Model;
        item.DueTicks = offered.DueTicks;
    }
}
