using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Data;

namespace OutlookAssist.Retention;

/// <summary>How long a class of data is kept; 0 for until it is deleted.</summary>
internal sealed record RetentionTime(string Class, int Days);

/// <summary>One purge: when, and the records removed by class.</summary>
internal sealed record PurgeEvidence(long Id, DateTimeOffset At, IReadOnlyDictionary<string, int> Removed);

/// <summary>The times of every class, and the latest purges, the newest first.</summary>
internal sealed record RetentionView(IReadOnlyList<RetentionTime> Classes, IReadOnlyList<PurgeEvidence> Purges);

/// <summary>Shows how long data is kept and the evidence that it goes afterwards.</summary>
internal sealed class BrowsePurges(OutlookAssistDatabase database, IOptions<RetentionOptions> options)
{
    private const int Shown = 100;

    /// <summary>Of the caller's own organisation.</summary>
    public async Task<Ok<RetentionView>> HandleAsync(Caller caller, CancellationToken cancellation)
    {
        var purges = await database.Set<Purge>().AsNoTracking().Where(purge => purge.Organisation == caller.Organisation).OrderByDescending(purge => purge.Id).Take(Shown).ToListAsync(cancellation);
        return TypedResults.Ok(new RetentionView(
            [.. options.Value.Days.Select(entry => new RetentionTime(entry.Key, entry.Value))],
            [.. purges.Select(purge => new PurgeEvidence(purge.Id, new DateTimeOffset(purge.Ticks, TimeSpan.Zero), JsonSerializer.Deserialize<Dictionary<string, int>>(purge.Counts)!))]));
    }
}
