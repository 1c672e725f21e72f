using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Classification;

/// <summary>The corrections among what an organisation can have removed whole.</summary>
internal sealed class KeptCorrections(OutlookAssistDatabase database, KnownTriage known) : IOrganisationData
{
    /// <inheritdoc />
    public string Name => "corrections";

    /// <inheritdoc />
    public async Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation)
    {
        var stored = await database.Set<StoredCorrection>().Where(row => row.Organisation == organisation).ToListAsync(cancellation);
        database.RemoveRange(stored);
        await database.SaveChangesAsync(cancellation);
        known.Forget(organisation);
        return stored.Count;
    }
}
