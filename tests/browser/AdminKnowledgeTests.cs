using System.Text;
using Microsoft.Playwright;
using OutlookAssist.Tests.Api.Support;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>The knowledge page, from dropped files to an open question that the next draft answers.</summary>
[Collection(BrowserCollection.Name)]
public class AdminKnowledgeTests(Chromium chromium, SampleShop shop)
{
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task Many_files_are_followed_until_they_answer_and_each_refusal_says_what_to_do()
    {
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context);
        await Expect(page.Locator(".live")).ToHaveTextAsync("Live", Patient);
        await UploadAsync(page, ("lantern.md", "# Lanterns\n\nThe glowworm lantern burns for nineteen hours."), ("blank.html", "<html><body><p style=\"display:none\">unseen</p></body></html>"), ("empty.txt", ""), ("program.exe", "MZ"));

        await Expect(page.Locator(".uploads-head p")).ToHaveTextAsync("2 of 4 files uploaded · 2 refused", Patient);
        await Expect(page.Locator(".upload.refused").Filter(new() { HasText = "empty.txt" })).ToContainTextAsync("Upload one with content");
        await Expect(page.Locator(".upload.refused").Filter(new() { HasText = "program.exe" }).Locator("p")).Not.ToBeEmptyAsync();
        await Expect(Row(page, "lantern.md").Locator(".chip").Last).ToHaveTextAsync("Ready", Patient);
        await Expect(Row(page, "blank.html").Locator(".remedy")).ToContainTextAsync("no readable text", new() { Timeout = 30_000 });
        await Expect(Button(page, "Try blank.html again")).ToBeVisibleAsync();

        await SearchAsync(page, "how long do glowworm lanterns burn?");
        var found = page.Locator("#search .source").First;
        await Expect(found.Locator("mark", new() { HasText = "glowworm" }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(found).ToContainTextAsync("Relevance");
        var original = await context.RunAndWaitForPageAsync(() => found.GetByRole(AriaRole.Link).ClickAsync());
        await Expect(original.Locator("body")).ToContainTextAsync("nineteen hours");

        await Button(page, "Tags of lantern.md").ClickAsync();
        await page.Locator(".tag-editor textarea").FillAsync("kind: light\nyear:2026");
        await Button(page, "Save").ClickAsync();
        await page.GetByLabel("Tag (key:value)").FillAsync("kind:light");
        await page.GetByLabel("Tag (key:value)").PressAsync("Enter");
        await Expect(page.Locator(".document")).ToHaveCountAsync(1);
        await page.GetByLabel("Tag (key:value)").FillAsync("");
        await page.GetByLabel("Tag (key:value)").PressAsync("Enter");

        await Button(page, "Delete blank.html").ClickAsync();
        await Button(page, "Delete lantern.md").ClickAsync();
        await Expect(Row(page, "lantern.md")).ToHaveCountAsync(0);
        await Button(page, "Undo").ClickAsync();
        await Expect(Row(page, "lantern.md")).ToContainTextAsync("kind:light");
        await shop.Client.DeleteAsync($"/api/knowledge/documents/{await IdAsync(page, "lantern.md")}?purge=true");
        await Expect(Row(page, "lantern.md")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_open_question_becomes_an_entry_with_two_clicks_and_the_next_draft_answers_it()
    {
        const string question = "Do you rent out sea kayaks by the week?";
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context);
        await shop.DraftAsync($"Hello,\n\n{question}\n\nAna");
        var gap = page.Locator(".gap").Filter(new() { HasText = question });
        await Expect(gap).ToContainTextAsync("Asked once", new() { Timeout = 30_000 });

        await gap.GetByRole(AriaRole.Button, new() { Name = $"Answer: {question}" }).ClickAsync();
        await Expect(gap.GetByLabel("Question")).ToHaveValueAsync(question);
        await gap.GetByLabel("Answer", new() { Exact = true }).FillAsync("Yes, we rent out sea kayaks for 140 euros a week.");
        await gap.GetByLabel("Source").FillAsync("Rental price list");
        await Button(page, "Save as document").ClickAsync();
        await Expect(gap).ToHaveCountAsync(0);
        const string name = "Do you rent out sea kayaks by the week.md";
        await Expect(Row(page, name).Locator(".chip").First).ToHaveTextAsync("origin:gap", Patient);
        await Expect(Row(page, name).Locator(".state-ready")).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await page.GetByLabel("Paste a mail").FillAsync($"Hi, {question}");
        await Button(page, "Show findings").ClickAsync();
        await Expect(page.Locator(".finding .verdict")).ToHaveTextAsync("A draft would answer this");
        var draft = await shop.DraftAsync(question);
        Assert.Contains("140 euros", draft.GetProperty("reply").GetProperty("text").GetString(), StringComparison.Ordinal);
        await shop.Client.DeleteAsync($"/api/knowledge/documents/{await IdAsync(page, name)}?purge=true");
    }

    [Fact]
    public async Task The_keyboard_alone_searches_deletes_and_undoes()
    {
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context);
        await UploadAsync(page, ("keyboard.txt", "The ptarmigan hut has twelve beds."));
        await Expect(Row(page, "keyboard.txt").Locator(".state-ready")).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await TabToAsync(page, "Delete keyboard.txt");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Button(page, "Undo")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Row(page, "keyboard.txt")).ToBeFocusedAsync();
        await TabToAsync(page, "Search the passages");
        await page.Keyboard.TypeAsync("ptarmigan beds");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#search .source").First).ToContainTextAsync("twelve beds");
        await shop.Client.DeleteAsync($"/api/knowledge/documents/{await IdAsync(page, "keyboard.txt")}?purge=true");
    }

