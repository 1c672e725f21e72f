using OutlookAssist.Data;

namespace OutlookAssist.Review;

/// <summary>Writes down what happens to items, in the transaction in which it happens.</summary>
internal static class ReviewLog
{
    /// <summary>Adds a line to the log, and a new version when what a reviewer decides about is another now; the identifier of the item must be known.</summary>
    public static void Record(this OutlookAssistDatabase database, ReviewItem item, ReviewEventKind kind, long ticks, string? person = null)
    {
        if (kind is ReviewEventKind.Drafted or ReviewEventKind.Edited or ReviewEventKind.Approved or ReviewEventKind.Rejected or ReviewEventKind.Undone or ReviewEventKind.Discarded)
        {
            item.Version++;
        }

        database.Add(new ReviewEvent
        {
            Organisation = item.Organisation,
            ItemId = item.Id,
            Ticks = ticks,
            Kind = kind,
            Person = person,
            EditDistance = kind == ReviewEventKind.Approved ? item.EditDistance : null,
        });
    }
}
