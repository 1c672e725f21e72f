using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Review;

/// <summary>Empties the desk of an organisation, the log included.</summary>
internal sealed class StoredReviews(OutlookAssistDatabase database) : IOrganisationData
{
    /// <inheritdoc />
    public string Name => "reviews";

    /// <inheritdoc />
    public async Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation)
    {
        await database.ExecuteAsync("DELETE FROM ReviewEvents WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
        return await database.ExecuteAsync("DELETE FROM ReviewItems WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
    }
}
