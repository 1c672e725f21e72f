using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Mailboxes;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Mailboxes;

/// <summary>Notices of new mail are hints: checked one by one, answered at once, never believed.</summary>
[Collection(MailboxProductCollection.Name)]
public sealed class ReceiveNoticesTests(MailboxProduct product)
{
    private const string Address = "/api/mailboxes/notices/graph";
    private const string Subscription = "subscription-of-noticed@shop.example";

    [Fact]
    public async Task A_validation_token_comes_back_as_plain_text()
    {
        using var answer = await product.Client.PostAsync($"{Address}?validationToken={Uri.EscapeDataString("Validation: <b>Testing</b>")}", null);
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("Validation: <b>Testing</b>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_is_no_list_of_notices_is_refused()
    {
        await ProblemAssert.IsAsync(await product.Client.PostTextAsync(Address, "not JSON"), HttpStatusCode.BadRequest, "validation");
        await ProblemAssert.IsAsync(await product.Client.PostAsync($"{Address}?validationToken={new string('x', 5_000)}", null), HttpStatusCode.BadRequest, "validation");
        foreach (var nothing in new[] { "{}", """{"value":[null]}""", """{"value":[{}]}""" })
        {
            Assert.Equal(HttpStatusCode.Accepted, (await product.Client.PostTextAsync(Address, nothing)).StatusCode);
        }
    }

    [Fact]
    public async Task A_notice_with_the_wrong_secret_finds_no_mailbox_and_the_right_one_has_it_read()
    {
        using var connected = await product.Client.PostAsJsonAsync("/api/mailboxes", new { kind = "graph", address = "noticed@shop.example", credentials = new { tenantId = "tenant", clientId = "client", clientSecret = "secret" } });
        Assert.Equal(HttpStatusCode.Created, connected.StatusCode);
        JsonElement wish = default;
        await UntilAsync(() =>
        {
            wish = product.Graph.SubscriptionOf("noticed");
            return Task.FromResult(wish.ValueKind == JsonValueKind.Object);
        });
        var secret = wish.GetProperty("clientState").GetString();
        var known = product.Services.GetRequiredService<KnownSubscriptions>();
        await UntilAsync(async () => await known.FindAsync(Subscription, secret, default) is not null);
        Assert.Null(await known.FindAsync(Subscription, "wrong secret", default));
        Assert.Null(await known.FindAsync("another", secret, default));
        Assert.Null(await known.FindAsync(Subscription, null, default));
        for (var round = 0; round < 200; round++)
        {
            using var answer = await NoticeAsync("wrong secret");
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        var before = Reads();
        await UntilAsync(async () =>
        {
            using var answer = await NoticeAsync(secret);
            return Reads() > before;
        });

        int Reads() => product.Graph.Calls.Count(call => call.Contains("noticed", StringComparison.Ordinal) && call.Contains("/messages/delta", StringComparison.Ordinal));
    }

    private Task<HttpResponseMessage> NoticeAsync(string? secret) =>
        product.Client.PostAsJsonAsync(Address, new { value = new[] { new { subscriptionId = Subscription, clientState = secret, changeType = "created" } } });

    private static async Task UntilAsync(Func<Task<bool>> look)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await look())
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException();
    }
}
