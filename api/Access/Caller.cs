using System.Net;
using System.Reflection;

namespace OutlookAssist.Access;

/// <summary>Who asks, and for which organisation: every read and write is scoped by it.</summary>
/// <param name="Organisation">The tenant; <c>local</c> where there is no sign-in. Nothing is shared between two of them.</param>
/// <param name="Person">A stable identifier of the person inside the organisation.</param>
internal sealed record Caller(string Organisation, string Person)
{
    /// <summary>The only caller of a product that runs for one person on one machine.</summary>
    public static readonly Caller Local = new("local", "local") { Name = "This machine", Roles = Roles.All };

    /// <summary>What people call the caller; for showing, never for deciding.</summary>
    public string Name { get; init; } = "";

    /// <summary>The person's mail address, where the token tells it.</summary>
    public string? Address { get; init; }

    /// <summary>The groups that the token names, which may open collections of documents.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>What the person is trusted with; a key has none.</summary>
    public Roles Roles { get; init; }

    /// <summary>What the key may be used for; a person has none.</summary>
    public Scopes Scopes { get; init; }

    /// <summary>Whether a program asks with an API key instead of a person.</summary>
    public bool IsKey { get; init; }

    /// <summary>How often the key may call.</summary>
    public KeyTier Tier { get; init; }

    /// <summary>Where the request comes from.</summary>
    public IPAddress? From { get; init; }

    /// <summary>Lets a handler take the caller as a parameter.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(context.Features.Get<Caller>() is { } caller ? caller with { From = context.Connection.RemoteIpAddress } : throw new InvalidOperationException("The route is not behind UseAccess."));
}
