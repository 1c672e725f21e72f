using Microsoft.Playwright;
using OutlookAssist.Tests.Api.Support;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>The mailboxes page: a mailbox is connected, paused, tested and removed, and a refusal is a sentence.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AdminMailboxesTests(Chromium chromium) : IAsyncLifetime
{
    private readonly MailboxProduct product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task A_mailbox_is_connected_paused_tested_and_removed()
    {
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Client.BaseAddress!, "/admin/mailboxes").AbsoluteUri);
        await Expect(page.GetByText("No mailbox is connected.")).ToBeVisibleAsync();

        await page.GetByLabel("Kept by").SelectOptionAsync("graph");
        await page.GetByLabel("Address", new() { Exact = true }).FillAsync("support@shop.example");
        await page.GetByLabel("Tenant id").FillAsync("tenant");
        await page.GetByLabel("Application id").FillAsync("client");
        await page.GetByLabel("Application secret").FillAsync("wrong");
        product.Graph.GivesTokens = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("consent was withdrawn");

        product.Graph.GivesTokens = true;
        await page.GetByLabel("Tenant id").FillAsync("tenant");
        await page.GetByLabel("Application id").FillAsync("client");
        await page.GetByLabel("Application secret").FillAsync("secret");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("support@shop.example is connected.");
        await Expect(page.GetByLabel("Application secret")).ToHaveCountAsync(0);

        var card = page.Locator(".mailbox");
        await Expect(card).ToContainTextAsync("Connected");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause: support@shop.example" }).ClickAsync();
        await Expect(card).ToContainTextAsync("Paused");
        await page.GetByRole(AriaRole.Button, new() { Name = "Test: support@shop.example" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("support@shop.example: everything that is needed is there.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Disconnect: support@shop.example" }).ClickAsync();
        await Expect(card).ToContainTextAsync("Disconnected");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove with its mail: support@shop.example" }).ClickAsync();
        await Expect(page.GetByText("No mailbox is connected.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1300, ColorScheme.Light)]
    public async Task It_fits_every_width_and_an_accessibility_checker_finds_nothing(int width, ColorScheme scheme)
    {
        using var connected = await product.Client.PostTextAsync("/api/mailboxes", """{"kind":"graph","address":"support@shop.example","credentials":{"tenantId":"t","clientId":"c","clientSecret":"s"}}""");
        Assert.True(connected.IsSuccessStatusCode);
        // The checker is injected as a script, which our own content security policy would rightly stop.
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US", BypassCSP = true, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Client.BaseAddress!, "/admin/mailboxes").AbsoluteUri);
        await Expect(page.Locator(".mailbox")).ToContainTextAsync("Connected");
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "addin", "node_modules", "axe-core", "axe.min.js") });
        Assert.Empty(await page.EvaluateAsync<string[]>("axe.run().then((result) => result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`))"));
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"mailboxes-{width}.png") });
        }
    }
}
