using System.Collections.Concurrent;
using System.Net;
using System.Text;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Metrics.Providers;

/// <summary>A collector hears of drafts over the real protocol where one is named, and a collector that is down stops nothing.</summary>
public sealed class OtlpExportTests
{
    [Fact]
    public async Task A_collector_gets_metrics_and_traces_with_our_name_and_key()
    {
        using var collector = new Collector();
        var product = new Product().With("Telemetry:OtlpEndpoint", collector.Address).With("Telemetry:OtlpHeaders", "x-key=secret").With("Telemetry:ServiceName", "desk-under-test").With("Telemetry:OtlpIntervalSeconds", "1");
        await product.InitializeAsync();
        try
        {
            await product.DraftAsync("Do you repair tents?");
            await collector.HearsAsync("/v1/metrics", "outlookassist.drafts");
            await collector.HearsAsync("/v1/metrics", "desk-under-test");
            await collector.HearsAsync("/v1/traces", "HttpRequestIn");
            Assert.All(collector.Keys, key => Assert.Equal("secret", key));
        }
        finally
        {
            await product.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_collector_that_is_down_stops_nothing()
    {
        var product = new Product().With("Telemetry:OtlpEndpoint", "http://127.0.0.1:9").With("Telemetry:OtlpIntervalSeconds", "1");
        await product.InitializeAsync();
        await product.DraftAsync("Do you repair tents?");
        await product.DisposeAsync();
    }

    /// <summary>Takes whatever is posted, as a collector does.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentQueue<(string Path, string Body)> _heard = new();

        public Collector()
        {
            using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
            }

            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _ = ListenAsync();
        }

        public string Address { get; }

        public ConcurrentBag<string?> Keys { get; } = [];

        public async Task HearsAsync(string path, string words)
        {
            for (var tries = 0; tries < 300; tries++)
            {
                if (_heard.Any(request => request.Path == path && request.Body.Contains(words, StringComparison.Ordinal)))
                {
                    return;
                }

                await Task.Delay(100);
            }

            Assert.Fail($"{path} never heard {words}; it heard {_heard.Count} requests: {string.Join(", ", _heard.Select(request => request.Path).Distinct())}.");
        }

        public void Dispose() => _listener.Close();

        private async Task ListenAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    Keys.Add(context.Request.Headers["x-key"]);
                    _heard.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                    context.Response.StatusCode = 200;
                    context.Response.ContentType = "application/x-protobuf";
                    context.Response.Close();
                }
                catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
