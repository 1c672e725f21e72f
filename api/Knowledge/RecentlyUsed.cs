using System.Collections.Concurrent;

namespace OutlookAssist.Knowledge;

/// <summary>Keeps what was used lately within a budget: when the young half is full it becomes the old half, and what nobody asked for since goes.</summary>
/// <remarks>Reading takes no lock and keeps no list in order, so that it costs little more than a dictionary.</remarks>
/// <param name="budget">The sum of the costs that are kept at most; it may be passed by what threads add at the same time.</param>
internal sealed class RecentlyUsed<TKey, TValue>(long budget)
    where TKey : notnull
{
    private readonly Lock _turn = new();
    private Generation _young = new();
    private Generation _old = new();

    /// <summary>The value of a key, if it is still kept.</summary>
    public bool TryGet(TKey key, out TValue? value)
    {
        if (_young.Values.TryGetValue(key, out var kept))
        {
            value = kept.Value;
            return true;
        }

        if (_old.Values.TryGetValue(key, out kept))
        {
            Set(key, kept.Value, kept.Cost);
            value = kept.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Keeps a value.</summary>
    public void Set(TKey key, TValue value, long cost)
    {
        var young = _young;
        young.Values[key] = (value, cost);
        if (Interlocked.Add(ref young.Cost, cost) <= budget / 2)
        {
            return;
        }

        lock (_turn)
        {
            if (ReferenceEquals(young, _young))
            {
                _old = young;
                _young = new Generation();
            }
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_turn)
        {
            (_young, _old) = (new Generation(), new Generation());
        }
    }

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<TKey, (TValue Value, long Cost)> Values = new();
        public long Cost;
    }
}
