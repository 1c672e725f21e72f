namespace OutlookAssist.Classification;

/// <summary>Classifies the mails of one request at once as far as they wait for a language model, a few at a time, and keeps their order; what waits for nothing is done on the spot.</summary>
internal sealed class ClassificationTurns<T>(CancellationToken cancellation) : IAsyncDisposable
{
    private const int AtOnce = 8;

    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly List<Task<T>> results = [];

    /// <summary>How many were begun.</summary>
    public int Count => results.Count;

    /// <summary>Begins the next one as soon as there is a place.</summary>
    public async ValueTask AddAsync(Func<CancellationToken, ValueTask<T>> work)
    {
        await places.WaitAsync(stop.Token);
        results.Add(RunAsync(work));
    }

    /// <summary>All results in the order in which they were begun.</summary>
    public async Task<IReadOnlyList<T>> ResultsAsync() => await Task.WhenAll(results);

    /// <summary>Ends what is still running and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(results).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        stop.Dispose();
        places.Dispose();
    }

    private async Task<T> RunAsync(Func<CancellationToken, ValueTask<T>> work)
    {
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            return await work(stop.Token);
        }
        finally
        {
            places.Release();
        }
    }
}
