using Microsoft.Extensions.Options;

namespace OutlookAssist.Http;

/// <summary>Says in every answer what a browser may do with it: our scripts, the office.js network, nobody's frame but Outlook's.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<HttpOptions> options, SignInHost signIn)
{
    private readonly string _policy = string.Join("; ",
        "default-src 'none'",
        "script-src 'self' https://appsforoffice.microsoft.com",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        $"connect-src 'self' {signIn.Origin}",
        // The sign-in library renews tokens in a hidden frame.
        $"frame-src 'self' {signIn.Origin}",
        "base-uri 'none'",
        "form-action 'self'",
        $"frame-ancestors {options.Value.FrameAncestors}");

    /// <summary>Adds the headers before anything is written.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        Add(context);
        context.Response.OnStarting(() =>
        {
            // Whoever turns an exception into an answer begins with an empty one.
            if (!context.Response.Headers.ContainsKey("X-Content-Type-Options"))
            {
                Add(context);
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/memory"))
        {
            headers.CacheControl = "no-store";
        }
    }
}
