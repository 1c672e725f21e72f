using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;

namespace OutlookAssist.Knowledge;

/// <summary>Which collections a caller may read, decided before anything is searched; kept in memory and read anew when it changes.</summary>
internal sealed class KnownCollections(IDbContextFactory<OutlookAssistDatabase> databases, TimeProvider time)
{
    // Another process may change the readers; in this one it counts at once.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private volatile Snapshot? _known;

    /// <summary>Where the caller's drafts and searches look: the default collection, and with it every declared one that names the caller.</summary>
    public async Task<KnowledgeScope> ScopeOfAsync(Caller caller, CancellationToken cancellation) =>
        new(caller.Organisation) { Also = [.. (await ReadAsync(cancellation))[caller.Organisation].Where(collection => collection.Readers.Include(caller)).Select(collection => collection.Name)] };

    /// <summary>Whether the caller may read a collection; one that nobody has declared is open to the organisation.</summary>
    public async Task<bool> MayReadAsync(Caller caller, string collection, CancellationToken cancellation) =>
        (await ReadAsync(cancellation))[caller.Organisation].Where(known => known.Name == collection).All(known => known.Readers.Include(caller));

    /// <summary>Reads them again with the next question.</summary>
    public void Forget() => _known = null;

    private async ValueTask<ILookup<string, (string Name, CollectionReaders Readers)>> ReadAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_known is { } known && now - known.ReadAt < Fresh)
        {
            return known.Collections;
        }

        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Set<KnowledgeCollection>().AsNoTracking().ToListAsync(cancellation);
        var collections = rows.ToLookup(row => row.Organisation, row => (row.Name, JsonSerializer.Deserialize<CollectionReaders>(row.Readers)!));
        _known = new(collections, now);
        return collections;
    }

    private sealed record Snapshot(ILookup<string, (string Name, CollectionReaders Readers)> Collections, DateTimeOffset ReadAt);
}
