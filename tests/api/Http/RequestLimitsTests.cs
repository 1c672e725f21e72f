using System.Net;
using System.Net.Sockets;
using System.Text;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Http;

/// <summary>Callers who are slow or send too much on purpose lose their connection, and nobody else notices.</summary>
public sealed class RequestLimitsTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Product _product = new Product().With("Http:RequestHeadersSeconds", "1");

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task A_caller_who_never_finishes_the_headers_or_the_body_is_hung_up_on()
    {
        const string begun = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
        const string unfinished = "POST /api/drafts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"message\"";
        var ends = await Task.WhenAll(Enumerable.Repeat(begun, 20).Append(unfinished).Select(EndAsync));
        Assert.All(ends, end => Assert.True(end.Length == 0 || end.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), end));
        Assert.Equal("alive", await _product.Client.GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task A_flood_of_headers_is_refused_and_the_next_caller_is_served()
    {
        var many = string.Concat(Enumerable.Range(0, 200).Select(number => $"X-Header-{number}: a\r\n"));
        var large = $"X-Large: {new string('a', 100_000)}\r\n";
        foreach (var headers in new[] { many, large })
        {
            Assert.StartsWith("HTTP/1.1 431", await EndAsync($"GET /healthz HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n"), StringComparison.Ordinal);
        }

        Assert.Equal("alive", await _product.Client.GetStringAsync("/healthz"));
    }

    [Theory]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Forged: a\0b\r\n\r\n")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/settings HTTP/1.1\r\n\r\n")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere.example\r\n\r\n")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost : localhost\r\n\r\n")]
    public async Task A_request_that_two_servers_could_read_differently_is_refused(string request)
    {
        var answer = await EndAsync(request);
        Assert.True(answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal) || !answer.Contains("settings", StringComparison.Ordinal), answer);
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the server has said when it hangs up.</summary>
    private async Task<string> EndAsync(string sent)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _product.Client.BaseAddress!.Port);
        using var patience = new CancellationTokenSource(Patience);
        var answer = new StringBuilder();
        try
        {
            await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(sent), patience.Token);
            var buffer = new byte[4096];
            int read;
            while ((read = await socket.GetStream().ReadAsync(buffer, patience.Token)) > 0)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // Hung up with a reset.
        }

        return answer.ToString();
    }
}
