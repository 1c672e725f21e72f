using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Data;

namespace OutlookAssist.Access;

/// <summary>Which organisations are let in: those that the settings name and those that were added, unless suspended or erased.</summary>
internal sealed class KnownOrganisations(IDbContextFactory<OutlookAssistDatabase> databases, IOptions<AccessOptions> options, TimeProvider time)
{
    // Another process may suspend one; in this one it is out at once.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Snapshot? _known;

    /// <summary>The organisation that runs this product: its administrators manage the others.</summary>
    public string Home => options.Value.HomeOrganisation;

    /// <summary>Whether there can be others beside it.</summary>
    public bool AreMany => options.Value is { IsLocal: false } and ({ IsEntra: true } or { OrganisationClaim.Length: > 0 });

    /// <summary>Every organisation by its identifier, with its state.</summary>
    public async ValueTask<IReadOnlyDictionary<string, Organisation>> ReadAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_known is { } known && now - known.ReadAt < Fresh)
        {
            return known.Organisations;
        }

        await _reading.WaitAsync(cancellation);
        try
        {
            if (_known is { } read && now - read.ReadAt < Fresh)
            {
                return read.Organisations;
            }

            await using var database = await databases.CreateDbContextAsync(cancellation);
            var organisations = FromSettings().ToDictionary(organisation => organisation.Id, StringComparer.OrdinalIgnoreCase);
            foreach (var row in await database.Set<Organisation>().AsNoTracking().ToListAsync(cancellation))
            {
                organisations[row.Id] = row;
            }

            _known = new(organisations, now);
            return organisations;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Whether the people and keys of this one are let in.</summary>
    public async ValueTask<OrganisationState> StateOfAsync(string organisation, CancellationToken cancellation) =>
        (await ReadAsync(cancellation)).TryGetValue(organisation, out var known) ? known.State : OrganisationState.Unknown;

    /// <summary>Reads them again with the next call.</summary>
    public void Forget() => _known = null;

    private IEnumerable<Organisation> FromSettings() => AllowedBySettings().Distinct(StringComparer.OrdinalIgnoreCase).Select(id => new Organisation { Id = id, Name = "" });

    private IEnumerable<string> AllowedBySettings() => AreMany ? options.Value.AllowedTenants.Prepend(Home) : [Home];

    private sealed record Snapshot(IReadOnlyDictionary<string, Organisation> Organisations, DateTimeOffset ReadAt);
}
