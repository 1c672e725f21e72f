using System.Collections.Concurrent;

namespace OutlookAssist.Access;

/// <summary>Callers by the digest of their token, so that a signature is checked once and not with every request; tokens themselves are not kept.</summary>
internal sealed class KnownTokens(TimeProvider time)
{
    private const int Most = 10_000;
    // A role taken away, or a tenant, must not outlive this; Entra's own tokens live for an hour.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> _callers = new(StringComparer.Ordinal);

    /// <summary>The caller of a token that was verified lately and has not ended.</summary>
    public Caller? Find(string digest) =>
        _callers.TryGetValue(digest, out var entry) && entry.Until > time.GetUtcNow() ? entry.Caller : null;

    /// <summary>Remembers until the token ends, five minutes at most.</summary>
    public void Remember(string digest, Caller caller, DateTimeOffset ends)
    {
        var limit = time.GetUtcNow() + Longest;
        if (_callers.Count >= Most)
        {
            _callers.Clear();
        }

        _callers[digest] = (caller, ends < limit ? ends : limit);
    }
}
