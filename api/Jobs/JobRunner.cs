namespace OutlookAssist.Jobs;

/// <summary>Works through the queue, many jobs at once, and never lets a failing job, a full disk or a locked database stop the others.</summary>
internal sealed partial class JobRunner(JobQueue queue, ClaimJobs claim, FreeStranded free, RunJob run, RunningJobs running, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    /// <summary>A job that was held by this many processes when they died may be what killed them: it runs while nothing else does, so that it takes nobody with it again.</summary>
    private const int SuspectFrom = 2;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TidyEvery = TimeSpan.FromSeconds(5);

    /// <summary>Under load, waits for a few places instead of taking the write lock for each.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(4);
    private readonly List<Task> _tasks = [];

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await free.AtStartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(RepeatAsync(DispatchAsync, stoppingToken), RepeatAsync(TidyAsync, stoppingToken));
        await Task.WhenAll(_tasks);
    }

    /// <summary>Until the product stops; when the database itself does not answer, waits instead of spinning.</summary>
    private async Task RepeatAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                QueueFailed(log, failure.GetType().FullName ?? "");
                await Task.Delay(Poll, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task DispatchAsync(CancellationToken stopping)
    {
        _tasks.RemoveAll(task => task.IsCompleted);
        var jobs = running.Free > 0 ? await claim.ClaimAsync(running.Room(), running.Free, stopping) : [];
        foreach (var job in jobs)
        {
            running.Add(job);
        }

        foreach (var job in jobs)
        {
            await BeginAsync(job, stopping);
        }

        if (jobs.Count == 0)
        {
            await queue.WaitAsync(Poll, stopping);
        }
        else if (running.Free < running.Most / 2)
        {
            await Task.Delay(Gather, stopping);
        }
    }

    private async Task BeginAsync(Job job, CancellationToken stopping)
    {
        if (job.Crashes < SuspectFrom)
        {
            _tasks.Add(Task.Run(() => RunAsync(job, stopping), CancellationToken.None));
            return;
        }

        await Task.WhenAll(_tasks);
        await RunAsync(job, stopping);
    }

    private async Task RunAsync(Job job, CancellationToken stopping)
    {
        await run.RunAsync(job, stopping);
        queue.Wake();
    }

    private async Task TidyAsync(CancellationToken stopping)
    {
        await Task.Delay(TidyEvery, time, stopping);
        if (await free.NowAsync(running.Held, stopping) > 0)
        {
            queue.Wake();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job queue did not answer: {Exception}")]
    private static partial void QueueFailed(ILogger log, string exception);
}
