namespace OutlookAssist.Autopilot;

/// <summary>Measures the steps of one job, one after the other.</summary>
internal sealed class StepClock(TimeProvider time)
{
    private readonly List<RunStep> _steps = [];
    private DateTimeOffset _at = time.GetUtcNow();
    private long _since = time.GetTimestamp();

    /// <summary>What was done so far.</summary>
    public IReadOnlyList<RunStep> Steps => _steps;

    /// <summary>The step that just ended; the next begins.</summary>
    public void Done(string name)
    {
        _steps.Add(new RunStep(name, _at, Math.Round(time.GetElapsedTime(_since).TotalMilliseconds, 2)));
        _at = time.GetUtcNow();
        _since = time.GetTimestamp();
    }
}
