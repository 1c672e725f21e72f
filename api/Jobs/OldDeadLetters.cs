using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Jobs;

/// <summary>Lets work that was given up end when its time is over. Jobs name things by identifiers and belong to the product as a whole.</summary>
internal sealed class OldDeadLetters(OutlookAssistDatabase database) : IRetainedRecords
{
    /// <inheritdoc />
    public string Class => RetentionClass.DeadLetters;

    /// <inheritdoc />
    public Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation) =>
        database.ExecuteAsync("DELETE FROM Jobs WHERE State = 2 AND CreatedTicks < $before", cancellation, ("$before", before.UtcTicks));
}
