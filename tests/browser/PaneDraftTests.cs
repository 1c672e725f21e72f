using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>From an open mail to a reply form, in the shipped pane and a real browser.</summary>
[Collection(BrowserCollection.Name)]
public class PaneDraftTests(Chromium chromium, SampleShop shop)
{
    [Fact]
    public async Task Draft_reply_shows_its_sources_and_inserts_clean_html()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()));
        await Expect(pane.Page.Locator(".mail-card")).ToContainTextAsync("Ana Ruiz");
        await Expect(pane.Page.Locator(".mail-card")).ToContainTextAsync("Returning a tent");

        await pane.DraftAsync();
        await Expect(pane.Page.Locator(".chips")).ToBeVisibleAsync();
        await Expect(pane.Page.Locator(".questions .answered").First).ToBeVisibleAsync();
        await Expect(pane.Sources.First).ToContainTextAsync("returns-and-refunds.pdf");
        await Expect(pane.Page.Locator(".draft-text")).ToContainTextAsync("30 days");

        await pane.Reply.ClickAsync();
        await Expect(pane.Notice).ToContainTextAsync("The reply form is opening.");
        var form = Assert.Single(await pane.FormsAsync());
        Assert.False(form.All);
        Assert.Contains("30 days", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("[1]", form.Html, StringComparison.Ordinal);
        OutlookPane.AssertFitForOutlook(form.Html);
        await Expect(pane.Page.Locator(".draft-text")).ToContainTextAsync("30 days");
        Assert.Empty(pane.Errors);
    }

    [Fact]
    public async Task A_source_opens_the_document_at_the_quoted_page()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()));
        await pane.DraftAsync();
        var quote = await pane.Sources.First.Locator("blockquote").InnerTextAsync();
        Assert.NotEmpty(quote);
        await pane.Sources.First.GetByRole(AriaRole.Link).ClickAsync();
        var address = await pane.Page.EvaluateAsync<string>("fakeOutlook.calls.find((call) => call.method === 'openBrowserWindow').argument");
        Assert.Matches("/api/knowledge/documents/[^/]+/content#page=[12]$", address);
        using var content = await shop.Client.GetAsync(new Uri(address));
        Assert.Equal("application/pdf", content.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Reply_all_names_everyone_before_it_reaches_them()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()));
        await pane.DraftAsync();
        var choices = pane.Page.Locator(".reply-choice");
        await Expect(choices.Nth(0)).ToContainTextAsync("Ana Ruiz <ana@mail.example>");
        await Expect(choices.Nth(0)).Not.ToContainTextAsync("Bob");
        await Expect(choices.Nth(1)).ToContainTextAsync("Bob Lee <bob@mail.example>");
        await Expect(choices.Nth(1)).ToContainTextAsync("Accounts <accounts@mail.example>");
        await Expect(choices.Nth(1)).Not.ToContainTextAsync("me@fernhill-outdoor.example");
        await pane.Page.GetByRole(AriaRole.Button, new() { Name = "Reply all", Exact = true }).ClickAsync();
        await Expect(pane.Notice).ToBeVisibleAsync();
        Assert.True(Assert.Single(await pane.FormsAsync()).All);
    }

    [Fact]
    public async Task A_double_click_opens_one_form()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()));
        await pane.DraftAsync();
        await pane.Reply.DblClickAsync();
        await Expect(pane.Notice).ToBeVisibleAsync();
        Assert.Single(await pane.FormsAsync());
    }

    [Fact]
    public async Task Source_markers_go_along_only_when_asked_for()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()));
        await pane.DraftAsync();
        await pane.Page.GetByLabel("Keep source markers").CheckAsync();
        await pane.Reply.ClickAsync();
        await Expect(pane.Notice).ToBeVisibleAsync();
        var html = Assert.Single(await pane.FormsAsync()).Html;
        Assert.Contains("[1]", html, StringComparison.Ordinal);
        OutlookPane.AssertFitForOutlook(html);
    }

    [Theory]
    [InlineData("1.5", "displayReplyForm")]
    [InlineData("1.9", "displayReplyFormAsync")]
    [InlineData("1.14", "displayReplyFormAsync")]
    public async Task Every_outlook_gets_the_reply_form_that_it_knows(string version, string method)
    {
        var setup = OutlookMail.Setup(OutlookMail.Read(), ("sets", new Dictionary<string, string> { ["Mailbox"] = version }));
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, setup);
        await pane.DraftAsync();
        await pane.Reply.ClickAsync();
        await Expect(pane.Notice).ToBeVisibleAsync();
        Assert.Single(await pane.FormsAsync());
        Assert.Contains(method, await pane.CallsAsync());
    }

    [Theory]
    [InlineData("html", "<p>My own words</p><p>Signature</p><hr><div id=\"divRplyFwdMsg\">From: Ana Ruiz</div><p>Can I return an unused item within 30 days of delivery?</p>")]
    [InlineData("text", "My own words\n\nSignature\n\n> Can I return an unused item within 30 days of delivery?")]
    public async Task In_a_reply_being_written_the_draft_goes_above_and_touches_nothing(string type, string body)
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Compose(body, type)));
        await pane.DraftAsync();
        await pane.Page.GetByRole(AriaRole.Button, new() { Name = "Insert above your text" }).ClickAsync();
        await Expect(pane.Notice).ToContainTextAsync("above your text");
        var composed = await pane.Page.EvaluateAsync<string>("fakeOutlook.composed()");
        Assert.EndsWith(body, composed, StringComparison.Ordinal);
        var inserted = composed[..^body.Length];
        Assert.Contains("30 days", inserted, StringComparison.Ordinal);
        if (type == "html")
        {
            OutlookPane.AssertFitForOutlook(inserted);
        }
        else
        {
            Assert.DoesNotContain("<", inserted, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("body.setAsync", await pane.CallsAsync());
    }

    [Fact]
    public async Task A_mail_that_asks_nothing_needs_no_reply()
    {
        var setup = OutlookMail.Setup(OutlookMail.Read("<p>The jacket arrived today and works perfectly. Thank you so much!</p>"));
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, setup);
        await pane.DraftReply.ClickAsync();
        await Expect(pane.Page.Locator(".understood")).ToContainTextAsync("asks nothing that needs an answer");
    }
}
