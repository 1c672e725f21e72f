using OutlookAssist.Data;

namespace OutlookAssist.Knowledge.Index;

/// <summary>Brings the index to exactly the moment that a reading of the database sees, so that a replaced document is found in its old or its new version and never in neither.</summary>
internal static class CurrentIndex
{
    /// <summary>The index at the moment of the database's snapshot; null when the index is ahead of it and a new snapshot is needed.</summary>
    public static async Task<IndexState?> FollowAsync(PassageIndex index, LoadIndex load, OutlookAssistDatabase database, CancellationToken cancellation)
    {
        var latest = await DocumentFeed.LatestAsync(database, cancellation);
        while (true)
        {
            var state = index.State;
            if (state.Sequence == latest)
                return state;
            if (state.Sequence > latest)
                return null;
            var changes = await DocumentFeed.SinceAsync(database, state.Sequence, cancellation);
            await load.FromPassagesAsync(index.UnknownOf(changes), cancellation);
            index.Advance(state.Sequence, latest, changes);
        }
    }
}
