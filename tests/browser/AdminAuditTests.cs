using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using OutlookAssist.Tests.Api.Support;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>The audit page: read, filtered, exported, and honest about a changed trail.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AdminAuditTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Product product = new();

    public async Task InitializeAsync()
    {
        await product.InitializeAsync();
        var draft = await product.DraftAsync("Do you repair tents?");
        using var rated = await product.Client.PostTextAsync($"/api/drafts/{draft.GetProperty("id").GetString()}/rating", """{"outcome":"inserted"}""");
    }

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task It_shows_filters_exports_and_says_when_the_trail_was_changed()
    {
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context);
        await Expect(page.Locator(".audit-state")).ToContainTextAsync("The trail is whole");
        await Expect(page.Locator("tbody code")).ToContainTextAsync(["draft.rated", "draft.created"]);
        await Expect(page.Locator("tbody tr").Last).ToContainTextAsync("This machine");

        await page.GetByLabel("Action").FillAsync("draft.created");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("tbody code")).ToHaveTextAsync(["draft.created"]);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "CSV" }).ClickAsync());
        Assert.Equal(2, (await File.ReadAllLinesAsync(await download.PathAsync())).Length);
        await page.GetByLabel("Action").FillAsync("nothing");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("tbody")).ToHaveTextAsync("Nothing fits.");

        using (var connection = new SqliteConnection($"Data Source={Path.Combine(product.DataDirectory, "outlookassist.db")}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE AuditEntries SET Outcome = 500 WHERE Number = 1";
            command.ExecuteNonQuery();
        }

        await page.ReloadAsync();
        await Expect(page.Locator(".audit-state")).ToHaveTextAsync("The trail was changed at entry 1.");
    }

    [Theory]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1300, ColorScheme.Light)]
    public async Task It_fits_every_width_and_an_accessibility_checker_finds_nothing(int width, ColorScheme scheme)
    {
        // The checker is injected as a script, which our own content security policy would rightly stop.
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US", BypassCSP = true, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await OpenAsync(context);
        await Expect(page.Locator(".audit-state")).ToContainTextAsync("The trail is whole");
        await Expect(page.Locator("tbody code").First).ToBeVisibleAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "addin", "node_modules", "axe-core", "axe.min.js") });
        Assert.Empty(await page.EvaluateAsync<string[]>("axe.run().then((result) => result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`))"));
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"audit-{width}.png") });
        }
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Client.BaseAddress!, "/admin/audit").ToString());
        return page;
    }
}
