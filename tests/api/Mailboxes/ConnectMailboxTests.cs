using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Mailboxes;

/// <summary>Connecting, changing, pausing and disconnecting mailboxes through the public API.</summary>
[Collection(MailboxProductCollection.Name)]
public sealed class ConnectMailboxTests(MailboxProduct product)
{
    private const string Secret = "a-secret-that-is-never-shown";

    [Fact]
    public async Task A_mailbox_is_signed_in_to_before_it_is_stored_and_its_secret_is_never_shown()
    {
        using var answer = await ConnectAsync("first@shop.example");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        var mailbox = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal(("connected", "graph"), (mailbox.GetProperty("state").GetString(), mailbox.GetProperty("kind").GetString()));
        var list = await product.Client.GetStringAsync("/api/mailboxes");
        Assert.Contains("first@shop.example", list, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, list, StringComparison.Ordinal);
        Assert.False(await FilesHoldAsync(Secret));
        await ProblemAssert.IsAsync(await ConnectAsync("FIRST@shop.example"), HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task A_mailbox_that_does_not_let_us_in_is_not_stored()
    {
        product.Graph.GivesTokens = false;
        try
        {
            await ProblemAssert.IsAsync(await ConnectAsync("refused@shop.example", secret: "wrong"), HttpStatusCode.UnprocessableEntity, "mailbox-sign-in-refused");
        }
        finally
        {
            product.Graph.GivesTokens = true;
        }

        Assert.DoesNotContain("refused@shop.example", await product.Client.GetStringAsync("/api/mailboxes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"kind":"pigeon","address":"a@b.example","credentials":{}}""", "kind")]
    [InlineData("""{"kind":"graph","address":"nobody","credentials":{}}""", "address")]
    [InlineData("""{"kind":"graph","address":"a@b.example"}""", "credentials")]
    [InlineData("""{"kind":"graph","address":"a@b.example","credentials":{"tenantId":"../x","clientId":"c","clientSecret":"s"}}""", "credentials.tenantId")]
    [InlineData("""{"kind":"gmail","address":"a@b.example","credentials":{"clientId":"c","clientSecret":"s"}}""", "credentials.refreshToken")]
    [InlineData("""{"kind":"imap","address":"a@b.example","credentials":{"password":"x"}}""", "credentials.host")]
    [InlineData("""{"kind":"imap","address":"a@b.example","credentials":{"host":"h","refreshToken":"x","clientId":"c","tokenEndpoint":"http://far.example/token"}}""", "credentials.tokenEndpoint")]
    [InlineData("""{"kind":"imap","address":"a@b.example","credentials":{"host":"h","password":"x"},"settings":{"workingHours":{"timeZone":"Mars/Base","shifts":[],"daysOff":[]}}}""", "settings.workingHours.timeZone")]
    [InlineData("""{"kind":"imap","address":"a@b.example","credentials":{"host":"h","password":"x"},"settings":{"sending":[{"category":"billing","confidence":2}]}}""", "settings.sending")]
    public async Task What_is_missing_or_wrong_is_named(string request, string field)
    {
        using var answer = await product.Client.PostTextAsync("/api/mailboxes", request);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("validation", field), (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task A_mailbox_is_changed_paused_resumed_tested_and_disconnected()
    {
        var id = await ConnectedAsync("whole@shop.example");
        using (var changed = await product.Client.PutAsJsonAsync($"/api/mailboxes/{id}/settings", new { language = "de", autopilot = false }))
        {
            Assert.Equal("de", (await changed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("settings").GetProperty("language").GetString());
        }

        Assert.Equal("paused", await StateAfterAsync(id, "pause"));
        Assert.Equal("connected", await StateAfterAsync(id, "resume"));
        using (var test = await product.Client.PostAsync($"/api/mailboxes/{id}/test", null))
        {
            Assert.Equal(["Inbox", "Support"], (await test.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("folders").EnumerateArray().Select(folder => folder.GetString()));
        }

        Assert.Equal(HttpStatusCode.NoContent, (await product.Client.DeleteAsync($"/api/mailboxes/{id}")).StatusCode);
        Assert.Equal("disconnected", (await product.Client.GetFromJsonAsync<JsonElement>($"/api/mailboxes/{id}")).GetProperty("state").GetString());
        await ProblemAssert.IsAsync(await product.Client.PostAsync($"/api/mailboxes/{id}/resume", null), HttpStatusCode.Conflict, "conflict");
        await ProblemAssert.IsAsync(await product.Client.PostAsync($"/api/mailboxes/{id}/test", null), HttpStatusCode.UnprocessableEntity, "mailbox-sign-in-refused");
        Assert.Equal(id, await ConnectedAsync("whole@shop.example"));
        Assert.Equal(HttpStatusCode.NoContent, (await product.Client.DeleteAsync($"/api/mailboxes/{id}?mail=delete")).StatusCode);
        await ProblemAssert.IsAsync(await product.Client.GetAsync($"/api/mailboxes/{id}"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task New_mail_is_found_by_asking_and_the_numbers_show_it()
    {
        product.Graph.Deliver(MailText.To("numbers@shop.example", more: "Precedence: bulk\r\n"), received: TimeProvider.System.GetUtcNow().AddMinutes(1));
        var id = await ConnectedAsync("numbers@shop.example");
        for (var tries = 0; tries < 600; tries++)
        {
            var mailbox = await product.Client.GetFromJsonAsync<JsonElement>($"/api/mailboxes/{id}");
            if (mailbox.GetProperty("messages").TryGetProperty("skipped", out var skipped) && skipped.GetInt32() > 0)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The mail was not read.");
    }

    private async Task<string> StateAfterAsync(string id, string verb)
    {
        using var answer = await product.Client.PostAsync($"/api/mailboxes/{id}/{verb}", null);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString()!;
    }

    private async Task<string> ConnectedAsync(string address)
    {
        using var answer = await ConnectAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("id").GetString()!;
    }

    private Task<HttpResponseMessage> ConnectAsync(string address, string secret = Secret) =>
        product.Client.PostAsJsonAsync("/api/mailboxes", new { kind = "graph", address, credentials = new { tenantId = "tenant", clientId = "client", clientSecret = secret } });

    private async Task<bool> FilesHoldAsync(string text)
    {
        var wanted = System.Text.Encoding.UTF8.GetBytes(text);
        foreach (var file in Directory.EnumerateFiles(product.DataDirectory, "outlookassist.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            if (bytes.ToArray().AsSpan().IndexOf(wanted) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
