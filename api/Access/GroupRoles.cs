using System.Text.Json;

namespace OutlookAssist.Access;

/// <summary>Reads a person's roles from the claims of a token: app roles by name, groups by the settings.</summary>
internal sealed class GroupRoles(AccessOptions options)
{
    private readonly ILookup<string, Roles> _groups = options.RoleGroups
        .Select(entry => TryRead(entry, out var role, out var group) ? (role, group) : default)
        .Where(entry => entry.group is not null)
        .ToLookup(entry => entry.group, entry => entry.role, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that a token or a setting may use.</summary>
    public static IReadOnlyList<string> Names { get; } = [nameof(Roles.Agent), nameof(Roles.Reviewer), nameof(Roles.KnowledgeAdmin), nameof(Roles.Admin), nameof(Roles.Auditor)];

    /// <summary>Reads <c>Role=group id</c>.</summary>
    public static bool TryRead(string? entry, out Roles role, out string group)
    {
        (role, group) = (Roles.None, "");
        return entry?.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, { Length: > 0 } id] && TryName(name, out role) && (group = id).Length > 0;
    }

    /// <summary>All roles that the claims give.</summary>
    public Roles Of(JsonElement claims)
    {
        var roles = options.Everyone | Roles.SignedIn;
        foreach (var name in TokenClaims.Texts(claims, options.RolesClaim))
        {
            roles |= TryName(name, out var role) ? role : Roles.None;
        }

        foreach (var group in TokenClaims.Texts(claims, "groups"))
        {
            roles = _groups[group].Aggregate(roles, (all, role) => all | role);
        }

        return roles;
    }

    // Enum.TryParse would also take numbers and the names of combinations.
    private static bool TryName(string name, out Roles role)
    {
        role = Roles.None;
        return Names.Contains(name, StringComparer.OrdinalIgnoreCase) && Enum.TryParse(name, ignoreCase: true, out role);
    }
}
