using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Audit;

/// <summary>Whether a trail is whole.</summary>
/// <param name="Valid">Every entry is as it was written, none is missing, none was added.</param>
/// <param name="Entries">The number of entries looked at.</param>
/// <param name="FirstBroken">The number at which the trail stops being what was written; null when it is whole.</param>
/// <param name="Detail">What is wrong there.</param>
internal sealed record TrailVerification(bool Valid, long Entries, long? FirstBroken, string? Detail);

/// <summary>Reads the trail from its first entry to its head and checks every seal.</summary>
internal sealed class VerifyTrail(OutlookAssistDatabase database, SealEntry sealing)
{
    /// <summary>Never stops at the first surprise of another organisation: each has a trail of its own.</summary>
    public async Task<TrailVerification> HandleAsync(string organisation, CancellationToken cancellation)
    {
        // One moment for both, or an entry written in between would look like one too many.
        await using var transaction = await database.Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadUncommitted, cancellation);
        var head = await database.Set<AuditHead>().AsNoTracking().FirstOrDefaultAsync(head => head.Organisation == organisation, cancellation);
        var start = await database.Set<AuditStart>().AsNoTracking().FirstOrDefaultAsync(start => start.Organisation == organisation, cancellation);
        if (start is not null && start.Proof != sealing.OfStart(organisation, start.Number, start.Seal))
        {
            return new(false, 0, start.Number + 1, "The beginning of the trail was changed.");
        }

        var (gone, count, before) = (start?.Number ?? 0, start?.Number ?? 0, start?.Seal ?? SealEntry.Beginning);
        var entries = database.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Organisation == organisation).OrderBy(entry => entry.Number).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            count++;
            if (entry.Number != count)
            {
                return new(false, count - gone, count, "An entry is missing.");
            }

            if (entry.Seal != sealing.Of(entry, before))
            {
                return new(false, count - gone, count, "This entry is not what was written, or another stood before it.");
            }

            before = entry.Seal;
        }

        return (head?.Number ?? 0) == count && (head?.Seal ?? SealEntry.Beginning) == before
            ? new(true, count - gone, null, null)
            : new(false, count - gone, count + 1, "The trail was cut short, or its head was changed.");
    }
}