    [Theory]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1300, ColorScheme.Light)]
    public async Task It_fits_every_width_and_an_accessibility_checker_finds_nothing(int width, ColorScheme scheme)
    {
        // The checker is injected as a script, which our own content security policy would rightly stop.
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US", BypassCSP = true, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await shop.DraftAsync("Can I bring my llama to the store in Lyon for a fitting?");
        var page = await OpenAsync(context);
        await SearchAsync(page, "returns");
        await Expect(page.Locator("#search .source").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer: " }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tags of " }).First.ClickAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "addin", "node_modules", "axe-core", "axe.min.js") });
        var findings = await page.EvaluateAsync<string[]>("axe.run().then((result) => result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`))");
        Assert.Empty(findings);
    }

    [Fact]
    public async Task Without_the_hub_the_page_asks_again_by_itself_and_says_so()
    {
        await using var context = await chromium.NewContextAsync();
        await context.RouteAsync("**/hubs/**", route => route.AbortAsync());
        var page = await OpenAsync(context);
        await Expect(page.Locator(".live")).ToHaveTextAsync("Checking every few seconds", Patient);
        var document = Assert.Single(await shop.UploadAsync(("polled.txt", "The capercaillie map is green."u8.ToArray())));
        await Expect(Row(page, "polled.txt").Locator(".state-ready")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await shop.Client.DeleteAsync($"/api/knowledge/documents/{document.GetProperty("documentId").GetString()}?purge=true");
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(shop.Client.BaseAddress!, "/admin/knowledge").ToString());
        await Expect(page.Locator(".document").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return page;
    }

    private static Task UploadAsync(IPage page, params (string Name, string Text)[] files) =>
        page.Locator(".file-picker").First.SetInputFilesAsync(files.Select(file => new FilePayload { Name = file.Name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(file.Text) }));

    private static async Task SearchAsync(IPage page, string words)
    {
        await page.GetByLabel("Search the passages").FillAsync(words);
        await page.GetByLabel("Search the passages").PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, string label)
    {
        for (var tabs = 0; tabs < 400; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement?.getAttribute('aria-label')") == label)
            {
                return;
            }
        }

        Assert.Fail($"Tab never reached {label}.");
    }

    private static async Task<string> IdAsync(IPage page, string name)
    {
        var address = await Row(page, name).Locator(".document-name a").GetAttributeAsync("href");
        return address!.Split('/')[^2];
    }

    private static ILocator Row(IPage page, string name) => page.Locator(".document").Filter(new() { Has = page.GetByText(name, new() { Exact = true }) });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
