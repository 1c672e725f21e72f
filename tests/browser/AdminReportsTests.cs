using System.Net.Http.Json;
using Microsoft.Playwright;
using OutlookAssist.Tests.Api.Support;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>The reports page: figures, plots and tables of what happened, also where no mailbox is connected.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AdminReportsTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Product product = new();

    public async Task InitializeAsync()
    {
        await product.InitializeAsync();
        for (var count = 0; count < 3; count++)
        {
            var draft = await product.DraftAsync("Do you repair tents? I am very angry that nobody answers.");
            using var rated = await product.Client.PostAsJsonAsync($"/api/drafts/{draft.GetProperty("id").GetString()}/rating", new { outcome = count == 0 ? "discarded" : "inserted" });
        }
    }

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Drafts_of_the_pane_are_shown_narrowed_and_taken_along()
    {
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context);
        await Expect(page.Locator(".figure").First).ToContainTextAsync("3", new() { Timeout = 30_000 });
        await Expect(page.Locator(".figures")).ToContainTextAsync("66.7%");
        await Expect(page.Locator(".report-alerts")).ToContainTextAsync("Nothing needs attention.");
        await Expect(page.Locator(".chart svg").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Time", Exact = true }).SelectOptionAsync("1");
        await Expect(page.Locator(".figure").First).ToContainTextAsync("3");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "By model as CSV" }).ClickAsync());
        Assert.StartsWith("\"model\"", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1300, ColorScheme.Light)]
    public async Task It_fits_every_width_and_an_accessibility_checker_finds_nothing(int width, ColorScheme scheme)
    {
        // The checker is injected as a script, which our own content security policy would rightly stop.
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US", BypassCSP = true, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await OpenAsync(context);
        await Expect(page.Locator(".chart svg").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "addin", "node_modules", "axe-core", "axe.min.js") });
        Assert.Empty(await page.EvaluateAsync<string[]>("axe.run().then((result) => result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`))"));
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"reports-{width}.png"), FullPage = true });
        }
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Client.BaseAddress!, "/admin/reports").ToString());
        return page;
    }
}
