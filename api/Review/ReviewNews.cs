using System.Collections.Concurrent;

namespace OutlookAssist.Review;

/// <summary>Knows who listens, and wakes the one who tells them.</summary>
internal sealed class ReviewNews
{
    private readonly ConcurrentDictionary<string, int> _listeners = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _happened = new(0);

    /// <summary>The organisations of which somebody listens.</summary>
    public IReadOnlyList<string> Organisations => [.. _listeners.Where(listener => listener.Value > 0).Select(listener => listener.Key)];

    /// <summary>A page of the organisation began to listen.</summary>
    public void Join(string organisation) => _listeners.AddOrUpdate(organisation, 1, (_, count) => count + 1);

    /// <summary>A page of the organisation stopped listening.</summary>
    public void Leave(string organisation) => _listeners.AddOrUpdate(organisation, 0, (_, count) => Math.Max(0, count - 1));

    /// <summary>Something happened in this process.</summary>
    public void Wake()
    {
        if (_happened.CurrentCount == 0)
        {
            _happened.Release();
        }
    }

    /// <summary>Sleeps until woken or for <paramref name="atMost"/>: what happens in another process wakes nobody here.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _happened.WaitAsync(atMost, cancellation);
}
