using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OutlookAssist.Extraction;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Calls a Kernel Memory v1 service; whatever goes wrong on the way is one failure in words of ours.</summary>
internal sealed class KernelMemoryClient : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KeepConnection = TimeSpan.FromMinutes(5);
    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    /// <summary>Takes address and key from the settings.</summary>
    public KernelMemoryClient(IOptions<KnowledgeOptions> options, TimeProvider time)
    {
        _time = time;
        // A redirect could carry the key elsewhere.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = KeepConnection }) { Timeout = Timeout.InfiniteTimeSpan };
        if (options.Value.Endpoint is { } endpoint)
        {
            _http.BaseAddress = new Uri(endpoint.TrimEnd('/') + "/");
        }

        if (options.Value.ApiKey is { Length: > 0 } key)
        {
            _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", key);
        }
    }

    /// <summary>Hands the files of a document on; a document that the service does not want is an <see cref="ExtractionException"/>.</summary>
    public async Task UploadAsync(string index, string documentId, IReadOnlyDictionary<string, IReadOnlyList<string>> tags, IEnumerable<(string Name, Stream Content)> files, CancellationToken cancellation)
    {
        using var form = new MultipartFormDataContent { { new StringContent(index), "index" }, { new StringContent(documentId), "documentId" } };
        foreach (var tag in tags.SelectMany(tag => tag.Value.Select(value => $"{tag.Key}:{value}")))
        {
            form.Add(new StringContent(tag), "tags");
        }

        foreach (var (number, (name, content)) in files.Index())
        {
            form.Add(new StreamContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypes.Of(name)) } }, $"file{number}", name);
        }

        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "upload") { Content = form }, Long, cancellation);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity)
        {
            throw new ExtractionException("store-refused", $"The knowledge store did not accept this document (HTTP {(int)response.StatusCode}). Upload it in another format or in smaller parts.");
        }

        Expect(response);
    }

    /// <summary>How far a document is; null when the service does not know it.</summary>
    public async Task<MemoryUploadStatus?> StatusAsync(string index, string documentId, CancellationToken cancellation)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"upload-status?index={Uri.EscapeDataString(index)}&documentId={Uri.EscapeDataString(documentId)}"), Soon, cancellation);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<MemoryUploadStatus>(response, cancellation);
    }

    /// <summary>Searches one index.</summary>
    public async Task<MemorySearchAnswer> SearchAsync(MemorySearchRequest request, CancellationToken cancellation)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "search") { Content = JsonContent.Create(request, options: JsonSerializerOptions.Web) }, Soon, cancellation);
        return await ReadAsync<MemorySearchAnswer>(response, cancellation);
    }

    /// <summary>Removes a document; one that is not there is fine.</summary>
    public async Task DeleteAsync(string index, string documentId, CancellationToken cancellation)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"documents?index={Uri.EscapeDataString(index)}&documentId={Uri.EscapeDataString(documentId)}"), Soon, cancellation);
        if (response.StatusCode != HttpStatusCode.NotFound)
        {
            Expect(response);
        }
    }

    /// <summary>Asks for a sign of life.</summary>
    public async Task PingAsync(CancellationToken cancellation)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "health"), Soon, cancellation);
        Expect(response);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, TimeSpan atMost, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(atMost, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            using (request)
            {
                return await _http.SendAsync(request, either.Token);
            }
        }
        catch (HttpRequestException failure)
        {
            throw Unavailable("does not answer. Check that it runs and that Knowledge:Endpoint is its address", failure);
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw Unavailable("took too long to answer", failure);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
    {
        Expect(response);
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellation) ?? throw new JsonException();
        }
        catch (JsonException failure)
        {
            throw Unavailable("answered something that Kernel Memory does not say. Check Knowledge:Endpoint", failure);
        }
    }

    private static void Expect(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw Unavailable(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                ? "did not accept the key. Check Knowledge:ApiKey"
                : $"answered with HTTP {(int)response.StatusCode}");
        }
    }

    private static UnavailableException Unavailable(string what, Exception? cause = null) =>
        new("store-unavailable", $"The knowledge store {what}. Nothing was lost; try again later.", cause);
}
