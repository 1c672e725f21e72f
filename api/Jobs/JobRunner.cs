using System.Text.Json;

namespace OutlookAssist.Jobs;

/// <summary>Works through the queue, one job at a time per worker, and never lets a failing job stop the others.</summary>
internal sealed partial class JobRunner(JobQueue queue, IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    private const int Workers = 2;
    private const int MostAttempts = 5;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(kind => kind.Name);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await queue.ClaimAsync(_kinds.Keys, stopping) is { } job)
                {
                    await RunAsync(job, stopping);
                }
                else
                {
                    await queue.WaitAsync(Poll, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The database itself did not answer: wait instead of spinning.
                QueueFailed(log, failure.GetType().FullName ?? "");
                await Task.Delay(Poll, time, stopping);
            }
        }
    }

    private async Task RunAsync(Job job, CancellationToken stopping)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renewal = RenewAsync(job, lost);
        try
        {
            if (job.Attempts > MostAttempts)
            {
                // Every earlier try took the whole process down, or none would have been left unsettled.
                await BuryAsync(job, "It never came to an end.", "crash");
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            await _kinds[job.Kind].HandleAsync(scope.ServiceProvider, job.Payload, lost.Token);
            await queue.CompleteAsync(job, CancellationToken.None);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            // Stopping, or another worker took over: whoever holds the job next finishes it.
            await queue.RetryAsync(job, time.GetUtcNow(), CancellationToken.None);
        }
        catch (JobDeferredException deferred)
        {
            await queue.DeferAsync(job, time.GetUtcNow() + deferred.Pause, CancellationToken.None);
        }
        catch (Exception failure) when (failure is JobRejectedException || job.Attempts >= MostAttempts)
        {
            await BuryAsync(job, failure is JobRejectedException ? failure.Message : $"Failed {job.Attempts} times ({failure.GetType().Name}).", failure.GetType().FullName ?? "");
        }
        catch (Exception failure)
        {
            JobFailed(log, job.Kind, job.Id, job.Attempts, failure.GetType().FullName ?? "");
            await queue.RetryAsync(job, time.GetUtcNow() + Backoff(job.Attempts), CancellationToken.None);
        }
        finally
        {
            await lost.CancelAsync();
            await renewal;
        }
    }

    private async Task BuryAsync(Job job, string reason, string exception)
    {
        JobBuried(log, job.Kind, job.Id, job.Attempts, exception);
        await using var scope = scopes.CreateAsyncScope();
        await _kinds[job.Kind].GiveUpAsync(scope.ServiceProvider, job.Payload, CancellationToken.None);
        await queue.BuryAsync(job, reason, CancellationToken.None);
    }

    private async Task RenewAsync(Job job, CancellationTokenSource lost)
    {
        try
        {
            while (true)
            {
                await Task.Delay(RenewEvery, time, lost.Token);
                if (!await queue.RenewAsync(job, lost.Token))
                {
                    await lost.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The job ended.
        }
    }

    /// <summary>Full jitter: anything between nothing and a doubling ceiling, so that failures do not return in step.</summary>
    private static TimeSpan Backoff(int attempts) =>
        TimeSpan.FromSeconds(Random.Shared.NextDouble() * Math.Min(300, Math.Pow(2, attempts)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} job {Id} failed in attempt {Attempts} with {Exception}; it is tried again")]
    private static partial void JobFailed(ILogger log, string kind, long id, int attempts, string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} job {Id} was given up after {Attempts} attempts with {Exception}")]
    private static partial void JobBuried(ILogger log, string kind, long id, int attempts, string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The job queue did not answer: {Exception}")]
    private static partial void QueueFailed(ILogger log, string exception);
}

/// <summary>Binds the name of a payload to its handler.</summary>
internal sealed record JobKind(
    string Name,
    Func<IServiceProvider, string, CancellationToken, Task> HandleAsync,
    Func<IServiceProvider, string, CancellationToken, Task> GiveUpAsync)
{
    /// <summary>The kind for <typeparamref name="TPayload"/>.</summary>
    public static JobKind Of<TPayload>() => new(
        typeof(TPayload).Name,
        (services, payload, cancellation) => Handler<TPayload>(services).HandleAsync(Read<TPayload>(payload), cancellation),
        (services, payload, cancellation) => Handler<TPayload>(services).GiveUpAsync(Read<TPayload>(payload), cancellation));

    private static IJobHandler<TPayload> Handler<TPayload>(IServiceProvider services) => services.GetRequiredService<IJobHandler<TPayload>>();

    private static TPayload Read<TPayload>(string payload) =>
        JsonSerializer.Deserialize<TPayload>(payload) ?? throw new JobRejectedException("The job's payload cannot be read.");
}
