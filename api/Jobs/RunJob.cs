namespace OutlookAssist.Jobs;

/// <summary>Runs one job that was claimed, keeps the claim while it lasts, and settles it whatever happens.</summary>
internal sealed partial class RunJob(SettleJob settle, IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, RunningJobs running, TimeProvider time, ILogger<RunJob> log)
{
    /// <summary>Everything that is logged while a job runs says which; the payload stays out, since people choose names of documents.</summary>
    private static readonly Func<ILogger, string, long, IDisposable?> WhichJob = LoggerMessage.DefineScope<string, long>("{Job} {JobId}");

    private const int MostAttempts = 5;
    private const int SettleTries = 30;
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SettleAgain = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(kind => kind.Name);

    /// <summary>Never throws: what cannot even be settled comes back when its lease ends.</summary>
    public async Task RunAsync(Job job, CancellationToken stopping)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renewal = RenewAsync(job, lost);
        try
        {
            await SettleAsync(await AttemptAsync(job, lost), stopping);
        }
        catch (Exception failure)
        {
            QueueFailed(log, failure.GetType().FullName ?? "");
        }
        finally
        {
            await lost.CancelAsync();
            await renewal;
            running.Remove(job);
        }
    }

    /// <summary>Does the work once, and gives what is to become of the job.</summary>
    private async Task<Func<Task<bool>>?> AttemptAsync(Job job, CancellationTokenSource lost)
    {
        try
        {
            if (job.Attempts > MostAttempts)
            {
                // Every earlier try took the whole process down, or none would have been left unsettled.
                return await BuriedAsync(job, "It never came to an end.", "crash");
            }

            using var told = WhichJob(log, job.Kind, job.Id);
            await using var scope = scopes.CreateAsyncScope();
            var current = scope.ServiceProvider.GetRequiredService<CurrentJob>();
            current.Begin(job);
            await _kinds[job.Kind].HandleAsync(scope.ServiceProvider, job.Payload, lost.Token);
            return current.IsCompleted ? null : () => settle.CompleteAsync(job, CancellationToken.None);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            // Stopping, or another worker took over: whoever holds the job next finishes it.
            return () => settle.ReturnAsync(job, CancellationToken.None);
        }
        catch (JobLostException)
        {
            return null;
        }
        catch (JobDeferredException deferred)
        {
            if (deferred.HoldsLane && job.Lane is { } lane)
            {
                running.HoldLane(lane, deferred.Pause);
            }

            return () => settle.DeferAsync(job, deferred.Pause, CancellationToken.None);
        }
        catch (Exception failure) when (failure is JobRejectedException || job.Attempts >= MostAttempts)
        {
            return await BuriedAsync(job, failure is JobRejectedException ? failure.Message : $"Failed {job.Attempts} times ({failure.GetType().Name}).", failure.GetType().FullName ?? "");
        }
        catch (Exception failure)
        {
            JobFailed(log, job.Kind, job.Id, job.Attempts, failure.GetType().FullName ?? "");
            return () => settle.RetryAsync(job, Backoff(job.Attempts), CancellationToken.None);
        }
    }

    private async Task<Func<Task<bool>>> BuriedAsync(Job job, string reason, string exception)
    {
        JobBuried(log, job.Kind, job.Id, job.Attempts, exception);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await _kinds[job.Kind].GiveUpAsync(scope.ServiceProvider, job.Payload, CancellationToken.None);
        }
        catch (Exception failure) when (failure is JobRejectedException || job.Attempts > MostAttempts)
        {
            // What cannot even be given up must not come back for ever.
            GiveUpFailed(log, job.Kind, job.Id, failure.GetType().FullName ?? "");
        }

        return () => settle.BuryAsync(job, reason, CancellationToken.None);
    }

    /// <summary>A full disk or a locked database passes: the work is done, only its end is not written yet.</summary>
    private async Task SettleAsync(Func<Task<bool>>? settlement, CancellationToken stopping)
    {
        for (var tries = 1; settlement is not null; tries++)
        {
            try
            {
                await settlement();
                return;
            }
            catch (Exception failure) when (tries < SettleTries && !stopping.IsCancellationRequested)
            {
                QueueFailed(log, failure.GetType().FullName ?? "");
                await Task.Delay(SettleAgain, time, stopping);
            }
        }
    }

    private async Task RenewAsync(Job job, CancellationTokenSource lost)
    {
        try
        {
            while (true)
            {
                await Task.Delay(RenewEvery, time, lost.Token);
                if (!await TryRenewAsync(job, lost.Token))
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

    private async Task<bool> TryRenewAsync(Job job, CancellationToken lost)
    {
        try
        {
            return await settle.RenewAsync(job, lost);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The lease lasts for several renewals; the next one may find the database free.
            QueueFailed(log, failure.GetType().FullName ?? "");
            return true;
        }
    }

    /// <summary>Full jitter: anything between nothing and a doubling ceiling, so that failures do not return in step.</summary>
    private static TimeSpan Backoff(int attempts) =>
        TimeSpan.FromSeconds(Random.Shared.NextDouble() * Math.Min(300, Math.Pow(2, attempts)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} job {Id} failed in attempt {Attempts} with {Exception}; it is tried again")]
    private static partial void JobFailed(ILogger log, string kind, long id, int attempts, string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} job {Id} was given up after {Attempts} attempts with {Exception}")]
    private static partial void JobBuried(ILogger log, string kind, long id, int attempts, string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} job {Id} left its work as it was: {Exception}")]
    private static partial void GiveUpFailed(ILogger log, string kind, long id, string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The job queue did not answer: {Exception}")]
    private static partial void QueueFailed(ILogger log, string exception);
}
