using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>The real product on a free loopback port, with an empty data directory of its own that goes with it.</summary>
public class Product : IAsyncLifetime
{
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
        });
        _factory.UseKestrel(Port);
        _factory.StartServer();
        var address = _factory.ClientOptions.BaseAddress;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{address.Port}"), Timeout = TimeSpan.FromMinutes(2) };
        return Task.CompletedTask;
    }

    /// <summary>Stops and starts it on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await InitializeAsync();
    }

    /// <summary>Stops it and leaves its data.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        await _factory!.DisposeAsync();
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(DataDirectory))
        {
            Directory.Delete(DataDirectory, recursive: true);
        }
    }

    /// <summary>Uploads texts as documents and waits until each is ready or failed.</summary>
    public async Task<IReadOnlyList<JsonElement>> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "file", name);
        }

        using var answer = await Client.PostAsync("/api/knowledge/documents", form);
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
    public async Task<JsonElement> SettledAsync(string documentId)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var document = await Client.GetFromJsonAsync<JsonElement>($"/api/knowledge/documents/{documentId}");
            if (document.GetProperty("state").GetString() is "ready" or "failed")
            {
                return document;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The document neither became ready nor failed within 30 s.");
    }

    /// <summary>Asks for a draft and gives the answer of a success.</summary>
    public async Task<JsonElement> DraftAsync(string body, string subject = "", object? options = null, string contentType = "text", object? from = null, object? headers = null)
    {
        using var answer = await Client.PostAsJsonAsync("/api/drafts", new { message = new { subject, from, headers, body = new { contentType, content = body } }, options });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
