using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>What the product adds to a language model: the wait for the first checked sentence beside the model's own first sentence, asked directly with the same bytes; its processor time; and two hundred streams at once.</summary>
internal sealed class ModelOverhead : IBenchmark
{
    private const int Streams = 200;
    private const int Rounds = 2;

    /// <summary>A model writes about a hundred tokens a second; the test model sends pieces of six.</summary>
    private const int PieceMilliseconds = 20;

    public string Name => "model_overhead";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var requests = LoadedProduct.ReadRequests(bench.Data);
        await using var product = await ModelledProduct.StartAsync(await bench.ProgramAsync(cancellationToken), bench.FolderOf("modelled"), cancellationToken);
        await LoadedProduct.LoadAsync(product.Process, bench.Data, cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Streams * 2 }) { Timeout = TimeSpan.FromMinutes(2) };
        for (var index = 0; index < requests.Count; index++)
        {
            await DraftAsync(http, product, requests[index], cancellationToken);
        }

        product.Model.Script.DelayMilliseconds = PieceMilliseconds;
        await CompareAsync(http, product, requests, cancellationToken);
        product.Model.Script.DelayMilliseconds = 0;
        await ProcessorAsync(bench, http, product, requests, cancellationToken);
        product.Model.Script.DelayMilliseconds = PieceMilliseconds;
        await TogetherAsync(http, product, requests, cancellationToken);
    }

    private static async Task CompareAsync(HttpClient http, ModelledProduct product, IReadOnlyList<byte[]> requests, CancellationToken cancellationToken)
    {
        var (drafts, direct, added) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var request in requests)
        {
            var before = product.Model.Requests.Count;
            var draft = await DraftAsync(http, product, request, cancellationToken);
            if (product.Model.Requests.Count != before + 1 || draft.FirstSentence is not { } first)
            {
                continue; // The model was not asked, or had nothing to say.
            }

            if (await AskAsync(http, product, product.Model.Requests[^1].Body, cancellationToken) is { } own)
            {
                drafts.Add(first);
                direct.Add(own);
                added.Add(first - own);
            }
        }

        drafts.Sort();
        direct.Sort();
        added.Sort();
        Bench.Show("first checked sentence, p50", Bootstrap.Quantile(drafts, 0.5), Bootstrap.Quantile(direct, 0.5), drafts.Count, "ms");
        Bench.Show("first checked sentence, p95", Bootstrap.Quantile(drafts, 0.95), Bootstrap.Quantile(direct, 0.95), drafts.Count, "ms");
        Bench.Show("added to the model's own first sentence, p50", Bootstrap.Quantile(added, 0.5), null, added.Count, "ms");
        Bench.Show("added to the model's own first sentence, p95", Bootstrap.Quantile(added, 0.95), null, added.Count, "ms");
        Bench.Note($"baseline: the test model asked directly with the very bytes that the product sent; it waits {PieceMilliseconds} ms before each piece");
    }

    private static async Task ProcessorAsync(Bench bench, HttpClient http, ModelledProduct product, IReadOnlyList<byte[]> requests, CancellationToken cancellationToken)
    {
        await using var alone = await LoadedProduct.StartAsync(bench, "alone", cancellationToken);
        foreach (var request in requests)
        {
            await StreamAsync(http, alone.Process.Address, request, cancellationToken);
        }

        var with = await ProcessorOfAsync(product.Process, request => DraftAsync(http, product, request, cancellationToken), requests);
        var without = await ProcessorOfAsync(alone.Process, request => StreamAsync(http, alone.Process.Address, request, cancellationToken), requests);
        Bench.Show("processor time of a draft", with, without, requests.Count * Rounds, "ms", "0.00");
        Bench.Show("added by the model's side of the product", with - without, null, requests.Count * Rounds, "ms", "0.00");
        Bench.Note("baseline: the same drafts by the product alone");
    }

    private static async Task<double> ProcessorOfAsync(ProductProcess product, Func<byte[], Task> draft, IReadOnlyList<byte[]> requests)
    {
        using var process = Process.GetProcessById(product.Id);
        var before = process.TotalProcessorTime;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var request in requests)
            {
                await draft(request);
            }
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / (Rounds * requests.Count);
    }

    private static async Task TogetherAsync(HttpClient http, ModelledProduct product, IReadOnlyList<byte[]> requests, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var streams = await Task.WhenAll(Enumerable.Range(0, Streams).Select(index => DraftAsync(http, product, requests[index % requests.Count], cancellationToken)));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var times = streams.Select(stream => stream.Milliseconds).Order().ToList();
        Bench.Show($"{Streams} streams at once, without a whole draft", streams.Count(stream => !stream.IsWhole), null, Streams, "count", "0");
        Bench.Show($"{Streams} streams at once, written without the model", streams.Count(stream => stream.IsWhole && !stream.IsByModel), null, Streams, "count", "0");
        Bench.Show($"{Streams} streams at once, all done after", seconds, null, Streams, "s");
        Bench.Show($"{Streams} streams at once, p50", Bootstrap.Quantile(times, 0.5), null, Streams, "ms");
        Bench.Show($"{Streams} streams at once, p99", Bootstrap.Quantile(times, 0.99), null, Streams, "ms");
    }

    private static Task<Streamed> DraftAsync(HttpClient http, ModelledProduct product, byte[] request, CancellationToken cancellationToken) =>
        StreamAsync(http, product.Process.Address, request, cancellationToken);

    private static async Task<Streamed> StreamAsync(HttpClient http, Uri address, byte[] request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        double? first = null;
        using var message = Post(new Uri(address, "/api/drafts"), request);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        var (isWhole, isByModel) = (false, false);
        await foreach (var (name, data) in ReadAsync(http, message, cancellationToken))
        {
            first ??= name == "sentence" && data.Contains("\"support\":\"cited\"", StringComparison.Ordinal) ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : null;
            isWhole |= name == "done";
            isByModel |= name == "done" && data.Contains("\"provider\":\"OpenAI\"", StringComparison.Ordinal) && !data.Contains("model-unavailable", StringComparison.Ordinal);
        }

        return new Streamed(first, isWhole, isByModel, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>How long the model itself takes until its first sentence stands.</summary>
    private static async Task<double?> AskAsync(HttpClient http, ModelledProduct product, byte[] request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        double? first = null;
        var said = new StringBuilder();
        using var message = Post(new Uri($"{product.Model.Endpoint}/chat/completions"), request);
        await foreach (var (_, data) in ReadAsync(http, message, cancellationToken))
        {
            if (first is null && data.StartsWith('{'))
            {
                using var piece = JsonDocument.Parse(data);
                said.Append(piece.RootElement.GetProperty("choices").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } choice && choice.GetProperty("delta").TryGetProperty("content", out var content) ? content.GetString() : "");
                first = HasSentence(said.ToString()) ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : null;
            }
        }

        return first;
    }

    private static bool HasSentence(string json)
    {
        var (depth, inString, isEscaped) = (0, false, false);
        foreach (var letter in json)
        {
            if (inString)
            {
                (inString, isEscaped) = isEscaped ? (true, false) : (letter != '"', letter == '\\');
                continue;
            }

            inString = letter == '"';
            depth += letter is '{' or '[' ? 1 : letter is '}' or ']' ? -1 : 0;
            if (letter == '}' && depth == 2)
            {
                return true;
            }
        }

        return false;
    }

    private static HttpRequestMessage Post(Uri address, byte[] body) =>
        new(HttpMethod.Post, address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };

    private static async IAsyncEnumerable<(string Name, string Data)> ReadAsync(HttpClient http, HttpRequestMessage message, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        var name = "";
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                yield return (name, line[6..]);
            }
        }
    }

    private sealed record Streamed(double? FirstSentence, bool IsWhole, bool IsByModel, double Milliseconds);
}
