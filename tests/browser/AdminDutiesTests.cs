using System.Text;
using Microsoft.Playwright;
using OutlookAssist.Tests.Api.Support;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>The pages of an administrator's duties: a person exported and erased after a typed confirmation, retention with its evidence, organisations.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AdminDutiesTests(Chromium chromium) : IAsyncLifetime
{
    private const string Address = "ana@customers.example";
    private readonly Product product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task A_person_is_exported_and_then_erased_once_the_address_was_typed_again()
    {
        await product.DraftAsync("Do you repair tents?", from: new { address = Address });
        await product.UploadAsync(("contact.txt", Encoding.UTF8.GetBytes($"The tent belongs to {Address}.")));
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, "privacy");
        await Expect(page.GetByText("365 days").First).ToBeVisibleAsync();

        await page.GetByLabel("Mail address").FillAsync(Address);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync());
        Assert.Equal("person.zip", download.SuggestedFilename);

        await page.GetByRole(AriaRole.Button, new() { Name = "Erase…" }).ClickAsync();
        var erase = page.GetByRole(AriaRole.Button, new() { Name = "Erase for good" });
        await Expect(erase).ToBeDisabledAsync();
        await page.GetByLabel("Type the address again").FillAsync("ana@customers");
        await Expect(erase).ToBeDisabledAsync();
        await page.GetByLabel("Type the address again").FillAsync(Address);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("drafts 1");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("documents 1");
        await Expect(erase).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove what is due now" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "What was removed" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData("privacy", 320, ColorScheme.Dark)]
    [InlineData("privacy", 1300, ColorScheme.Light)]
    [InlineData("organisations", 320, ColorScheme.Light)]
    [InlineData("organisations", 1300, ColorScheme.Dark)]
    public async Task They_fit_every_width_and_an_accessibility_checker_finds_nothing(string name, int width, ColorScheme scheme)
    {
        // The checker is injected as a script, which our own content security policy would rightly stop.
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US", BypassCSP = true, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await OpenAsync(context, name);
        await Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
        if (name == "privacy")
        {
            await page.GetByLabel("Mail address").FillAsync(Address);
            await page.GetByRole(AriaRole.Button, new() { Name = "Erase…" }).ClickAsync();
        }

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "addin", "node_modules", "axe-core", "axe.min.js") });
        Assert.Empty(await page.EvaluateAsync<string[]>("axe.run().then((result) => result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`))"));
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png") });
        }
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, string name)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Client.BaseAddress!, $"/admin/{name}").ToString());
        return page;
    }
}
