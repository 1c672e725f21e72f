namespace OutlookAssist.Review;

/// <summary>The job that a decision enqueues: the mailbox follows it. One that was taken back meanwhile has another version.</summary>
/// <param name="Organisation">Whose item.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Version">The version that the decision gave it.</param>
internal sealed record ReviewDecided(string Organisation, long ItemId, long Version);
