namespace OutlookAssist.Access;

/// <summary>Puts whoever signed in on the request; strangers go on to the addresses that are open to everybody.</summary>
internal sealed class IdentifyCaller(RequestDelegate next, ValidateToken tokens, LinkTickets tickets)
{
    private const string Scheme = "Bearer ";

    /// <summary>Reads the token; a wrong one is remembered with its reason for whoever refuses the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (TokenOf(context.Request) is { } token)
        {
            var recognised = await tokens.HandleAsync(token, context.RequestAborted);
            if (recognised.Caller is { } caller)
            {
                context.Features.Set(caller);
            }
            else
            {
                context.Features.Set(recognised);
            }
        }

        else if (HttpMethods.IsGet(context.Request.Method) && context.Request.Query["ticket"] is [{ Length: > 0 } ticket] && tickets.Read(ticket, context.Request.Path) is { } bearer)
        {
            context.Features.Set(bearer);
        }

        await next(context);
    }

    private static string? TokenOf(HttpRequest request)
    {
        if (request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return header[Scheme.Length..].Trim();
        }

        // A browser cannot send a header with a WebSocket or an event source.
        return request.Path.StartsWithSegments("/hubs") && request.Query["access_token"] is [{ Length: > 0 } token] ? token : null;
    }
}
