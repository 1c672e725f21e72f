using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace OutlookAssist.Evaluation.Product;

/// <summary>The public HTTP API as an evaluation uses it; nothing here knows the inside of the product.</summary>
internal sealed class ProductClient(Uri address) : IDisposable
{
    private const int MostFilesPerRequest = 80;

    private const int MessagesPerRequest = 128;

    private static readonly TimeSpan LongestIndexing = TimeSpan.FromMinutes(20);

    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };

    public void Dispose() => _http.Dispose();

    /// <summary>A plain-text mail as the API takes it.</summary>
    public static object Mail(string text, string? subject = null, string contentType = "text") => new
    {
        subject,
        from = new { name = "Alex Martin", address = "alex.martin@example.com" },
        body = new { contentType, content = text },
    };

    /// <summary>Sends a mail to be answered; any status is an answer here.</summary>
    public async Task<Reply> DraftAsync(object message, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var content = Json(new { message });
        using var answer = await _http.PostAsync(new Uri("/api/drafts", UriKind.Relative), content, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return new Reply(answer.StatusCode, Read(body), Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Sends a raw message to be taken apart; any status is an answer here.</summary>
    public async Task<Reply> ParseAsync(byte[] raw, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(raw) { Headers = { ContentType = new MediaTypeHeaderValue("message/rfc822") } };
        var started = Stopwatch.GetTimestamp();
        using var answer = await _http.PostAsync(new Uri("/api/messages/parse", UriKind.Relative), content, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return new Reply(answer.StatusCode, Read(body), Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>What the product says about each mail, in order.</summary>
    public async Task<IReadOnlyList<JsonElement>> ClassifyAsync(IEnumerable<object> messages, CancellationToken cancellationToken)
    {
        var results = new List<JsonElement>();
        foreach (var batch in messages.Chunk(MessagesPerRequest))
        {
            var answer = await SendAsync(HttpMethod.Post, "/api/classifications", Json(new { messages = batch }), cancellationToken);
            var given = answer.List("results").ToList();
            if (given.Count != batch.Length)
                throw new InvalidDataException($"{batch.Length} messages were sent to /api/classifications and {given.Count} results came back.");
            results.AddRange(given);
        }

        return results;
    }

    /// <summary>Replaces the organisation's own labels; empty lists bring back the built-in ones.</summary>
    public Task PutLabelsAsync(IReadOnlyList<Label> categories, IReadOnlyList<Label> intents, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, "/api/classifications/labels", Json(new { categories, intents }), cancellationToken);

    public Task<JsonElement> RedactAsync(string text, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, "/api/privacy/redactions", Json(new { text, language = "en" }), cancellationToken);

    /// <summary>Uploads files under a tag and returns the identifier of each, by name.</summary>
    public async Task<IReadOnlyList<Uploaded>> UploadAsync(IReadOnlyList<KnowledgeFile> files, string tag, CancellationToken cancellationToken)
    {
        var uploaded = new List<Uploaded>();
        foreach (var batch in files.Chunk(MostFilesPerRequest))
        {
            using var form = new MultipartFormDataContent();
            foreach (var file in batch)
                form.Add(new ByteArrayContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue(file.ContentType) } }, "file", file.Name);
            form.Add(new StringContent(tag), "tags");
            var answer = await SendAsync(HttpMethod.Post, "/api/knowledge/documents", form, cancellationToken);
            uploaded.AddRange(answer.List("documents").Select(document => new Uploaded(document.Text("documentId"), document.Text("name"))));
        }

        return uploaded;
    }

    /// <summary>Waits until every document is either ready or failed, and returns how each stands.</summary>
    public async Task<IReadOnlyList<JsonElement>> WaitUntilReadyAsync(IReadOnlyList<Uploaded> documents, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var states = new List<JsonElement>();
        foreach (var document in documents)
        {
            while (true)
            {
                var state = await SendAsync(HttpMethod.Get, $"/api/knowledge/documents/{Uri.EscapeDataString(document.Id)}", null, cancellationToken);
                if (state.Text("state") is "ready" or "failed")
                {
                    states.Add(state);
                    break;
                }

                if (Stopwatch.GetElapsedTime(started) > LongestIndexing)
                    throw new TimeoutException($"{document.Name} is still {state.Text("state")} after {LongestIndexing.TotalMinutes} minutes.");
                await Task.Delay(100, cancellationToken);
            }
        }

        return states;
    }

    /// <summary>Uploads a file into another collection and waits until it is ready.</summary>
    public async Task RememberAsync(string index, KnowledgeFile file, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent { { new StringContent(index), "index" }, { new StringContent("remembered"), "documentId" } };
        form.Add(new ByteArrayContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue(file.ContentType) } }, "file", file.Name);
        await SendAsync(HttpMethod.Post, "/memory/upload", form, cancellationToken);
        while (!(await SendAsync(HttpMethod.Get, $"/memory/upload-status?index={index}&documentId=remembered", null, cancellationToken)).Flag("completed"))
            await Task.Delay(100, cancellationToken);
    }

    public async Task DeleteAsync(IEnumerable<Uploaded> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
            await SendAsync(HttpMethod.Delete, $"/api/knowledge/documents/{Uri.EscapeDataString(document.Id)}", null, cancellationToken);
    }

    /// <summary>Passages of the documents under a tag, best first.</summary>
    public async Task<IReadOnlyList<JsonElement>> SearchAsync(string query, int limit, string tag, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/api/knowledge/search?q={Uri.EscapeDataString(query)}&limit={limit}&tag={Uri.EscapeDataString(tag)}");
        return [.. (await SendAsync(HttpMethod.Get, path, null, cancellationToken)).List("results")];
    }

    /// <summary>The product's own text of a page, page 0 where a format has none; null when it does not say.</summary>
    public async Task<string?> PageTextAsync(string documentId, int page, CancellationToken cancellationToken)
    {
        try
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/api/knowledge/documents/{Uri.EscapeDataString(documentId)}/pages/{page}");
            return (await SendAsync(HttpMethod.Get, path, null, cancellationToken)).Text("text");
        }
        catch (ProductException problem) when (problem.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // With a length in front, which every server understands.
    private static ByteArrayContent Json<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var answer = await _http.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode ? Read(body) : throw new ProductException($"{method} {path.Split('?')[0]}", answer.StatusCode, body);
    }

    private static JsonElement Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}" : body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            using var document = JsonDocument.Parse("{}");
            return document.RootElement.Clone();
        }
    }
}

/// <summary>An answer with its status and how long the client waited for it.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonElement Body, double Milliseconds)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}

/// <summary>A document that was taken in.</summary>
internal sealed record Uploaded(string Id, string Name);

/// <summary>A file to upload.</summary>
internal sealed record KnowledgeFile(string Name, string ContentType, byte[] Content)
{
    public static KnowledgeFile Read(string path) => new(Path.GetFileName(path), TypeOf(path), File.ReadAllBytes(path));

    public static KnowledgeFile OfText(string name, string text) => new(name, TypeOf(name), System.Text.Encoding.UTF8.GetBytes(text));

    private static string TypeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".pdf" => "application/pdf",
        ".md" => "text/markdown",
        ".txt" => "text/plain",
        ".html" or ".htm" => "text/html",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _ => "application/octet-stream",
    };
}

/// <summary>One label of an organisation with examples of it.</summary>
internal sealed record Label(string Name, IReadOnlyList<string> Examples);
