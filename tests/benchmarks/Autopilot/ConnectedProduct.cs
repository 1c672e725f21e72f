using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks.Autopilot;

/// <summary>Prepares a data directory in which a product has one mailbox of the server and one document.</summary>
internal static class ConnectedProduct
{
    /// <summary>What every mail asks.</summary>
    public const string Question = "Hello,\n\nwithin how many days may I return a bicycle after delivery?\n\nKind regards,\nAna Ruiz";

    /// <summary>Tells every product that is started from now on where the server is.</summary>
    public static void Point(ReplyServer server)
    {
        Environment.SetEnvironmentVariable("Mailboxes__GraphEndpoint", $"{server.Address}/v1.0");
        Environment.SetEnvironmentVariable("Mailboxes__GraphSignIn", server.Address);
        Environment.SetEnvironmentVariable("Mailboxes__PollSeconds", "1");
        Environment.SetEnvironmentVariable("Mailboxes__MostPerMailboxAndHour", "1000000");
    }

    /// <summary>Connects the mailbox and loads the document; gives the mailbox's identifier.</summary>
    public static async Task<string> PrepareAsync(ProductProcess product, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = product.Address, Timeout = TimeSpan.FromMinutes(2) };
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("You may return a bicycle within 30 days after delivery.")), "file", "returns.txt" } };
        (await http.PostAsync("/api/knowledge/documents", form, cancellation)).EnsureSuccessStatusCode();
        using var connected = await http.PostAsJsonAsync(
            "/api/mailboxes",
            new
            {
                kind = "graph",
                address = ReplyServer.Mailbox,
                settings = new { cutOff = DateTimeOffset.UnixEpoch.AddSeconds(1_700_000_000) },
                credentials = new { tenantId = "11111111-1111-1111-1111-111111111111", clientId = "22222222-2222-2222-2222-222222222222", clientSecret = "secret" },
            },
            cancellation);
        var answer = await connected.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return connected.IsSuccessStatusCode ? answer.GetProperty("id").GetString()! : throw new InvalidOperationException($"The mailbox was not connected: {answer}");
    }

    /// <summary>How many mails the product has accepted.</summary>
    public static async Task<int> AcceptedAsync(ProductProcess product, string mailbox, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = product.Address, Timeout = TimeSpan.FromMinutes(2) };
        var shown = await http.GetFromJsonAsync<JsonElement>($"/api/mailboxes/{mailbox}", cancellation);
        return shown.GetProperty("messages").EnumerateObject().Sum(state => state.Value.GetInt32());
    }

    /// <summary>Waits until every delivered mail has its draft, or nothing moves for a minute.</summary>
    public static async Task SettleAsync(ReplyServer server, CancellationToken cancellation)
    {
        for (var (still, before) = (0, -1); server.Answered < server.Delivered && still < 600; before = server.Answered)
        {
            await Task.Delay(100, cancellation);
            still = server.Answered == before ? still + 1 : 0;
        }
    }
}
