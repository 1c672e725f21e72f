using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>An open page hears of every change, and a page of another website hears nothing.</summary>
public class KnowledgeHubTests(Product product) : IClassFixture<Product>
{
    private const char End = '\u001e';

    [Fact]
    public async Task A_document_is_followed_from_its_upload_to_its_removal()
    {
        using var socket = await ConnectAsync();
        var document = Assert.Single(await product.UploadAsync(("heron.txt", "The heron gate opens at six."u8.ToArray())));
        var id = document.GetProperty("documentId").GetString();
        var ready = await HearAsync(socket, news => Is(news, "documentChanged") && news.GetProperty("arguments")[0].GetProperty("state").GetString() == "ready");
        Assert.Equal(id, ready.GetProperty("arguments")[0].GetProperty("documentId").GetString());
        Assert.Equal("heron.txt", ready.GetProperty("arguments")[0].GetProperty("name").GetString());

        await product.Client.DeleteAsync($"/api/knowledge/documents/{id}");
        var removed = await HearAsync(socket, news => Is(news, "documentRemoved"));
        Assert.Equal(id, removed.GetProperty("arguments")[0].GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task A_new_gap_is_told()
    {
        using var socket = await ConnectAsync();
        await product.DraftAsync("Which colours does the flamingo scarf come in?");
        await HearAsync(socket, news => Is(news, "gapsChanged"));
    }

    [Theory]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Host", "attacker.example")]
    public async Task Another_website_may_not_listen(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/knowledge/negotiate?negotiateVersion=1");
        request.Headers.Add(header, value);
        await ProblemAssert.IsAsync(await product.Client.SendAsync(request), HttpStatusCode.Forbidden, "forbidden");

        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader(header, value);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Address, CancellationToken.None));
    }

    private Uri Address => new UriBuilder(product.Client.BaseAddress!) { Scheme = "ws", Path = "/hubs/knowledge" }.Uri;

    private async Task<ClientWebSocket> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(Address, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes($"{{\"protocol\":\"json\",\"version\":1}}{End}"), WebSocketMessageType.Text, true, CancellationToken.None);
        await HearAsync(socket, answer => !answer.TryGetProperty("type", out _));
        return socket;
    }

    private static bool Is(JsonElement news, string name) => news.TryGetProperty("target", out var target) && target.GetString() == name;

    private static async Task<JsonElement> HearAsync(ClientWebSocket socket, Func<JsonElement, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var heard = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, patience.Token);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            var pieces = heard.ToString().Split(End);
            heard.Clear().Append(pieces[^1]);
            foreach (var piece in pieces[..^1].Select(piece => JsonSerializer.Deserialize<JsonElement>(piece)))
            {
                if (wanted(piece))
                {
                    return piece;
                }
            }
        }
    }
}
