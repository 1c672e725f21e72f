using OutlookAssist.Data;

namespace OutlookAssist.Review;

/// <summary>Writes down what happens to items, in the transaction in which it happens.</summary>
internal static class ReviewLog
{
    /// <summary>Changes the version of the item and adds a line to the log; the identifier of the item must be known.</summary>
    public static void Record(this OutlookAssistDatabase database, ReviewItem item, ReviewEventKind kind, long ticks, string? person = null)
    {
        item.Version++;
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
