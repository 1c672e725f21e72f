using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OutlookAssist.Access;

/// <summary>Recognises a person by a bearer token, or says why not.</summary>
internal sealed class ValidateToken(SigningKeys keys, KnownTokens known, KnownOrganisations organisations, IOptions<AccessOptions> options, TimeProvider time)
{
    // Entra's largest tokens stay below 8 KB; what is longer costs work before it is refused.
    private const int LongestToken = 16_384;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = LongestToken };
    private readonly ReadCaller _callers = new(options.Value);

    /// <summary>Who it is; a token seen before is not checked by its signature again until it ends.</summary>
    public async Task<Recognition> HandleAsync(string token, CancellationToken cancellation)
    {
        if (token.Length > LongestToken || ReadHeader(token) is not { } keyName)
        {
            return Recognition.Unknown("This is not a token that this product accepts.");
        }

        var digest = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
        if (known.Find(digest) is { } seen)
        {
            return new(seen);
        }

        var issuer = await keys.GetAsync(keyName, cancellation);
        if (!issuer.Keys.TryGetValue(keyName, out var key))
        {
            return Recognition.Unknown("The token is signed with a key that its issuer does not have.");
        }

        var result = Handler.ValidateToken(token, RulesFor(key));
        if (!result.IsValid)
        {
            return Recognition.Unknown(result.Exception switch
            {
                SecurityTokenExpiredException => "The token has expired. Sign in again.",
                SecurityTokenNotYetValidException => "The token is not valid yet. Check the clock of this machine.",
                SecurityTokenInvalidAudienceException => "The token was made for another application.",
                _ => "The token could not be verified.",
            });
        }

        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
        var recognised = _callers.Read(claims.RootElement, issuer.Name, await organisations.ReadAsync(cancellation));
        if (recognised.Caller is { } caller)
        {
            known.Remember(digest, caller, new DateTimeOffset(DateTime.SpecifyKind(result.SecurityToken.ValidTo, DateTimeKind.Utc)));
        }

        return recognised;
    }

    /// <summary>The name of the key of a plain RS256 token; null for everything else: unsigned, signed with a secret, encrypted, with extensions that must be understood.</summary>
    private static string? ReadHeader(string token)
    {
        if (token.Count(character => character == '.') != 2 || !token.All(char.IsAscii))
        {
            return null;
        }

        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(0, token.IndexOf('.', StringComparison.Ordinal))));
            var root = header.RootElement;
            return root.ValueKind == JsonValueKind.Object && TokenClaims.Text(root, "alg") == "RS256" && !root.TryGetProperty("crit", out _) && !root.TryGetProperty("enc", out _) && !root.TryGetProperty("zip", out _)
                ? TokenClaims.Identifier(root, "kid")
                : null;
        }
        catch (Exception broken) when (broken is JsonException or FormatException)
        {
            return null;
        }
    }

    private TokenValidationParameters RulesFor(SecurityKey key) => new()
    {
        IssuerSigningKey = key,
        // The library remembers verifiers by the name of the key, for the whole process: another key of that name would be checked with the old one.
        CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateAudience = true,
        ValidAudiences = options.Value.Audience is { Length: > 0 } audience ? [audience] : [options.Value.ClientId, $"api://{options.Value.ClientId}"],
        // The issuer depends on the tenant, which is read afterwards.
        ValidateIssuer = false,
        LifetimeValidator = (from, until, _, _) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            return until is null || until + Skew <= now
                ? throw new SecurityTokenExpiredException()
                : from > now + Skew ? throw new SecurityTokenNotYetValidException() : true;
        },
    };
}

/// <summary>Either who asks, or why we do not know or do not let them.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Status">401 for a stranger, 403 for one we know and do not let in.</param>
/// <param name="Detail">A sentence that a person can act on.</param>
internal sealed record Recognition(Caller? Caller, int Status = StatusCodes.Status200OK, string Detail = "")
{
    /// <summary>401.</summary>
    public static Recognition Unknown(string detail) => new(null, StatusCodes.Status401Unauthorized, detail);

    /// <summary>403.</summary>
    public static Recognition Refused(string detail) => new(null, StatusCodes.Status403Forbidden, detail);
}
