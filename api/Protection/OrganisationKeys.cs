using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using OutlookAssist.Http;
using OutlookAssist.Settings;

namespace OutlookAssist.Protection;

/// <summary>A data key that is ready for use.</summary>
internal sealed record DataKey(int Version, byte[] Bytes);

/// <summary>The data keys of all organisations, unwrapped once and kept in memory.</summary>
internal sealed class OrganisationKeys(KeyDatabase kept, MasterKeySource source, TimeProvider time)
{
    /// <summary>Another process may have rotated the keys: what is the newest is asked again after this time.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<(string Organisation, int Version), byte[]> _opened = new();
    private readonly ConcurrentDictionary<string, (DataKey Key, long At)> _newest = new();
    private readonly Lock _making = new();
    private readonly Lazy<IMasterKey> _master = new(() => source.Load([.. Wrapped(kept).Select(key => key.WrappedBy).Distinct()]));
    private readonly Lazy<IMasterKey?> _previous = new(source.LoadPrevious);

    /// <summary>All organisations that ever had a key.</summary>
    public IReadOnlyList<string> Organisations => [.. kept.All().Select(key => key.Organisation).Distinct()];

    /// <summary>Refuses the start when the master key is not the one that the keys were wrapped with.</summary>
    public void RefuseWrongMasterKey()
    {
        try
        {
            foreach (var key in Wrapped(kept).GroupBy(key => key.WrappedBy).Select(group => group.First()))
            {
                _ = Unwrap(key) ?? throw new StartRefusedException(
                    $"The master key from {source.Description} does not open the keys of this data directory, which were wrapped with {key.WrappedBy}. Start with the master key that they were made with; nothing was changed.");
            }

            _ = _master.Value;
        }
        catch (UnavailableException failure)
        {
            throw new StartRefusedException(failure.Message, failure);
        }
        catch (SqliteException failure)
        {
            throw new StartRefusedException("The file keys.db in the data directory is damaged, locked, or cannot be opened. Restore it from a backup; without it nothing that was sealed can be read.", failure);
        }
    }

    /// <summary>What new content is sealed with; made when the organisation has none.</summary>
    public DataKey Newest(string organisation)
    {
        if (_newest.TryGetValue(organisation, out var known) && time.GetElapsedTime(known.At) < Fresh)
        {
            return known.Key;
        }

        lock (_making)
        {
            var key = kept.Of(organisation).LastOrDefault() is { Wrapped.Length: > 0 } newest
                ? new DataKey(newest.Version, Find(organisation, newest.Version) ?? throw ContentCipher.KeyMissing())
                : Make(organisation);
            _newest[organisation] = (key, time.GetTimestamp());
            return key;
        }
    }

    /// <summary>The key of a version, or null when it is gone or cannot be unwrapped.</summary>
    public byte[]? Find(string organisation, int version)
    {
        if (_opened.TryGetValue((organisation, version), out var known))
        {
            return known;
        }

        if (kept.Of(organisation).FirstOrDefault(key => key.Version == version) is not { Wrapped.Length: > 0 } wrapped || Unwrap(wrapped) is not { } opened)
        {
            return null;
        }

        return _opened.GetOrAdd((organisation, version), opened);
    }

    /// <summary>Makes the next version, which seals from now on.</summary>
    public DataKey Make(string organisation)
    {
        while (true)
        {
            var version = (kept.Of(organisation).LastOrDefault()?.Version ?? 0) + 1;
            var bytes = RandomNumberGenerator.GetBytes(LocalMasterKey.Bytes);
            if (kept.Add(_master.Value.Wrap(organisation, version, bytes), time.GetUtcNow()))
            {
                _opened[(organisation, version)] = bytes;
                var key = new DataKey(version, bytes);
                _newest[organisation] = (key, time.GetTimestamp());
                return key;
            }
        }
    }

    /// <summary>Wraps all data keys anew: with a new master key where it lies in a file, else with the one that the settings name now. Gives their number.</summary>
    public int Rewrap()
    {
        var next = source.Replaceable?.MakeNext();
        var target = next ?? _master.Value;
        var again = Wrapped(kept).Select(key => target.Wrap(
            key.Organisation, key.Version, Unwrap(key) ?? throw new StartRefusedException($"The key {key.Version} of {key.Organisation} does not open with the master key; nothing was changed."))).ToList();
        kept.Replace(again);
        if (next is not null)
        {
            source.Replaceable!.TakeNext([next.Name]);
        }

        return again.Count;
    }

    /// <summary>Makes everything that was ever sealed for an organisation unreadable for good; what is sealed afterwards gets a new key.</summary>
    public int Forget(string organisation)
    {
        lock (_making)
        {
            var forgotten = kept.Forget(organisation);
            _newest.TryRemove(organisation, out _);
            foreach (var key in _opened.Keys.Where(key => key.Organisation == organisation))
            {
                _opened.TryRemove(key, out _);
            }

            return forgotten;
        }
    }

    private static IEnumerable<OrganisationKey> Wrapped(KeyDatabase kept) => kept.All().Where(key => key.Wrapped.Length > 0);

    private byte[]? Unwrap(OrganisationKey key) => _master.Value.Unwrap(key) ?? _previous.Value?.Unwrap(key);
}
