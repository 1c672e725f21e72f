using System.Text.Json;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Audit;
using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Retention;

/// <summary>Removes what an organisation has kept for its time, and leaves evidence: a row with the counts and a line in the trail, written together.</summary>
internal sealed class PurgeOrganisation(IEnumerable<IRetainedRecords> stores, OutlookAssistDatabase database, AuditTrail trail, CleanDatabase clean, IOptions<RetentionOptions> options, TimeProvider time)
{
    private const string Action = "data.purged";

    /// <summary>Records removed by class; done again it removes nothing more.</summary>
    public async Task<IReadOnlyDictionary<string, int>> HandleAsync(string organisation, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var counts = new Dictionary<string, int>();
        foreach (var store in stores)
        {
            if (options.Value.Days.GetValueOrDefault(store.Class) is > 0 and var days)
            {
                counts[store.Class] = counts.GetValueOrDefault(store.Class) + await store.PurgeAsync(organisation, now.AddDays(-days), cancellation);
            }
        }

        database.Add(new Purge { Organisation = organisation, Ticks = time.GetUtcNow().UtcTicks, Counts = JsonSerializer.Serialize(counts) });
        await using (var transaction = await database.BeginWriteAsync(cancellation))
        {
            await database.SaveChangesAsync(cancellation);
            var product = new Caller(organisation, "product") { Name = "OutlookAssist" };
            await trail.AppendAsync(database, new AuditEvent(product, Action, ErasePerson.Summary(counts), StatusCodes.Status200OK, null), cancellation);
            await transaction.CommitAsync(cancellation);
        }

        // Deleted rows are overwritten as they go; the log still holds them until it is emptied.
        await clean.EmptyLogAsync(cancellation);
        return counts;
    }
}
