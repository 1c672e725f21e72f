using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Review;

/// <summary>Lists items page by page: a page begins where the last one ended, so that the ten-thousandth costs what the first did.</summary>
internal sealed class BrowseReview(OutlookAssistDatabase database, ShowItem show, TimeProvider time)
{
    private const int Most = 1000;
    private const int Usual = 100;
    private static readonly string[] States = ["open", "waiting", "escalated", "claimed", "approved", "rejected", "discarded", "all"];
    private static readonly string[] Orders = ["priority", "due", "newest", "oldest"];

    /// <summary>One page.</summary>
    public async Task<Results<Ok<ReviewPage>, ProblemHttpResult>> HandleAsync(ReviewQuery query, Caller caller, CancellationToken cancellation)
    {
        var order = query.Order ?? "priority";
        if (Fault(query, order) is { } fault)
        {
            return fault;
        }

        var limit = query.Limit ?? Usual;
        var items = Filtered(query, caller);
        var start = Place.Read(query.Cursor);
        var found = new List<ReviewSummary>();
        while (true)
        {
            var rows = await Ordered(items, order, start).AsNoTracking().Take(limit + 1).ToListAsync(cancellation);
            foreach (var row in rows.Take(limit))
            {
                var summary = show.Summary(row);
                if (query.Text is not { Length: > 0 } words || Has(summary, words))
                {
                    found.Add(summary);
                }

                start = Place.Of(row, order);
                if (found.Count == limit && row != rows[^1])
                {
                    return TypedResults.Ok(new ReviewPage(found, start.ToString(), caller.Person));
                }
            }

            if (rows.Count <= limit)
            {
                return TypedResults.Ok(new ReviewPage(found, null, caller.Person));
            }
        }
    }

    private static ProblemHttpResult? Fault(ReviewQuery query, string order) =>
        query.State is { } state && !States.Contains(state, StringComparer.Ordinal) ? Problems.Validation("state", $"The state is one of {string.Join(", ", States)}.")
        : !Orders.Contains(order, StringComparer.Ordinal) ? Problems.Validation("order", $"The order is one of {string.Join(", ", Orders)}.")
        : query.Limit is < 1 or > Most ? Problems.Validation("limit", $"The limit is between 1 and {Most}.")
        : query.Cursor is not null && Place.Read(query.Cursor) is null ? Problems.Validation("cursor", "Use the cursor of the page before as it is.")
        : null;

    private IQueryable<ReviewItem> Filtered(ReviewQuery query, Caller caller)
    {
        var now = time.GetUtcNow().UtcTicks;
        var items = database.Set<ReviewItem>().Where(item => item.Organisation == caller.Organisation);
        items = (query.State ?? "open") switch
        {
            "open" => items.Where(item => item.State == ReviewState.Waiting || item.State == ReviewState.Escalated),
            "claimed" => items.Where(item => (item.State == ReviewState.Waiting || item.State == ReviewState.Escalated) && item.ClaimedBy != null && item.ClaimedUntilTicks > now),
            "all" => items,
            var name => OfState(items, Enum.Parse<ReviewState>(name, ignoreCase: true)),
        };
        items = query.Urgency is { Length: > 0 } urgency ? items.Where(item => item.Urgency == urgency) : items;
        items = query.Sentiment is { Length: > 0 } sentiment ? items.Where(item => item.Sentiment == sentiment) : items;
        items = query.Category is { Length: > 0 } category ? items.Where(item => item.Category == category) : items;
        items = query.Mailbox is { Length: > 0 } mailbox ? items.Where(item => item.MailboxId == mailbox) : items;
        return query.Mine == true ? items.Where(item => item.ClaimedBy == caller.Person && item.ClaimedUntilTicks > now) : items;
    }

    private static IQueryable<ReviewItem> OfState(IQueryable<ReviewItem> items, ReviewState state) => items.Where(item => item.State == state);

    private static IQueryable<ReviewItem> Ordered(IQueryable<ReviewItem> items, string order, Place? after)
    {
        var (key, id) = after is { } place ? (place.Key, place.Id) : (0, 0);
        return order switch
        {
            "newest" => (after is null ? items : items.Where(item => item.Id < id)).OrderByDescending(item => item.Id),
            "oldest" => (after is null ? items : items.Where(item => item.Id > id)).OrderBy(item => item.Id),
            "due" => (after is null ? items : items.Where(item => (item.DueTicks ?? long.MaxValue) > key || ((item.DueTicks ?? long.MaxValue) == key && item.Id > id)))
                .OrderBy(item => item.DueTicks ?? long.MaxValue).ThenBy(item => item.Id),
            _ => (after is null ? items : items.Where(item => item.Priority < key || (item.Priority == key && item.Id > id)))
                .OrderByDescending(item => item.Priority).ThenBy(item => item.Id),
        };
    }

    private static bool Has(ReviewSummary summary, string words) =>
        new ReviewHeadline(summary.From.Name, summary.From.Address, summary.Subject).Has(words.Trim());

    /// <summary>Where a page ended.</summary>
    private sealed record Place(long Key, long Id)
    {
        public static Place Of(ReviewItem item, string order) => new(order == "due" ? item.DueTicks ?? long.MaxValue : item.Priority, item.Id);

        public static Place? Read(string? cursor) =>
            cursor?.Split('_') is [var key, var id] && long.TryParse(key, CultureInfo.InvariantCulture, out var first) && long.TryParse(id, CultureInfo.InvariantCulture, out var second) ? new Place(first, second) : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}_{Id}");
    }
}
