using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>What people see when Outlook, the network or the API does not do its part; nothing is lost and nothing is sent to the wrong mail.</summary>
[Collection(BrowserCollection.Name)]
public class PaneTroubleTests(Chromium chromium, SampleShop shop)
{
    [Fact]
    public async Task A_callback_that_never_comes_leaves_the_draft_one_click_from_the_clipboard()
    {
        var options = new BrowserNewContextOptions { Locale = "en-US", Permissions = ["clipboard-read", "clipboard-write"] };
        var setup = OutlookMail.Setup(OutlookMail.Read(), ("behaviours", new { displayReplyFormAsync = new { never = true } }));
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, setup, options);
        await pane.DraftAsync();
        await pane.Reply.ClickAsync();
        await Expect(pane.Notice).ToContainTextAsync("Outlook did not answer.", new() { Timeout = 15_000 });
        await pane.Notice.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(pane.Notice).ToContainTextAsync("Copied.");
        Assert.Contains("30 days", await pane.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9020, "", "could not reach the mailbox server")]
    [InlineData(5001, "", "could not reach the mailbox server")]
    [InlineData(1, "ErrorNonExistentMailbox", "cannot find the mailbox")]
    [InlineData(7000, "", "does not allow")]
    public async Task A_refusal_of_outlook_is_a_sentence(int code, string message, string expected)
    {
        var setup = OutlookMail.Setup(OutlookMail.Read(), ("behaviours", new { displayReplyFormAsync = new { fails = new { code, message } } }));
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, setup);
        await pane.DraftAsync();
        await pane.Reply.ClickAsync();
        await Expect(pane.Notice).ToContainTextAsync(expected);
        await Expect(pane.Page.Locator(".draft-text")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_draft_over_32_kilobytes_never_reaches_the_reply_form()
    {
        // Two bytes a letter: 20,000 letters are under the limit by characters and over it by bytes.
        var text = new string('ä', 20_000);
        var draft = new
        {
            id = "large",
            reply = new { subject = "RE: x", text, html = $"<p>{text}</p>", language = "de" },
            sentences = new[] { new { text, citations = Array.Empty<int>(), support = "courtesy" } },
            grounding = "answered",
            engine = new { provider = "Test", model = "" },
        };
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()), before: page =>
            page.RouteAsync("**/api/drafts", route => route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(draft) })));
        await pane.DraftAsync();
        await pane.Reply.ClickAsync();
        await Expect(pane.Notice).ToContainTextAsync("32 KB");
        Assert.DoesNotContain("displayReplyFormAsync", await pane.CallsAsync());
        await Expect(pane.Notice.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_draft_is_never_inserted_into_another_mail(bool silently)
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()));
        await pane.DraftAsync();
        await pane.SwitchToAsync(OutlookMail.Read(id: "mail-2", subject: "Something else"), silently);
        if (silently)
        {
            await pane.Reply.ClickAsync();
            await Expect(pane.Notice).ToContainTextAsync("Another mail is open now");
        }
        else
        {
            await Expect(pane.Page.Locator(".mail-card")).ToContainTextAsync("Something else");
            await Expect(pane.Page.Locator(".actions")).ToBeHiddenAsync();
        }

        Assert.Empty(await pane.FormsAsync());
        await pane.SwitchToAsync(OutlookMail.Read());
        await Expect(pane.Page.Locator(".draft-text")).ToContainTextAsync("30 days");
    }

    [Theory]
    [InlineData("mail-2")]
    [InlineData(null)]
    public async Task A_mail_that_changes_while_it_is_read_is_not_sent(string? nextId)
    {
        var sent = 0;
        var setup = OutlookMail.Setup(OutlookMail.Read(), ("behaviours", new Dictionary<string, object> { ["body.getAsync"] = new { delay = 400 } }));
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, setup, before: page =>
        {
            page.Request += (_, request) => sent += request.Method == "POST" && request.Url.EndsWith("/api/drafts", StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        });
        await pane.DraftReply.ClickAsync();
        await pane.SwitchToAsync(OutlookMail.Read(id: nextId), silently: true);
        await Expect(pane.Failure).ToContainTextAsync("Another mail was opened meanwhile.");
        Assert.Equal(0, sent);
    }

    [Theory]
    [InlineData("{\"never\":true}", "did not hand over", 20_000)]
    [InlineData("{\"throws\":\"boom\"}", "could not read this mail", 5_000)]
    [InlineData("{\"fails\":{\"code\":9020}}", "could not read this mail", 5_000)]
    public async Task A_body_that_cannot_be_read_is_never_sent_empty(string behaviour, string expected, int milliseconds)
    {
        var setup = OutlookMail.Setup(OutlookMail.Read(), ("behaviours", new Dictionary<string, object> { ["body.getAsync"] = JsonSerializer.Deserialize<JsonElement>(behaviour) }));
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, setup);
        await pane.DraftReply.ClickAsync();
        await Expect(pane.Failure).ToContainTextAsync(expected, new() { Timeout = milliseconds });
    }

    [Fact]
    public async Task Without_a_mail_the_pane_asks_for_one()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(null));
        await Expect(pane.Page.Locator(".mail-card")).ToContainTextAsync("Select one mail");
        await pane.SwitchToAsync(OutlookMail.Read());
        await Expect(pane.DraftReply).ToBeVisibleAsync();
    }

    [Fact]
    public async Task In_an_ordinary_browser_the_pane_leads_to_the_preview()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(null, ("host", null)));
        await pane.Page.GetByRole(AriaRole.Link, new() { Name = "Open the preview" }).ClickAsync();
        await Expect(pane.Page.GetByRole(AriaRole.Button, new() { Name = "Load sample knowledge" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_office_js_is_blocked_the_page_says_so()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(null), blockOffice: true);
        await Expect(pane.Page.Locator("#pane")).ToContainTextAsync("office.js");
        await Expect(pane.Page.GetByRole(AriaRole.Button, new() { Name = "Reload" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_api_that_is_down_is_a_sentence_before_and_after_the_click()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()), before: page => page.RouteAsync("**/api/**", route => route.AbortAsync()));
        await Expect(pane.Failure).ToContainTextAsync("cannot be reached");
        await pane.DraftReply.ClickAsync();
        await Expect(pane.Failure.GetByRole(AriaRole.Alert)).ToContainTextAsync("cannot be reached");
    }

    [Fact]
    public async Task Storage_that_throws_does_not_matter()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read(), ("storageThrows", true)));
        await pane.DraftAsync();
        Assert.Empty(pane.Errors);
    }
}
