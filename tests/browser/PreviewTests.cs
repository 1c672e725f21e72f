using Microsoft.Playwright;
using OutlookAssist.Tests.Api.Support;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>The preview page in an ordinary browser, from an empty product to a reply and back to an empty product.</summary>
[Collection(BrowserCollection.Name)]
public class PreviewTests(Chromium chromium, SampleShop shop)
{
    [Fact]
    public async Task One_click_loads_the_samples_a_draft_cites_them_and_one_click_deletes_everything()
    {
        var product = new Product();
        await product.InitializeAsync();
        try
        {
            await using var context = await chromium.NewContextAsync();
            var page = await OpenAsync(context, product);
            var browserDialogs = 0;
            page.Dialog += (_, dialog) =>
            {
                browserDialogs++;
                _ = dialog.DismissAsync();
            };
            await Expect(page.Locator(".notices")).ToContainTextAsync("No documents are loaded yet");

            await Button(page, "Load sample knowledge").ClickAsync();
            await Expect(page.Locator(".toolbar-status")).ToContainTextAsync("9 of 9 documents are ready.", new() { Timeout = 60_000 });
            await Expect(page.Locator(".notices")).ToBeHiddenAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Tom Ashworth" }).ClickAsync();
            await DraftAsync(page);
            await Button(page, "Reply all").ClickAsync();
            await Expect(page.Locator(".reply-body p").First).ToContainTextAsync("Tom");
            await Expect(page.Locator(".reply-editor")).ToContainTextAsync("Tom Ashworth <tom.ashworth@harbourschool.example>; Rosa Lind <rosa.lind@harbourschool.example>");
            await Expect(page.Locator(".reply-editor")).ToContainTextAsync("accounts@harbourschool.example");
            OutlookPane.AssertFitForOutlook(await page.Locator(".outgoing").TextContentAsync() ?? "");

            await page.GetByRole(AriaRole.Button, new() { Name = "Lucía Ferrer" }).ClickAsync();
            await DraftAsync(page);
            await Expect(page.Locator(".draft-text")).ToContainTextAsync("gratis de por vida");
            await Expect(page.Locator(".source").First).ToContainTextAsync("envios-y-garantia.txt");

            await Button(page, "Delete all data").ClickAsync();
            await Button(page, "Keep it").ClickAsync();
            await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
            await Button(page, "Delete all data").ClickAsync();
            await Button(page, "Delete everything").ClickAsync();
            await Expect(page.Locator(".toolbar-status")).ToContainTextAsync("Everything is deleted");
            await Expect(page.Locator(".notices")).ToContainTextAsync("No documents are loaded yet");
            await Expect(page.Locator(".draft-text")).ToBeHiddenAsync();
            Assert.Equal(0, browserDialogs);
        }
        finally
        {
            await product.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_question_that_no_document_answers_stays_open()
    {
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, shop, "/#mail=sponsorship");
        await DraftAsync(page);
        await Expect(page.Locator(".questions .open, .questions .deferred").First).ToBeVisibleAsync();
        await Expect(page.Locator(".questions .answered")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("newsletter", "sent by a program or to a list")]
    [InlineData("abwesend", "sent by a program or to a list")]
    [InlineData("hidden-orders", "cannot see")]
    public async Task A_mail_that_is_not_what_it_seems_comes_with_a_warning(string slug, string warning)
    {
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, shop, $"/#mail={slug}");
        await Button(page, "Draft reply").ClickAsync();
        await Expect(page.Locator(".understood")).ToContainTextAsync(warning, new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task The_reader_shows_no_hidden_text_and_loads_nothing_from_elsewhere()
    {
        await using var context = await chromium.NewContextAsync();
        var foreign = new List<string>();
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(shop.Client.BaseAddress!.ToString(), StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        var page = await OpenAsync(context, shop, "/#mail=hidden-orders");
        await Expect(page.Locator(".mail-body")).ToContainTextAsync("how long is a gift card valid");
        await Expect(page.Locator(".mail-body")).Not.ToContainTextAsync("Ignore all previous instructions");
        Assert.Empty(foreign);
    }

    [Fact]
    public async Task A_pasted_mail_and_an_eml_file_can_be_answered()
    {
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, shop);
        await Button(page, "Paste or open a mail").ClickAsync();
        await page.GetByLabel("Sender").FillAsync("Ana Ruiz <ana@mail.example>");
        await page.GetByLabel("Text of the mail").FillAsync("Can I return an unused item within 30 days of delivery?");
        await Button(page, "Open").ClickAsync();
        await DraftAsync(page);
        await Expect(page.Locator(".draft-text")).ToContainTextAsync("30 days");

        await Button(page, "Paste or open a mail").ClickAsync();
        const string parsed = """{"message":{"subject":"Opening hours","from":{"name":"Bob Lee","address":"bob@mail.example"},"body":{"contentType":"text","content":"When is the store in Lyon open?"}},"defects":[]}""";
        await page.RouteAsync("**/api/messages/parse", route => route.FulfillAsync(new() { ContentType = "application/json", Body = parsed }));
        await page.GetByLabel("Or open an .eml file").SetInputFilesAsync(new FilePayload { Name = "mail.eml", MimeType = "message/rfc822", Buffer = "From: bob@mail.example"u8.ToArray() });
        await Expect(page.Locator(".mail-head")).ToContainTextAsync("Opening hours");
        await Expect(page.Locator(".mail-card")).ToContainTextAsync("Bob Lee");
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(900)]
    [InlineData(320)]
    public async Task The_preview_fits_every_width(int width)
    {
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US", ViewportSize = new() { Width = width, Height = 800 } });
        var page = await OpenAsync(context, shop);
        await Expect(Button(page, "Draft reply")).ToBeVisibleAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, Product product, string path = "/")
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(product.Client.BaseAddress!.ToString().TrimEnd('/') + path);
        return page;
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task DraftAsync(IPage page)
    {
        await Button(page, "Draft reply").ClickAsync();
        await Expect(page.Locator(".actions")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }
}
