using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OutlookAssist.Http;

namespace OutlookAssist.Access;

/// <summary>The issuer's name and public keys, read from its description and read again when it has changed its keys.</summary>
internal sealed partial class SigningKeys(IHttpClientFactory clients, IOptions<AccessOptions> options, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "sign-in";

    // Whoever sends tokens with invented key names must not make us ask the issuer each time.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Issuer? _known;
    private long _askedTicks;

    /// <summary>The issuer with a key of this name if it has one at all.</summary>
    /// <exception cref="UnavailableException">The issuer has never answered.</exception>
    public async Task<Issuer> GetAsync(string keyName, CancellationToken cancellation)
    {
        if (_known is { } known && known.Keys.ContainsKey(keyName) && time.GetUtcNow() - known.ReadAt < Fresh)
        {
            return known;
        }

        await _reading.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (_known is { } current && (now.UtcTicks - _askedTicks < Pause.Ticks || (current.Keys.ContainsKey(keyName) && now - current.ReadAt < Fresh)))
            {
                return current;
            }

            _askedTicks = now.UtcTicks;
            return _known = await ReadAsync(now, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or InvalidOperationException or FormatException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            IssuerSilent(log, failure.GetType().FullName ?? "");
            return _known ?? throw new UnavailableException("sign-in-unavailable", "The sign-in service does not answer, so nobody can be recognised. Try again in a moment.", failure);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _reading.Dispose();

    private async Task<Issuer> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        using var description = JsonDocument.Parse(await client.GetStringAsync($"{options.Value.SignInAuthority}/.well-known/openid-configuration", cancellation));
        var name = description.RootElement.GetProperty("issuer").GetString()!;
        var address = new Uri(description.RootElement.GetProperty("jwks_uri").GetString()!);
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new InvalidOperationException("The keys must come over https.");
        }

        var keys = new JsonWebKeySet(await client.GetStringAsync(address, cancellation)).Keys
            .Where(key => key is { Kty: "RSA", KeyId.Length: > 0, KeySize: >= 2048 } && key.Use is null or "" or "sig")
            .GroupBy(key => key.KeyId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (SecurityKey)group.First(), StringComparer.Ordinal);
        return new(name, keys, now);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in service did not describe its keys: {Exception}")]
    private static partial void IssuerSilent(ILogger log, string exception);
}

/// <summary>What the issuer says of itself.</summary>
/// <param name="Name">As its tokens name it; Entra's may hold <c>{tenantid}</c>.</param>
/// <param name="Keys">The RSA keys that sign, by name.</param>
/// <param name="ReadAt">When this was read.</param>
internal sealed record Issuer(string Name, IReadOnlyDictionary<string, SecurityKey> Keys, DateTimeOffset ReadAt);
