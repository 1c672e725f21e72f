using Microsoft.AspNetCore.Authorization;

namespace OutlookAssist.Access;

/// <summary>Who may call an address: people with one of the roles, keys with one of the scopes. The rule nearest to the route counts.</summary>
/// <param name="Roles">Any one of them is enough.</param>
/// <param name="Scopes">Any one of them is enough; none means that no key may.</param>
internal sealed record AccessRule(Roles Roles, Scopes Scopes)
{
    /// <summary>Whether this caller may.</summary>
    public bool Allows(Caller caller) => (caller.Roles & Roles) != 0 || (caller.Scopes & Scopes) != 0;

    /// <summary>What is missing, in words for the one who was refused.</summary>
    public string Wanted(Caller caller) => caller.IsKey
        ? Scopes == Scopes.None ? "This address is for people; no API key may use it." : $"This API key lacks the scope for it: {Scopes}."
        : $"You need one of these roles for it: {Roles}. Ask whoever administers the sign-in.";
}

/// <summary>Says on a route or a group who may call it; whatever says nothing is answered to nobody.</summary>
internal static class AccessRules
{
    /// <summary>People with one of the roles, keys with one of the scopes.</summary>
    public static TBuilder Allow<TBuilder>(this TBuilder routes, Roles roles, Scopes scopes = Scopes.None)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessRule(roles, scopes));

    /// <summary>Whether everybody may call it, strangers included.</summary>
    public static bool IsOpen(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>The rule of an endpoint that is not open; one that says nothing lets nobody in.</summary>
    public static AccessRule RuleOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<AccessRule>() ?? Nobody;

    private static readonly AccessRule Nobody = new(Roles.None, Scopes.None);
}
