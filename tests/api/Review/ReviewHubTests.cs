using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Review;

/// <summary>An open desk hears what happens on it, also what another process wrote into the database.</summary>
public class ReviewHubTests(Product product) : IClassFixture<Product>
{
    private const char End = '\u001e';

    [Fact]
    public async Task An_item_is_followed_from_its_offer_to_its_decision()
    {
        using var socket = await ConnectAsync();
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer("local", ReviewDesk.NewMessage()) with { DueTicks = ReviewDesk.Now.Ticks - 1 });
        await HearAsync(socket, id, "new", "drafted");
        await HearAsync(socket, id, "breached");
        await product.Client.DoneAsync(id, "claim");
        var claimed = await HearAsync(socket, id, "claimed");
        Assert.Equal("This machine", claimed.GetProperty("claim").GetProperty("name").GetString());
        await product.Client.DoneAsync(id, "reject", new { reason = "not-needed" });
        Assert.Equal("rejected", (await HearAsync(socket, id, "rejected")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Another_organisation_hears_nothing()
    {
        using var socket = await ConnectAsync();
        var foreign = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer("elsewhere", ReviewDesk.NewMessage()));
        var own = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer("local", ReviewDesk.NewMessage()));
        var heard = new List<long>();
        while (!heard.Contains(own))
        {
            heard.AddRange((await NextAsync(socket)).GetProperty("arguments")[0].EnumerateArray().Select(line => line.GetProperty("item").GetProperty("id").GetInt64()));
        }

        Assert.DoesNotContain(foreign, heard);
    }

    [Fact]
    public async Task Another_website_may_not_listen()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/review/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", "https://attacker.example");
        await ProblemAssert.IsAsync(await product.Client.SendAsync(request), HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task<ClientWebSocket> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(product.Client.BaseAddress!) { Scheme = "ws", Path = "/hubs/review" }.Uri, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes($"{{\"protocol\":\"json\",\"version\":1}}{End}"), WebSocketMessageType.Text, true, CancellationToken.None);
        await ReceiveAsync(socket);
        // Nothing that happened before somebody listens is news; a moment makes sure that the listener is known.
        await Task.Delay(1200);
        return socket;
    }

    private static async Task<JsonElement> HearAsync(ClientWebSocket socket, long id, params string[] what)
    {
        var missing = what.ToHashSet();
        while (true)
        {
            foreach (var line in (await NextAsync(socket)).GetProperty("arguments")[0].EnumerateArray().Where(line => line.GetProperty("item").GetProperty("id").GetInt64() == id))
            {
                missing.ExceptWith(line.GetProperty("what").EnumerateArray().Select(name => name.GetString()!));
                if (missing.Count == 0)
                {
                    return line.GetProperty("item");
                }
            }
        }
    }

    private static async Task<JsonElement> NextAsync(ClientWebSocket socket)
    {
        while (true)
        {
            foreach (var part in (await ReceiveAsync(socket)).Split(End, StringSplitOptions.RemoveEmptyEntries))
            {
                var message = JsonSerializer.Deserialize<JsonElement>(part);
                if (message.TryGetProperty("target", out var target) && target.GetString() == "itemsChanged")
                {
                    return message;
                }
            }
        }
    }

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var (text, buffer) = (new StringBuilder(), new byte[64 * 1024]);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            if (part.EndOfMessage)
            {
                return text.ToString();
            }
        }
    }
}
