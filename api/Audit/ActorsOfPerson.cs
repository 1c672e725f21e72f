using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Audit;

/// <summary>The person as somebody who signed in: the trail keeps a pseudonym, and erasure destroys what tells whose it is; the trail stays whole.</summary>
internal sealed class ActorsOfPerson(OutlookAssistDatabase database, AuditTrail trail) : IPersonRecords
{
    /// <inheritdoc />
    public string Name => "auditPseudonyms";

    /// <inheritdoc />
    public async Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var actor in await FindAsync(organisation, address, cancellation))
        {
            erased += await trail.ForgetAsync(database, organisation, actor.Person, cancellation);
        }

        return erased;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var actor in await FindAsync(organisation, address, cancellation))
        {
            var entries = await database.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Organisation == organisation && entry.Actor == actor.Pseudonym).OrderBy(entry => entry.Number).ToListAsync(cancellation);
            yield return PersonRecord.Json(actor.Pseudonym, new
            {
                actor.Person,
                actor.Name,
                actor.Address,
                entries = entries.Select(entry => new { at = new DateTime(entry.Ticks, DateTimeKind.Utc), entry.Action, entry.Target, entry.Outcome, entry.Network }),
            });
        }
    }

    private async Task<List<AuditActor>> FindAsync(string organisation, string address, CancellationToken cancellation)
    {
        var actors = await database.Set<AuditActor>().AsNoTracking().Where(actor => actor.Organisation == organisation).ToListAsync(cancellation);
        return [.. actors.Where(actor => new[] { actor.Address, actor.Person, actor.Name }.Contains(address, StringComparer.OrdinalIgnoreCase))];
    }
}
