using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OutlookAssist.Tests.MailServers;

/// <summary>A mail service of ours on this machine that counts, checks and misbehaves on request.</summary>
internal abstract class FakeService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private int _atOnce;

    /// <summary>Begins to listen on a free port.</summary>
    protected FakeService()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(HandleAsync);
        _app.StartAsync().GetAwaiter().GetResult();
        Address = _app.Urls.First();
    }

    /// <summary>Where it is.</summary>
    public string Address { get; }

    /// <summary>Every call, as "GET /path?query".</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>The most calls that were under way at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Asked before every call; true when it has answered in its own way.</summary>
    public Func<HttpContext, Task<bool>>? Trouble { get; set; }

    /// <summary>Whether tokens are given; otherwise consent is withdrawn.</summary>
    public bool GivesTokens { get; set; } = true;

    /// <summary>The access token that it gives and accepts.</summary>
    public string Token { get; set; } = "header.e30.signature";

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Answers a call that nothing is wrong with.</summary>
    protected abstract Task AnswerAsync(HttpContext context, string path);

    /// <summary>Answers with JSON.</summary>
    protected static async Task JsonAsync(HttpContext context, object value, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonSerializer.Serialize(value, JsonSerializerOptions.Web));
    }

    /// <summary>Answers with a failure as these services write it.</summary>
    public static Task FailAsync(HttpContext context, int status, string code, int? retryAfter = null)
    {
        if (retryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return JsonAsync(context, new { error = new { code, message = "words that must not be shown", errors = new[] { new { reason = code } } } }, status);
    }

    /// <summary>The body of a call.</summary>
    protected static async Task<JsonElement> BodyAsync(HttpContext context) => (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;

    /// <summary>Runs alone.</summary>
    protected T Alone<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Calls.Enqueue($"{context.Request.Method} {path}{context.Request.QueryString}");
        Alone(() => MostAtOnce = Math.Max(MostAtOnce, ++_atOnce));
        try
        {
            if (path.EndsWith("/token", StringComparison.Ordinal))
            {
                await (GivesTokens ? JsonAsync(context, new { access_token = Token, expires_in = 3600 }) : JsonAsync(context, new { error = "invalid_grant" }, 400));
            }
            else if (Trouble is not { } trouble || !await trouble(context))
            {
                await (context.Request.Headers.Authorization == $"Bearer {Token}" ? AnswerAsync(context, path) : FailAsync(context, 401, "InvalidAuthenticationToken"));
            }
        }
        finally
        {
            Alone(() => _atOnce--);
        }
    }
}
