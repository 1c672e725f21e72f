namespace OutlookAssist.Jobs;

/// <summary>Where a new job stands in the queue.</summary>
/// <param name="Priority">0 to 100. Each step is worth <see cref="StepSeconds"/> of waiting, so that what hurries overtakes, but nothing waits for ever.</param>
/// <param name="Lane">What it shares with others that must not all run at once.</param>
/// <param name="Pause">Not before this has passed.</param>
/// <param name="Organisation">Whose work it is; a payload that has an <c>Organisation</c> says so itself.</param>
internal readonly record struct JobPlace(int Priority = JobPlace.Normal, string? Lane = null, TimeSpan Pause = default, string? Organisation = null)
{
    /// <summary>What nothing is known of.</summary>
    public const int Normal = 50;

    /// <summary>The head start that one step of priority gives: the most urgent job overtakes those that came up to an hour before it.</summary>
    public const int StepSeconds = 36;

    /// <summary>The key of the order: due time less the head start.</summary>
    public static long OrderOf(long dueTicks, int priority) => dueTicks - (Math.Clamp(priority, 0, 100) * TimeSpan.FromSeconds(StepSeconds).Ticks);
}
