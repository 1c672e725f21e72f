namespace OutlookAssist.Jobs;

/// <summary>Gives memory back to the machine when work is over: a product that waits for the next mail should not hold what the last ones needed.</summary>
internal sealed class ReleaseIdleMemory(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Moving a large index about would make the next person wait; its owner pays for memory anyway.
    private const long MostToMove = 256 << 20;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var memory = new IdleMemory();
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (memory.IsDue(GC.GetTotalAllocatedBytes()) && GC.GetTotalMemory(forceFullCollection: false) < MostToMove)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }
}
