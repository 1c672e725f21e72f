namespace OutlookAssist.Access;

/// <summary>What the audit trail calls a successful call of an address.</summary>
/// <param name="Action">Such as <c>document.deleted</c>.</param>
internal sealed record RecordedAs(string Action);

/// <summary>What a handler says its call was about, where the address does not tell; never a word about a person.</summary>
internal sealed record RecordedTarget(string Text);

/// <summary>Says on a route that its calls stand in the audit trail.</summary>
internal static class RecordedRoutes
{
    /// <summary>Every call that was not refused is recorded by this name before it is answered.</summary>
    public static TBuilder RecordAs<TBuilder>(this TBuilder routes, string action)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new RecordedAs(action));
}
