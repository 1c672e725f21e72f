using System.Text.Json;

namespace OutlookAssist.Access;

/// <summary>Turns the claims of a verified token into a caller: person and organisation, permission, roles.</summary>
internal sealed class ReadCaller(AccessOptions options)
{
    private const int LongestName = 200;
    private const int MostGroups = 500;
    private readonly GroupRoles _roles = new(options);

    /// <summary>The caller, or why the token is not enough.</summary>
    /// <param name="claims">The payload.</param>
    /// <param name="issuerName">How the issuer describes itself; Entra leaves a place for the tenant.</param>
    /// <param name="organisations">Those that are set up here.</param>
    public Recognition Read(JsonElement claims, string issuerName, IReadOnlyDictionary<string, Organisation> organisations)
    {
        if (Organisation(claims) is not { } organisation || TokenClaims.Identifier(claims, options.IsEntra ? "oid" : "sub") is not { } person)
        {
            return Recognition.Unknown("The token does not say who signed in, or for which organisation.");
        }

        if (TokenClaims.Text(claims, "iss") is not { } issuer || !IsIssuer(issuer, issuerName, organisation))
        {
            return Recognition.Unknown("The token comes from another issuer.");
        }

        // One that is suspended is told so after it is known who asks.
        if (!organisations.TryGetValue(organisation, out var known) || known.State == OrganisationState.Erased)
        {
            return Recognition.Refused("Your organisation is not set up here. Ask whoever runs this product to add it.");
        }

        // A program's own token names no person; scp and scope hold what a person consented to.
        if (TokenClaims.Text(claims, "idtyp") == "app" || !(TokenClaims.HasWord(claims, "scp", options.Scope) || TokenClaims.HasWord(claims, "scope", options.Scope)))
        {
            return Recognition.Refused($"The token lacks the permission {options.Scope}, or was made for a program. Programs use an API key.");
        }

        return new(new Caller(organisation, person) { Name = NameOf(claims), Address = AddressOf(claims), Roles = _roles.Of(claims), Groups = [.. TokenClaims.Texts(claims, "groups").Take(MostGroups)] });
    }

    private string? Organisation(JsonElement claims) => options.IsEntra
        ? TokenClaims.Identifier(claims, "tid")
        : options.OrganisationClaim is { Length: > 0 } claim ? TokenClaims.Identifier(claims, claim) : options.Organisation;

    /// <summary>The tenant's own issuer: the version 2 name that the description gives, or Entra's older one for the same tenant.</summary>
    private bool IsIssuer(string issuer, string described, string organisation) => options.IsEntra
        ? issuer.Equals(described.Replace("{tenantid}", organisation, StringComparison.OrdinalIgnoreCase).Replace(options.TenantId!, organisation, StringComparison.OrdinalIgnoreCase), StringComparison.OrdinalIgnoreCase)
            || issuer.Equals($"https://sts.windows.net/{organisation}/", StringComparison.OrdinalIgnoreCase)
        : issuer.Equals(described, StringComparison.Ordinal) && described.TrimEnd('/') == options.SignInAuthority;

    /// <summary>By which a person who asks to be forgotten is found in the trail.</summary>
    private static string? AddressOf(JsonElement claims) => new[] { "email", "preferred_username", "upn" }.Select(claim => TokenClaims.Identifier(claims, claim)).FirstOrDefault(text => text?.Contains('@') == true)?.ToLowerInvariant();

    private static string NameOf(JsonElement claims)
    {
        var name = new[] { "name", "preferred_username", "upn", "email" }.Select(claim => TokenClaims.Text(claims, claim)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "";
        return new string([.. name.Where(character => !char.IsControl(character)).Take(LongestName)]);
    }
}
