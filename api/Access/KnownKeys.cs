using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Access;

/// <summary>Recognises a program by its API key, <c>oak_ID_SECRET</c>, and remembers when it was last used.</summary>
internal sealed class KnownKeys(IDbContextFactory<OutlookAssistDatabase> databases, TimeProvider time)
{
    /// <summary>How every key begins.</summary>
    public const string Prefix = "oak_";

    // Another process may revoke a key; in this one it ends at once.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UseEvery = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Snapshot? _known;

    /// <summary>A new key: what a person copies now or never, and what is kept of it.</summary>
    public static (string Key, string Id, string Digest) Create()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return ($"{Prefix}{id}_{secret}", id, Digest(secret));
    }

    /// <summary>Who calls with this key from this address, or why not.</summary>
    public async Task<Recognition> RecogniseAsync(string sent, IPAddress? from, CancellationToken cancellation)
    {
        var parts = sent[Prefix.Length..].Split('_', 2);
        var now = time.GetUtcNow();
        var keys = await ReadAsync(now, cancellation);
        var key = keys.GetValueOrDefault(parts[0]);
        // The digest is compared for an unknown key too, so that the time tells nothing.
        var matches = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digest(parts.ElementAtOrDefault(1) ?? "")), Encoding.ASCII.GetBytes(key?.Digest ?? Digest("nobody")));
        if (key is null || !matches)
        {
            return Recognition.Unknown("This API key is not known.");
        }

        if (key.RevokedTicks is not null || key.ExpiresTicks <= now.UtcTicks)
        {
            return Recognition.Unknown(key.RevokedTicks is not null ? "This API key was revoked." : "This API key has ended. Ask for a new one.");
        }

        if (key.Networks.Length > 0 && !IsWithin(key.Networks, from))
        {
            return Recognition.Refused("This API key may not be used from this network.");
        }

        if (key.LastUsedTicks is null || now.UtcTicks - key.LastUsedTicks >= UseEvery.Ticks)
        {
            key.LastUsedTicks = now.UtcTicks;
            await using var database = await databases.CreateDbContextAsync(cancellation);
            await database.ExecuteAsync("UPDATE ApiKeys SET LastUsedTicks = $now WHERE Id = $id", cancellation, ("$now", now.UtcTicks), ("$id", key.Id));
        }

        return new(new Caller(key.Organisation, $"key:{key.Id}") { Name = key.Name, IsKey = true, Scopes = key.Scopes, Tier = key.Tier });
    }

    /// <summary>Reads the keys again with the next call.</summary>
    public void Forget() => _known = null;

    /// <summary>Whether the text is a list of networks such as <c>10.0.0.0/8</c>.</summary>
    public static bool AreNetworks(string text) => Split(text).All(network => IPNetwork.TryParse(network, out _));

    private static string[] Split(string networks) => networks.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsWithin(string networks, IPAddress? from)
    {
        var address = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        return address is not null && Split(networks).Any(network => IPNetwork.Parse(network).Contains(address));
    }

    private static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private async Task<IReadOnlyDictionary<string, ApiKey>> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (_known is { } known && now - known.ReadAt < Fresh)
        {
            return known.Keys;
        }

        await _reading.WaitAsync(cancellation);
        try
        {
            if (_known is { } read && now - read.ReadAt < Fresh)
            {
                return read.Keys;
            }

            await using var database = await databases.CreateDbContextAsync(cancellation);
            var keys = await database.Set<ApiKey>().AsNoTracking().ToDictionaryAsync(key => key.Id, StringComparer.Ordinal, cancellation);
            _known = new(keys, now);
            return keys;
        }
        finally
        {
            _reading.Release();
        }
    }

    private sealed record Snapshot(IReadOnlyDictionary<string, ApiKey> Keys, DateTimeOffset ReadAt);
}
