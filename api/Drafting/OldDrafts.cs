using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Drafting;

/// <summary>Lets drafts and their ratings end when their time is over.</summary>
internal sealed class OldDrafts(OutlookAssistDatabase database) : IRetainedRecords
{
    /// <inheritdoc />
    public string Class => RetentionClass.Drafts;

    /// <inheritdoc />
    public Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation) =>
        database.ExecuteAsync("DELETE FROM Drafts WHERE Organisation = $organisation AND CreatedTicks < $before", cancellation, ("$organisation", organisation), ("$before", before.UtcTicks));
}
