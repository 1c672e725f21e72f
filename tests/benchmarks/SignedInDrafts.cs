using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>What signing in costs: drafts per second of sixteen people with tokens, beside those of the same product without sign-in, by turns on copies of the same data.</summary>
internal sealed class SignedInDrafts : IBenchmark
{
    private const int Clients = 16;
    private const int Turns = 5;
    private const string Organisation = "local";
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(6);

    public string Name => "sign-in";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using (await LoadedProduct.StartAsync(bench, "without", cancellationToken))
        {
            // Loaded once, copied when nobody writes any more.
        }

        var requests = LoadedProduct.ReadRequests(bench.Data);
        Copy(bench.FolderOf("without"), bench.FolderOf("signed-in"));
        using var issuer = new Issuer();
        await using var without = await ProductProcess.StartAsync(await bench.ProgramAsync(cancellationToken), bench.FolderOf("without"), cancellationToken);
        await using var signedIn = await issuer.StartAsync(await bench.ProgramAsync(cancellationToken), bench.FolderOf("signed-in"), cancellationToken);
        string[] tokens = [.. Enumerable.Range(0, Clients).Select(client => issuer.Token($"person-{client}"))];
        await TogetherAsync(without.Address, requests, null, TimeSpan.FromSeconds(4), cancellationToken);
        await TogetherAsync(signedIn.Address, requests, tokens, TimeSpan.FromSeconds(4), cancellationToken);

        var ratios = new List<double>();
        var (answered, plain) = (0, 0);
        for (var turn = 0; turn < Turns; turn++)
        {
            var before = await TogetherAsync(without.Address, requests, null, Turn, cancellationToken);
            var with = await TogetherAsync(signedIn.Address, requests, tokens, Turn, cancellationToken);
            ratios.Add((double)with / before);
            (answered, plain) = (answered + with, plain + before);
        }

        ratios.Sort();
        var seconds = Turns * Turn.TotalSeconds;
        Bench.Show($"{Clients} people signed in, drafts", answered / seconds, plain / seconds, answered, "per second");
        Bench.Show($"share of the baseline, median of {Turns} turns", 100 * Bootstrap.Quantile(ratios, 0.5), 100, Turns, "%");
        Bench.Note($"turns: {string.Join(", ", ratios.Select(ratio => ratio.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))}; every draft writes its line of the audit trail in both; the clients share this machine with them");
    }

    private static async Task<int> TogetherAsync(Uri address, IReadOnlyList<byte[]> requests, string[]? tokens, TimeSpan time, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = address };
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var count = 0;
            for (var index = client; Stopwatch.GetElapsedTime(started) < time; index += Clients, count++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/drafts") { Content = new ByteArrayContent(requests[index % requests.Count]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
                request.Headers.Authorization = tokens is null ? null : new AuthenticationHeaderValue("Bearer", tokens[client]);
                using var answer = await http.SendAsync(request, cancellationToken);
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                answer.EnsureSuccessStatusCode();
            }

            return count;
        }));
        return counts.Sum();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Signs people in on this machine.</summary>
    private sealed class Issuer : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly RSA _key = RSA.Create(2048);
        private readonly string _address = $"http://127.0.0.1:{FreePort()}";

        public Issuer()
        {
            _listener.Prefixes.Add(_address + "/");
            _listener.Start();
            _ = AnswerAsync();
        }

        public string Token(string person)
        {
            var now = TimeProvider.System.GetUtcNow();
            var signed = $"{Encode(new { alg = "RS256", kid = "1" })}.{Encode(new { iss = _address, aud = "bench", sub = person, scope = "access_as_user", name = person, roles = new[] { "Agent" }, exp = now.AddHours(1).ToUnixTimeSeconds() })}";
            return $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
        }

        /// <summary>Starts the product with sign-in here, its limit of calls out of reach but counted.</summary>
        public async Task<ProductProcess> StartAsync(string program, string folder, CancellationToken cancellationToken)
        {
            (string Name, string Value)[] settings = [("Access__Mode", "OpenId"), ("Access__Authority", _address), ("Access__ClientId", "bench"), ("Access__Organisation", Organisation), ("Access__PersonRequestsPerMinute", "1000000")];
            foreach (var (name, value) in settings)
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            try
            {
                return await ProductProcess.StartAsync(program, folder, cancellationToken);
            }
            finally
            {
                foreach (var (name, _) in settings)
                {
                    Environment.SetEnvironmentVariable(name, null);
                }
            }
        }

        public void Dispose()
        {
            _listener.Close();
            _key.Dispose();
        }

        private static string Encode(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

        private static int FreePort()
        {
            using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        private async Task AnswerAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    var key = _key.ExportParameters(includePrivateParameters: false);
                    object answer = context.Request.Url!.AbsolutePath == "/keys"
                        ? new { keys = new[] { new { kty = "RSA", use = "sig", kid = "1", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } } }
                        : new { issuer = _address, jwks_uri = _address + "/keys" };
                    await context.Response.OutputStream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer));
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
