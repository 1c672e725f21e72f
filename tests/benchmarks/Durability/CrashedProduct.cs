using System.Text.Json;
using OutlookAssist.Evaluation;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks.Durability;

/// <summary>One life of the product between a start and a kill, on data that earlier lives left.</summary>
internal sealed class CrashedProduct(ProductProcess process) : IAsyncDisposable
{
    private const int MostResults = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new() { BaseAddress = process.Address, Timeout = Patience };
    private bool _ended;

    /// <summary>Ends it at once: SIGKILL, nothing is flushed or tidied.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ended)
            return;
        _ended = true;
        await process.DisposeAsync();
        _http.Dispose();
    }

    /// <summary>Sends the next version of a document; true when the product has accepted it.</summary>
    public async Task<bool> SendAsync(KeptDocument document, CancellationToken cancellation)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(document.Id), "documentId" },
            { new StringContent($"kept:{document.Id}"), "tags" },
            { new ByteArrayContent(document.TextOf(++document.Sent)), "file", $"{document.Id}.txt" },
        };
        try
        {
            using var answer = await _http.PostAsync(new Uri("/api/knowledge/documents", UriKind.Relative), form, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // It died before it could answer.
        }
    }

    /// <summary>How a document stands; null when the product does not know or does not answer.</summary>
    public async Task<string?> StateAsync(KeptDocument document, CancellationToken cancellation) => (await GetAsync($"/api/knowledge/documents/{document.Id}", cancellation))?.Text("state");

    /// <summary>Looks at a document until it has settled, and gives all that is wrong with what anyone could see meanwhile.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(KeptDocument document, CancellationToken cancellation)
    {
        var wrong = new HashSet<string>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        string? state;
        do
        {
            state = await StateAsync(document, patience.Token);
            wrong.UnionWith(await LookAsync(document, patience.Token));
        }
        while (state is not ("ready" or "failed" or null));

        if (state is null && document.Accepted > 0)
            wrong.Add($"{document.Id} was accepted and is lost");
        if (state == "failed")
            wrong.Add($"{document.Id} failed");
        if (state == "ready")
        {
            var (version, _) = document.Read(await PageAsync(document, patience.Token) ?? "");
            if (version < document.Accepted)
                wrong.Add($"{document.Id} answers with version {version} although {document.Accepted} was accepted");
            document.Accepted = version;
            document.IsKnown = true;
        }

        return [.. wrong];
    }

    private async Task<IReadOnlyList<string>> LookAsync(KeptDocument document, CancellationToken cancellation)
    {
        var wrong = new List<string>();
        if (await PageAsync(document, cancellation) is { } page && document.Read(page).Wrong is { } broken)
            wrong.Add(broken);
        var found = await GetAsync($"/api/knowledge/search?q=keeper+station+lamp&limit={MostResults}&tag=kept:{document.Id}", cancellation);
        var results = found is { } answer ? answer.List("results").ToList() : [];
        if (results.Select(result => result.GetProperty("partition").GetInt32()).Distinct().Count() != results.Count)
            wrong.Add($"{document.Id} shows a passage twice");
        if (results.Count == 0 && document.IsKnown)
            wrong.Add($"{document.Id} is not found");
        var versions = Enumerable.Range(1, document.Sent).Count(version => results.Any(result => result.Text("text").Contains($" {document.Id}x{version}v", StringComparison.Ordinal)));
        if (versions > 1)
            wrong.Add($"{document.Id} is found in {versions} versions at once");
        return wrong;
    }

    private async Task<string?> PageAsync(KeptDocument document, CancellationToken cancellation) => (await GetAsync($"/api/knowledge/documents/{document.Id}/pages/0", cancellation))?.Text("text");

    private async Task<JsonElement?> GetAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(cancellation)) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
