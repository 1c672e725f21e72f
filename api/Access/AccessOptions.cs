using System.ComponentModel.DataAnnotations;
using OutlookAssist.Settings;

namespace OutlookAssist.Access;

/// <summary>How people prove who they are.</summary>
internal sealed class AccessOptions : IValidatableObject
{
    /// <summary><c>Local</c>: one person, this machine only, no sign-in. <c>Entra</c>: bearer tokens of Microsoft Entra. <c>OpenId</c>: those of any OpenID Connect issuer.</summary>
    [OneOf("Local", "Entra", "OpenId")]
    public string Mode { get; set; } = "Local";

    /// <summary>The directory (tenant) id that signs people in; <c>organizations</c> with <see cref="AllowedTenants"/> for several.</summary>
    public string? TenantId { get; set; }

    /// <summary>Tenants besides <see cref="TenantId"/> whose people may sign in.</summary>
    public IList<string> AllowedTenants { get; set; } = [];

    /// <summary>The application (client) id of this product's registration.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret of the registration, needed only to act at other services in a person's name.</summary>
    [Secret]
    public string? ClientSecret { get; set; }

    /// <summary>Entra: the sign-in host of the cloud. OpenId: the issuer's address, as its tokens name it.</summary>
    public string Authority { get; set; } = "https://login.microsoftonline.com";

    /// <summary>What tokens must be made for; empty means <see cref="ClientId"/> or <c>api://ClientId</c>.</summary>
    public string? Audience { get; set; }

    /// <summary>The permission that tokens of people must carry.</summary>
    [Required]
    public string Scope { get; set; } = "access_as_user";

    /// <summary>OpenId: the organisation of all its people, where no claim tells it.</summary>
    [Required]
    public string Organisation { get; set; } = "main";

    /// <summary>OpenId: the claim that names a person's organisation, which must then be one of <see cref="AllowedTenants"/>.</summary>
    public string? OrganisationClaim { get; set; }

    /// <summary>The claim with the names of a person's roles.</summary>
    [Required]
    public string RolesClaim { get; set; } = "roles";

    /// <summary>Groups that mean a role, each as <c>Role=group id</c>.</summary>
    public IList<string> RoleGroups { get; set; } = [];

    /// <summary>What everybody of an allowed organisation may do without any role of their own, such as <c>Agent</c>.</summary>
    public Roles Everyone { get; set; } = Roles.None;

    /// <summary>How often each person may call in a minute; 0 for no limit. <c>Local</c> has none.</summary>
    [Range(0, 1_000_000)]
    public int PersonRequestsPerMinute { get; set; } = 600;

    /// <summary>How often each API key of the standard tier may call in a minute, ten times that in the high one; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int KeyRequestsPerMinute { get; set; } = 600;

    /// <summary>The organisation that runs this product; strangers' knocks stand in its trail.</summary>
    internal string HomeOrganisation => IsLocal ? Caller.Local.Organisation : IsEntra ? TenantId ?? "" : Organisation;

    internal bool IsLocal => Mode.Equals("Local", StringComparison.OrdinalIgnoreCase);

    internal bool IsEntra => Mode.Equals("Entra", StringComparison.OrdinalIgnoreCase);

    /// <summary>The authority that clients sign in at and that describes its keys below <c>/.well-known/openid-configuration</c>.</summary>
    internal string SignInAuthority => IsEntra ? $"{Authority.TrimEnd('/')}/{TenantId}/v2.0" : Authority.TrimEnd('/');

    /// <summary>The permission as clients ask for it.</summary>
    internal string RequestedScope => IsEntra ? $"api://{ClientId}/{Scope}" : Scope;

    private static bool IsAnybody(string tenant) => tenant.Contains('*', StringComparison.Ordinal) || tenant.Equals("common", StringComparison.OrdinalIgnoreCase) || tenant.Equals("consumers", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsLocal)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(ClientId))
        {
            yield return new($"Access:ClientId is required with Access:Mode={Mode}: the application (client) id of this product's registration.");
        }

        if (IsEntra && string.IsNullOrWhiteSpace(TenantId))
        {
            yield return new("Access:TenantId is required with Access:Mode=Entra: the directory (tenant) id.");
        }

        if (IsEntra && AllowedTenants.Append(TenantId ?? "").FirstOrDefault(IsAnybody) is { } anybody)
        {
            yield return new($"Access:TenantId and Access:AllowedTenants name tenants one by one; {anybody} would let in anybody who has an account.");
        }

        if (Everyone.HasFlag(Roles.Admin) || Everyone.HasFlag(Roles.Auditor))
        {
            yield return new("Access:Everyone gives everybody who signs in the role of Admin or Auditor. Give those two by name or group.");
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback))
        {
            yield return new("Access:Authority must be an https address.");
        }

        if (!IsEntra && Authority == new AccessOptions().Authority)
        {
            yield return new("Access:Authority is required with Access:Mode=OpenId: the address of the issuer.");
        }

        foreach (var entry in RoleGroups.Where(entry => !GroupRoles.TryRead(entry, out _, out _)))
        {
            yield return new($"Access:RoleGroups has an entry that is not Role=group id. Roles are: {string.Join(", ", GroupRoles.Names)}.");
        }
    }
}
