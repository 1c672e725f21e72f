using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Data;

namespace OutlookAssist.Review;

/// <summary>Says who has an item open, so that two people do not answer one mail; a claim ends by itself when its page goes away.</summary>
internal sealed class ClaimItem(ChangeItem items, OutlookAssistDatabase database, IOptions<ReviewOptions> options)
{
    /// <summary>Takes the item, or prolongs one's own claim.</summary>
    public Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> ClaimAsync(long id, Caller caller, CancellationToken cancellation) =>
        items.HandleAsync(id, null, caller, ChangeItem.Unrecorded, (item, now) =>
        {
            if (!item.IsOpen)
            {
                return DecideItem.AlreadyDecided(item);
            }

            var isNew = !item.IsClaimed(now) || item.ClaimedBy != caller.Person;
            Take(item, caller, now, options.Value);
            if (isNew)
            {
                database.Record(item, ReviewEventKind.Claimed, now, caller.Person);
            }

            return null;
        }, cancellation);

    /// <summary>Lets the item go; nothing happens to one that nobody has.</summary>
    public Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> ReleaseAsync(long id, Caller caller, CancellationToken cancellation) =>
        items.HandleAsync(id, null, caller, ChangeItem.Unrecorded, (item, now) =>
        {
            if (item.IsOpen && item.ClaimedBy is not null)
            {
                (item.ClaimedBy, item.ClaimedName, item.ClaimedUntilTicks) = (null, null, 0);
                database.Record(item, ReviewEventKind.Released, now, caller.Person);
            }

            return null;
        }, cancellation);

    /// <summary>Puts the person's name on the item.</summary>
    public static void Take(ReviewItem item, Caller caller, long now, ReviewOptions options)
    {
        item.ClaimedBy = caller.Person;
        item.ClaimedName = caller.Name;
        item.ClaimedUntilTicks = now + (options.ClaimSeconds * TimeSpan.TicksPerSecond);
    }
}
