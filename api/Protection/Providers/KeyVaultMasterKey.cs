using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.WebUtilities;
using OutlookAssist.Http;

namespace OutlookAssist.Protection.Providers;

/// <summary>A key of Azure Key Vault as the master key, by the vault's REST contract: it wraps and unwraps there and never shows itself.</summary>
/// <param name="key">The address of the key, without a version: new data keys are wrapped with its newest one.</param>
/// <param name="http">Reaches the vault.</param>
/// <param name="token">Gives a bearer token for the vault.</param>
internal sealed class KeyVaultMasterKey(Uri key, HttpClient http, Func<string> token) : IMasterKey
{
    private const string Version = "?api-version=7.4";
    private const string Algorithm = "RSA-OAEP-256";
    private const int LargestAnswer = 1 << 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly string[] Scopes = ["https://vault.azure.net/.default"];

    /// <summary>The address when it is one of a key: https, except on this machine, and no version.</summary>
    public static Uri? AddressOf(string text) =>
        Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true })
            && address.Segments is ["/", "keys/", var name] && name.Length > 1 && address.Query.Length + address.UserInfo.Length == 0 ? address : null;

    /// <summary>The key, opened by the managed identity of this machine.</summary>
    public static KeyVaultMasterKey ByIdentity(Uri key)
    {
        var identity = new DefaultAzureCredential();
        return new KeyVaultMasterKey(key, Reach(), () =>
        {
            try
            {
                return identity.GetToken(new TokenRequestContext(Scopes), CancellationToken.None).Token;
            }
            catch (AuthenticationFailedException failure)
            {
                throw Unavailable("this machine has no managed identity that signs in", failure);
            }
        });
    }

    /// <summary>A client that follows no redirect, since that would carry the token to an address that nobody configured.</summary>
    public static HttpClient Reach(TimeSpan? patience = null) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Patience }) { Timeout = patience ?? Patience, MaxResponseContentBufferSize = LargestAnswer };

    /// <inheritdoc />
    public OrganisationKey Wrap(string organisation, int version, ReadOnlySpan<byte> dataKey)
    {
        // The vault takes nothing to bind a key to, so the binding travels inside.
        var answer = Ask($"{key}/wrapkey{Version}", [.. dataKey, .. Binding(organisation, version)]);
        return answer is { Value: { } wrapped, KeyId: { } by } && IsOurs(by)
            ? new OrganisationKey(organisation, version, wrapped, by)
            : throw Unavailable("it does not wrap with this key: check that it exists, is enabled, and that this machine may wrap with it");
    }

    /// <inheritdoc />
    public byte[]? Unwrap(OrganisationKey kept)
    {
        // What is kept names the version of the key; it must not send our token anywhere else.
        if (!IsOurs(kept.WrappedBy))
        {
            return null;
        }

        return Ask($"{kept.WrappedBy}/unwrapkey{Version}", kept.Wrapped)?.Value is { } value
            && value.Length == LocalMasterKey.Bytes + SHA256.HashSizeInBytes
            && CryptographicOperations.FixedTimeEquals(value.AsSpan(LocalMasterKey.Bytes), Binding(kept.Organisation, kept.Version))
            ? value[..LocalMasterKey.Bytes]
            : null;
    }

    private bool IsOurs(string id) => id.StartsWith($"{key}/", StringComparison.Ordinal) && id[$"{key}/".Length..].All(char.IsAsciiLetterOrDigit);

    private static byte[] Binding(string organisation, int version) => SHA256.HashData(Encoding.UTF8.GetBytes($"data key {version} of {organisation}"));

    private static UnavailableException Unavailable(string reason, Exception? cause = null) =>
        new("master-key-unavailable", $"The master key in Azure Key Vault cannot be used: {reason}.", cause);

    /// <summary>What the vault answers; null when it says that it cannot do this with that key.</summary>
    private Answer? Ask(string address, byte[] value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new Question(Algorithm, WebEncoders.Base64UrlEncode(value))) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token());
        try
        {
            using var response = http.Send(request);
            using var body = response.Content.ReadAsStream();
            return response.StatusCode switch
            {
                HttpStatusCode.OK => Answer.Read(JsonSerializer.Deserialize<WireAnswer>(body)),
                HttpStatusCode.BadRequest or HttpStatusCode.NotFound => null,
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw Unavailable("this machine's identity may not wrap and unwrap with it"),
                HttpStatusCode.TooManyRequests => throw Unavailable("the vault is asked too often; try again in a minute"),
                var status => throw Unavailable($"the vault answered {(int)status}"),
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException or JsonException or FormatException)
        {
            throw Unavailable("the vault does not answer, or not as a vault does", failure);
        }
    }

    private sealed record Question([property: JsonPropertyName("alg")] string Algorithm, [property: JsonPropertyName("value")] string Value);

    private sealed record WireAnswer([property: JsonPropertyName("kid")] string? KeyId, [property: JsonPropertyName("value")] string? Value);

    private sealed record Answer(string? KeyId, byte[]? Value)
    {
        public static Answer? Read(WireAnswer? wire) => wire is null ? null : new(wire.KeyId, wire.Value is null ? null : WebEncoders.Base64UrlDecode(wire.Value));
    }
}
