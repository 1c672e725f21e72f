using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;

namespace OutlookAssist.Review;

/// <summary>How much is on the desk: the open items by what people filter by, and what was decided today.</summary>
/// <param name="Open">Nobody decided yet.</param>
/// <param name="Escalated">Of those, the ones that must not wait.</param>
/// <param name="Claimed">Of those, the ones that somebody has open.</param>
/// <param name="Overdue">Of those, the ones whose time ran out.</param>
/// <param name="OldestAt">When the oldest of them arrived; null when there is none.</param>
/// <param name="ByUrgency">Open items by urgency.</param>
/// <param name="ByCategory">Open items by category.</param>
/// <param name="ByMailbox">Open items by mailbox.</param>
/// <param name="Decided">All decided items by what was decided.</param>
internal sealed record ReviewCounts(
    int Open, int Escalated, int Claimed, int Overdue, DateTime? OldestAt,
    IReadOnlyDictionary<string, int> ByUrgency, IReadOnlyDictionary<string, int> ByCategory, IReadOnlyDictionary<string, int> ByMailbox, IReadOnlyDictionary<string, int> Decided);

/// <summary>Counts the desk of an organisation.</summary>
internal sealed class CountReview(OutlookAssistDatabase database, TimeProvider time)
{
    /// <summary>All counts, of one moment.</summary>
    public async Task<ReviewCounts> HandleAsync(Caller caller, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcTicks;
        var all = database.Set<ReviewItem>().AsNoTracking().Where(item => item.Organisation == caller.Organisation);
        var open = await all.Where(item => item.State == ReviewState.Waiting || item.State == ReviewState.Escalated)
            .Select(item => new { item.State, item.Urgency, item.Category, item.MailboxId, item.ReceivedTicks, item.DueTicks, IsClaimed = item.ClaimedBy != null && item.ClaimedUntilTicks > now })
            .ToListAsync(cancellation);
        var decided = await all.Where(item => item.State != ReviewState.Waiting && item.State != ReviewState.Escalated)
            .GroupBy(item => item.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return new ReviewCounts(
            open.Count,
            open.Count(item => item.State == ReviewState.Escalated),
            open.Count(item => item.IsClaimed),
            open.Count(item => item.DueTicks < now),
            open.Count == 0 ? null : new DateTime(open.Min(item => item.ReceivedTicks), DateTimeKind.Utc),
            Tally(open.Select(item => item.Urgency)),
            Tally(open.Select(item => item.Category)),
            Tally(open.Select(item => item.MailboxId)),
            decided.ToDictionary(group => group.Key.ToString().ToLowerInvariant(), group => group.Count));
    }

    private static Dictionary<string, int> Tally(IEnumerable<string> labels) => labels.GroupBy(label => label).ToDictionary(group => group.Key, group => group.Count());
}
