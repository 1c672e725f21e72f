namespace OutlookAssist.Knowledge;

/// <summary>Lets a person stop the reading of a document that is under way in this process.</summary>
internal sealed class RunningIngestions
{
    private readonly Dictionary<long, CancellationTokenSource> _running = [];

    /// <summary>A source that also ends with <paramref name="cancellation"/>; give it back with <see cref="End"/>.</summary>
    public CancellationTokenSource Begin(long contentKey, CancellationToken cancellation)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        lock (_running)
        {
            _running[contentKey] = source;
        }

        return source;
    }

    /// <summary>The reading ended by itself.</summary>
    public void End(long contentKey, CancellationTokenSource source)
    {
        lock (_running)
        {
            if (_running.GetValueOrDefault(contentKey) == source)
            {
                _running.Remove(contentKey);
            }

            source.Dispose();
        }
    }

    /// <summary>Stops the reading of a content, if it is under way here.</summary>
    public void Stop(long contentKey)
    {
        CancellationTokenSource? source;
        lock (_running)
        {
            source = _running.GetValueOrDefault(contentKey);
            source?.CancelAsync(); // Its listeners run elsewhere, so that none of them runs inside the lock.
        }
    }
}
