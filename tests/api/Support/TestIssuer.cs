using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Access;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>An issuer in this process that describes itself as Entra does and signs whatever a test writes.</summary>
public sealed class TestIssuer : HttpMessageHandler
{
    /// <summary>The tenant that is set up.</summary>
    public const string Tenant = "11111111-1111-4111-8111-111111111111";

    /// <summary>A second tenant that is set up too.</summary>
    public const string OtherTenant = "22222222-2222-4222-8222-222222222222";

    /// <summary>The product's application id.</summary>
    public const string Client = "33333333-3333-4333-8333-333333333333";

    private RSA _key = RSA.Create(2048);
    private string _keyName = "key-1";

    /// <summary>The clock by which it dates its tokens.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>How often the keys were asked for.</summary>
    public int Reads { get; private set; }

    /// <summary>Whether it answers at all.</summary>
    public bool IsDown { get; set; }

    /// <summary>Changes its key, as issuers do.</summary>
    public void Rotate()
    {
        _key = RSA.Create(2048);
        _keyName = $"key-{Guid.NewGuid():N}";
    }

    /// <summary>A token for an agent of the first tenant; a change edits its claims, null removes one.</summary>
    public string Token(Dictionary<string, object?>? changes = null, object? header = null, string person = "person-1", string tenant = Tenant, params string[] roles)
    {
        var now = Time.GetUtcNow();
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = $"https://login.microsoftonline.com/{tenant}/v2.0",
            ["aud"] = Client,
            ["tid"] = tenant,
            ["oid"] = person,
            ["sub"] = "pairwise",
            ["name"] = "Ana Ruiz",
            ["scp"] = "access_as_user",
            ["roles"] = roles.Length == 0 ? ["Agent"] : roles,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in changes ?? [])
        {
            claims[name] = value;
        }

        var signed = $"{Encode(header ?? new { alg = "RS256", typ = "JWT", kid = _keyName })}.{Encode(claims.Where(claim => claim.Value is not null).ToDictionary())}";
        return $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>The same claims signed with HMAC, the public key as the secret: what a careless verifier accepts.</summary>
    public string SignedWithPublicKey()
    {
        var body = Token().Split('.')[1];
        var signed = $"{Encode(new { alg = "HS256", typ = "JWT", kid = _keyName })}.{body}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Unsigned.</summary>
    public string Unsigned() => $"{Encode(new { alg = "none", kid = _keyName })}.{Token().Split('.')[1]}.";

    /// <summary>JSON as a part of a token.</summary>
    public static string Encode(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    /// <summary>Lets the product read this issuer instead of the real one.</summary>
    internal void ServeFor(IWebHostBuilder host)
    {
        host.UseSetting("Access:Mode", "Entra");
        host.UseSetting("Access:TenantId", Tenant);
        host.UseSetting("Access:AllowedTenants:0", OtherTenant);
        host.UseSetting("Access:ClientId", Client);
        host.ConfigureServices(services => services.AddHttpClient(SigningKeys.Client).ConfigurePrimaryHttpMessageHandler(() => this));
    }

    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new HttpRequestException("The issuer is down.");
        }

        var path = request.RequestUri!.AbsoluteUri;
        Reads += path.EndsWith("/keys", StringComparison.Ordinal) ? 1 : 0;
        var key = _key.ExportParameters(includePrivateParameters: false);
        object answer = path switch
        {
            $"https://login.microsoftonline.com/{Tenant}/v2.0/.well-known/openid-configuration" => new { issuer = $"https://login.microsoftonline.com/{Tenant}/v2.0", jwks_uri = "https://login.microsoftonline.com/keys" },
            "https://login.microsoftonline.com/keys" => new { keys = new[] { new { kty = "RSA", use = "sig", kid = _keyName, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } } },
            _ => throw new InvalidOperationException($"Nobody asks an issuer for {path}."),
        };
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(answer)) });
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        // The product's handler pool disposes its handlers; this one is used by several.
    }
}
