using Microsoft.Extensions.Options;

namespace OutlookAssist.Access;

/// <summary>Puts whoever signed in, or the key that was sent, on the request; strangers go on to the addresses that are open to everybody.</summary>
internal sealed class IdentifyCaller(RequestDelegate next, ValidateToken tokens, KnownKeys keys, LinkTickets tickets, IOptions<AccessOptions> options)
{
    private const string Scheme = "Bearer ";
    private readonly bool _isLocal = options.Value.IsLocal;

    /// <summary>Reads the token or key; a wrong one is remembered with its reason for whoever refuses the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (KeyOf(request) is { } key)
        {
            Take(context, await keys.RecogniseAsync(key, context.Connection.RemoteIpAddress, context.RequestAborted));
        }
        else if (_isLocal)
        {
            // Whoever sends no key is the one person of this machine, whom LocalOnly has let in.
        }
        else if (TokenOf(request) is { } token)
        {
            Take(context, await tokens.HandleAsync(token, context.RequestAborted));
        }
        else if (HttpMethods.IsGet(request.Method) && request.Query["ticket"] is [{ Length: > 0 } ticket] && tickets.Read(ticket, request.Path) is { } bearer)
        {
            context.Features.Set(bearer);
        }

        await next(context);
    }

    private static void Take(HttpContext context, Recognition recognised)
    {
        context.Features.Set(recognised.Caller);
        context.Features.Set(recognised);
    }

    /// <summary>As <c>X-Api-Key</c>, as a bearer, or, as Kernel Memory's clients send it, as the bare value of <c>Authorization</c>.</summary>
    private static string? KeyOf(HttpRequest request)
    {
        var sent = request.Headers["X-Api-Key"] is [{ Length: > 0 } own] ? own : request.Headers.Authorization is [{ } header] ? Bare(header) : null;
        return sent?.StartsWith(KnownKeys.Prefix, StringComparison.Ordinal) == true ? sent : null;
    }

    private static string? TokenOf(HttpRequest request)
    {
        if (request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Bare(header);
        }

        // A browser cannot send a header with a WebSocket or an event source.
        return request.Path.StartsWithSegments("/hubs") && request.Query["access_token"] is [{ Length: > 0 } token] ? token : null;
    }

    private static string Bare(string header) => header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : header;
}
