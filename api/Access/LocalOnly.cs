using System.Net;
using Microsoft.Extensions.Options;
using OutlookAssist.Http;
using OutlookAssist.Settings;

namespace OutlookAssist.Access;

/// <summary>Keeps a product without sign-in to this machine: loopback addresses only, and no web page of another origin gets an answer.</summary>
internal sealed class LocalOnly(RequestDelegate next, IOptions<HttpOptions> http)
{
    private readonly string _publicOrigin = http.Value.PublicOrigin;

    /// <summary>Answers 403 to a host name that is not this machine's (a rebound name) and to a foreign origin.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsLoopbackName(request.Host.Host))
        {
            return Refuse(context, "This product answers only to localhost. Open it by that name.");
        }

        if (request.Headers.Origin is { Count: > 0 } origin && !IsOwn(origin.ToString(), request))
        {
            return Refuse(context, "Another web page may not use this product.");
        }

        // A browser sends no Origin with a simple GET; this header tells all the same that another site asks.
        if (IsCallable(request.Path) && request.Headers["Sec-Fetch-Site"] == "cross-site" && request.Headers["Sec-Fetch-Mode"] != "navigate")
        {
            return Refuse(context, "Another web page may not use this product.");
        }

        context.Features.Set(Caller.Local);
        return next(context);
    }

    /// <summary>Throws when one of the addresses could be reached from another machine.</summary>
    public static void RefuseOpenAddresses(IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            if (!Uri.TryCreate(address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri))
            {
                throw new StartRefusedException($"Urls names {address}, which is not an address. Write it as http://localhost:PORT.");
            }

            if (!IsLoopbackName(uri.Host))
            {
                throw new StartRefusedException(
                    $"Access:Mode=Local has no sign-in and listens on loopback only, but Urls names {address}. Use http://localhost:PORT, or switch on sign-in with Access:Mode=Entra.");
            }
        }
    }

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Loopback) || address.Equals(IPAddress.IPv6Loopback)));

    private static bool IsCallable(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/memory") || path.StartsWithSegments("/hubs");

    private bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, _publicOrigin, StringComparison.OrdinalIgnoreCase);

    private static Task Refuse(HttpContext context, string detail) =>
        Problems.Create(StatusCodes.Status403Forbidden, "forbidden", detail).ExecuteAsync(context);
}
