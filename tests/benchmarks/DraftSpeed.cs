using System.Diagnostics;
using System.Net.Http.Headers;
using OutlookAssist.Evaluation.Measures;

namespace OutlookAssist.Benchmarks;

/// <summary>Drafts: how long one waiting person waits, and how many a server writes for sixteen at once, beside an empty endpoint of the same server.</summary>
internal sealed class DraftSpeed : IBenchmark
{
    private const int Rounds = 3;

    private const int Clients = 16;

    private static readonly TimeSpan UnderLoad = TimeSpan.FromSeconds(10);

    public string Name => "drafts";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using var product = await LoadedProduct.StartAsync(bench, "drafts", cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = product.Process.Address };
        Task Draft(int index) => SendAsync(http, product.Requests[index % product.Requests.Count], cancellationToken);
        Task Empty(int _) => EmptyAsync(http, cancellationToken);

        // The first requests compile code; a user meets them once.
        for (var index = 0; index < product.Requests.Count; index++)
        {
            await Draft(index);
            await Empty(index);
        }

        var count = product.Requests.Count * Rounds;
        var drafts = await OneByOneAsync(Draft, count);
        var empty = await OneByOneAsync(Empty, count);
        Bench.Show("one at a time, p50", Bootstrap.Quantile(drafts, 0.5), Bootstrap.Quantile(empty, 0.5), count, "ms", "0.00");
        Bench.Show("one at a time, p99", Bootstrap.Quantile(drafts, 0.99), Bootstrap.Quantile(empty, 0.99), count, "ms", "0.00");

        var loaded = await TogetherAsync(Draft);
        var idle = await TogetherAsync(Empty);
        Bench.Show($"{Clients} clients, answers", loaded.Count / UnderLoad.TotalSeconds, idle.Count / UnderLoad.TotalSeconds, loaded.Count, "per second");
        Bench.Show($"{Clients} clients, p50", Bootstrap.Quantile(loaded, 0.5), Bootstrap.Quantile(idle, 0.5), loaded.Count, "ms", "0.00");
        Bench.Show($"{Clients} clients, p99", Bootstrap.Quantile(loaded, 0.99), Bootstrap.Quantile(idle, 0.99), loaded.Count, "ms", "0.00");
        Bench.Note("baseline: GET /healthz on the same server; the clients share this machine with it");
    }

    private static async Task SendAsync(HttpClient http, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.PostAsync(new Uri("/api/drafts", UriKind.Relative), content, cancellationToken);
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task EmptyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), cancellationToken);
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private static async Task<List<double>> OneByOneAsync(Func<int, Task> send, int count)
    {
        var times = new List<double>(count);
        for (var index = 0; index < count; index++)
        {
            var started = Stopwatch.GetTimestamp();
            await send(index);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static async Task<List<double>> TogetherAsync(Func<int, Task> send)
    {
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var times = new List<double>();
            for (var index = client; Stopwatch.GetElapsedTime(started) < UnderLoad; index += Clients)
            {
                var sent = Stopwatch.GetTimestamp();
                await send(index);
                times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return times;
        }));
        var merged = all.SelectMany(times => times).ToList();
        merged.Sort();
        return merged;
    }
}
