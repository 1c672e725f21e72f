using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace OutlookAssist.ModelServer;

/// <summary>A model for tests that speaks OpenAI's and Azure OpenAI's wire formats and does what its script says, in this process or one of its own.</summary>
public sealed class TestModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    private TestModelServer(WebApplication app, ModelScript script)
    {
        _app = app;
        Script = script;
    }

    /// <summary>How it behaves; may be changed between requests.</summary>
    public ModelScript Script { get; }

    /// <summary>Every completion and embedding request, byte for byte, in the order they came.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>The address without a path, as Azure's resources have it.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The base address that an OpenAI client wants.</summary>
    public string Endpoint => $"{Address}v1";

    /// <summary>Starts it on a port, 0 for any that is free.</summary>
    public static async Task<TestModelServer> StartAsync(ModelScript? script = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        var server = new TestModelServer(app, script ?? new ModelScript());
        foreach (var prefix in new[] { "/v1", "/openai/v1" })
        {
            var routes = app.MapGroup(prefix);
            routes.MapPost("/chat/completions", async (HttpContext context) => await ChatWire.AnswerAsync(context, await server.ReceiveAsync(context), server.Script, isAzure: prefix == "/openai/v1"));
            routes.MapPost("/embeddings", async (HttpContext context) => await EmbeddingWire.AnswerAsync(context, await server.ReceiveAsync(context), server.Script));
            routes.MapGet("/models", (HttpContext context) => ChatWire.ModelsAsync(context, server.Script));
        }

        app.MapPost("/control", (string? personality, string? fault) => (personality is null || server.Script.Become(personality)) && (fault is null || server.Script.FailAlways(fault)) ? Results.NoContent() : Results.BadRequest());
        app.MapGet("/control/obeyed", () => server.Script.Personality is Personalities.Obedient obedient ? obedient.Said : []);
        app.MapGet("/control/requests", () => server.Requests.Select(request => System.Text.Encoding.UTF8.GetString(request.Body)));
        await app.StartAsync();
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        return server;
    }

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitAsync() => _app.WaitForShutdownAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200)); // Hanging answers would hold it up.
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task<byte[]> ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var received = body.ToArray();
        _requests.Enqueue(new ReceivedRequest(context.Request.Path, received, context.Request.Headers.Authorization.ToString()));
        return received;
    }
}

/// <summary>One request as it came over the wire.</summary>
public sealed record ReceivedRequest(string Path, byte[] Body, string Authorization)
{
    /// <summary>The body as text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
