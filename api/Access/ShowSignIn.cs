using Microsoft.Extensions.Options;

namespace OutlookAssist.Access;

/// <summary>What a page must know to let a person sign in; none of it is secret.</summary>
/// <param name="Mode"><c>local</c>, <c>entra</c> or <c>openId</c>.</param>
/// <param name="ClientId">The application to sign in to; null in <c>local</c>.</param>
/// <param name="Authority">Where to sign in; null in <c>local</c>.</param>
/// <param name="Scope">The permission to ask for; null in <c>local</c>.</param>
internal sealed record SignInSettings(string Mode, string? ClientId, string? Authority, string? Scope);

/// <summary>The person who is signed in, as the product sees them.</summary>
internal sealed record SignedInPerson(string Name, string Organisation, IReadOnlyList<string> Roles);

/// <summary>Tells a page how to sign in, and who did.</summary>
internal static class ShowSignIn
{
    /// <summary>How to sign in here.</summary>
    public static SignInSettings Settings(IOptions<AccessOptions> options) => options.Value switch
    {
        { IsLocal: true } => new("local", null, null, null),
        var access => new(access.IsEntra ? "entra" : "openId", access.ClientId, access.SignInAuthority, access.RequestedScope),
    };

    /// <summary>Who asks.</summary>
    public static SignedInPerson Person(Caller caller) =>
        new(caller.Name, caller.Organisation, [.. GroupRoles.Names.Where(name => caller.Roles.HasFlag(Enum.Parse<Roles>(name)))]);
}
