using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Audit;

/// <summary>Lets the beginning of a trail end when its time is over; what stays is verified from a sealed new beginning, so that nobody else can cut it there.</summary>
internal sealed class OldEntries(OutlookAssistDatabase database, AuditTrail trail, SealEntry sealing) : IRetainedRecords
{
    /// <inheritdoc />
    public string Class => RetentionClass.Audit;

    /// <inheritdoc />
    public async Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        // The last entry stays: a trail always has an end.
        var newest = await database.Set<AuditHead>().Where(head => head.Organisation == organisation).Select(head => head.Number).FirstOrDefaultAsync(cancellation);
        var last = await database.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Organisation == organisation && entry.Ticks < before.UtcTicks && entry.Number < newest).OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellation);
        if (last is null)
        {
            return 0;
        }

        var removed = await database.ExecuteAsync("DELETE FROM AuditEntries WHERE Organisation = $organisation AND Number <= $number", cancellation, ("$organisation", organisation), ("$number", last.Number));
        await database.ExecuteAsync(
            "INSERT INTO AuditStarts (Organisation, Number, Seal, Proof) VALUES ($organisation, $number, $seal, $proof) ON CONFLICT (Organisation) DO UPDATE SET Number = $number, Seal = $seal, Proof = $proof;"
            + " DELETE FROM AuditActors WHERE Organisation = $organisation AND Pseudonym NOT IN (SELECT Actor FROM AuditEntries WHERE Organisation = $organisation)",
            cancellation, ("$organisation", organisation), ("$number", last.Number), ("$seal", last.Seal), ("$proof", sealing.OfStart(organisation, last.Number, last.Seal)));
        await transaction.CommitAsync(cancellation);
        trail.ForgetPseudonyms();
        return removed;
    }
}
