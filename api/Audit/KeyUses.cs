using System.Collections.Concurrent;
using OutlookAssist.Access;

namespace OutlookAssist.Audit;

/// <summary>The use of a key is recorded once a minute: what it did is recorded by itself, each time.</summary>
internal sealed class KeyUses(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _minutes = new(StringComparer.Ordinal);

    /// <summary>Whether this is the key's first use in this minute.</summary>
    public bool IsDue(Caller key)
    {
        var minute = time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
        return _minutes.AddOrUpdate(key.Person, minute, (_, last) => last == minute ? -minute : last == -minute ? last : minute) == minute;
    }
}
