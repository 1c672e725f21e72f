using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.LanguageModels;

/// <summary>Lets the record of what was sent to models end when its time is over.</summary>
internal sealed class OldDisclosures(OutlookAssistDatabase database) : IRetainedRecords
{
    /// <inheritdoc />
    public string Class => RetentionClass.Disclosures;

    /// <inheritdoc />
    public Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation) =>
        database.ExecuteAsync("DELETE FROM ModelDisclosures WHERE Organisation = $organisation AND SentTicks < $before", cancellation, ("$organisation", organisation), ("$before", before.UtcTicks));
}

/// <summary>Lets the book of calls end when its time is over.</summary>
internal sealed class OldModelCalls(OutlookAssistDatabase database) : IRetainedRecords
{
    /// <inheritdoc />
    public string Class => RetentionClass.ModelCalls;

    /// <inheritdoc />
    public Task<int> PurgeAsync(string organisation, DateTimeOffset before, CancellationToken cancellation) =>
        database.ExecuteAsync("DELETE FROM ModelCalls WHERE Organisation = $organisation AND StartedTicks < $before", cancellation, ("$organisation", organisation), ("$before", before.UtcTicks));
}
