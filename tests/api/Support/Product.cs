using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>The real product on a free loopback port, with an empty data directory of its own that goes with it.</summary>
public class Product : IAsyncLifetime
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, string> _settings = [];
    private WebApplicationFactory<Program>? _factory;

    /// <summary>Where it keeps its data.</summary>
    public string DataDirectory { get; } = Path.Combine(Path.GetTempPath(), "outlookassist-tests", Guid.NewGuid().ToString("N"));

    /// <summary>Talks to it as a client of the public API does.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The port to listen on; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Its services, for what has no address yet.</summary>
    public IServiceProvider Services => _factory!.Services;

    /// <summary>A setting for the next start.</summary>
    public Product With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <inheritdoc />
    public virtual Task InitializeAsync()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("Data:Directory", DataDirectory);
            host.UseSetting("Urls", $"http://127.0.0.1:{Port}");
            foreach (var (setting, value) in _settings)
            {
                host.UseSetting(setting, value);
            }

            Configure(host);
        });
        _factory.UseKestrel(Port);
        _factory.StartServer();
        var address = _factory.ClientOptions.BaseAddress;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{address.Port}"), Timeout = TimeSpan.FromMinutes(2) };
        return Task.CompletedTask;
    }

    /// <summary>What a special product changes before it is built.</summary>
    protected virtual void Configure(IWebHostBuilder host)
    {
    }

    /// <summary>Stops and starts it on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await InitializeAsync();
    }

    /// <summary>Stops it and leaves its data.</summary>
    public virtual async Task StopAsync()
    {
        Client.Dispose();
        await StoppedAsync(Services.GetRequiredService<IHostApplicationLifetime>());
        await _factory!.DisposeAsync();
    }

    /// <summary>Lets the program end as it ends for a person, from one side, before its host is taken away.</summary>
    private static async Task StoppedAsync(IHostApplicationLifetime lifetime)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStopped.Register(stopped.SetResult);
        lifetime.StopApplication();
        await stopped.Task.WaitAsync(LongestStop);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await StopAsync();
        await TemporaryFolder.RemoveAsync(DataDirectory);
    }

    /// <summary>Uploads texts as documents and waits until each is ready or failed.</summary>
    public async Task<IReadOnlyList<JsonElement>> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        using var answer = await Client.SendFilesAsync(files);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        var accepted = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var settled = new List<JsonElement>();
        foreach (var document in accepted.GetProperty("documents").EnumerateArray())
        {
            settled.Add(await SettledAsync(document.GetProperty("documentId").GetString()!));
        }

        return settled;
    }

    /// <summary>Waits until a document is ready or failed.</summary>
    public Task<JsonElement> SettledAsync(string documentId) => Client.SettledAsync(documentId);

    /// <summary>Asks for a draft and gives the answer of a success.</summary>
    public async Task<JsonElement> DraftAsync(string body, string subject = "", object? options = null, string contentType = "text", object? from = null, object? headers = null)
    {
        using var answer = await Client.PostAsJsonAsync("/api/drafts", new { message = new { subject, from, headers, body = new { contentType, content = body } }, options });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
