using System.Net.Http.Json;
using Microsoft.Playwright;
using OutlookAssist.Tests.Api.Support;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>The pages of language models and of saved replies: what they show, what can be done, at every width and in both themes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AdminModelsTests(Chromium chromium) : IAsyncLifetime
{
    private readonly ModelProduct product = new();

    public async Task InitializeAsync()
    {
        await product.InitializeAsync();
        var draft = await product.DraftAsync(ModelProduct.Answerable);
        using var rated = await product.Client.PostTextAsync($"/api/drafts/{draft.GetProperty("id").GetString()}/rating", """{"outcome":"edited","editedShare":0.25}""");
        using var written = await product.Client.PostAsJsonAsync("/api/saved-replies", new { name = "Trial ride", questions = new[] { "May I try a bicycle?" }, language = "en", text = "Dear {{customer.name}},\n\nyou may try every bicycle for one hour." });
    }

    public Task DisposeAsync() => product.DisposeAsync();

    [Theory]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1300, ColorScheme.Light)]
    public async Task Both_fit_every_width_and_an_accessibility_checker_finds_nothing(int width, ColorScheme scheme)
    {
        // The checker is injected as a script, which our own content security policy would rightly stop.
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US", BypassCSP = true, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await OpenAsync(context, "models");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 calls");
        await Expect(page.Locator("tbody").First).ToContainTextAsync("OpenAI test");
        await Expect(page.Locator("tbody").First).ToContainTextAsync("25%");
        await LooksRightAsync(page, width, "models");
        page = await OpenAsync(context, "saved-replies");
        await Expect(page.Locator(".replies")).ToContainTextAsync("Trial ride");
        await LooksRightAsync(page, width, "saved-replies");
    }

    [Fact]
    public async Task A_saved_reply_is_written_refused_tried_and_removed()
    {
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US" });
        var page = await OpenAsync(context, "saved-replies");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Helmet");
        await page.GetByLabel("Questions it answers").FillAsync("Do you lend helmets?");
        await page.GetByLabel("Answer", new() { Exact = true }).FillAsync("Yes, {{each x}}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("is not allowed");
        await page.GetByLabel("Answer", new() { Exact = true }).FillAsync("Yes, {{customer.name}}, we lend helmets.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show filled in" }).ClickAsync();
        await Expect(page.Locator(".reply-trial")).ToContainTextAsync("Yes, [customer name], we lend helmets.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".replies h2")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Helmet" }).ClickAsync();
        await Expect(page.Locator(".replies h2")).ToHaveCountAsync(1);
    }

    private static async Task LooksRightAsync(IPage page, int width, string name)
    {
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "addin", "node_modules", "axe-core", "axe.min.js") });
        Assert.Empty(await page.EvaluateAsync<string[]>("axe.run().then((result) => result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`))"));
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, string name)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Client.BaseAddress!, $"/admin/{name}").ToString());
        return page;
    }
}
