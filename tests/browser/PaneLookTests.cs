using System.IO.Compression;
using Microsoft.Playwright;
using OutlookAssist.Tests.Api.Support;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>Themes, languages, narrow panes, keyboard, weight.</summary>
[Collection(BrowserCollection.Name)]
public class PaneLookTests(Chromium chromium, SampleShop shop)
{
    private const int HighestScriptBytes = 60 * 1024;

    [Theory]
    [InlineData(320)]
    [InlineData(280)]
    public async Task A_narrow_pane_never_scrolls_sideways(int width)
    {
        var options = new BrowserNewContextOptions { Locale = "en-US", ViewportSize = new() { Width = width, Height = 700 } };
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()), options);
        await pane.DraftAsync();
        Assert.Equal(width, await pane.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("#ffffff", "light")]
    [InlineData("#f3f2f1", "light")]
    [InlineData("#1f1f1f", "dark")]
    [InlineData("#000000", "dark")]
    public async Task The_theme_follows_the_luminance_of_outlook(string background, string expected)
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read(), ("theme", background)));
        await Expect(pane.DraftReply).ToBeVisibleAsync();
        await Expect(pane.Page.Locator("html")).ToHaveAttributeAsync("data-theme", expected);
        await pane.Page.EvaluateAsync($"fakeOutlook.changeTheme('{(expected == "dark" ? "#ffffff" : "#101010")}')");
        await Expect(pane.Page.Locator("html")).ToHaveAttributeAsync("data-theme", expected == "dark" ? "light" : "dark");
    }

    [Fact]
    public async Task Without_a_theme_of_outlook_the_system_decides()
    {
        var options = new BrowserNewContextOptions { Locale = "en-US", ColorScheme = ColorScheme.Dark };
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read(), ("theme", null)), options);
        await Expect(pane.DraftReply).ToBeVisibleAsync();
        await Expect(pane.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Theory]
    [InlineData("de-DE", "Antwort entwerfen", "de-DE", "ltr")]
    [InlineData("fr-FR", "Préparer une réponse", "fr-FR", "ltr")]
    [InlineData("es-ES", "Preparar respuesta", "es-ES", "ltr")]
    [InlineData("ar-SA", "Draft reply", "en", "rtl")]
    public async Task The_pane_speaks_the_language_of_outlook(string language, string button, string tag, string direction)
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read(), ("displayLanguage", language)));
        await Expect(pane.Page.GetByRole(AriaRole.Button, new() { Name = button })).ToBeVisibleAsync();
        await Expect(pane.Page.Locator("html")).ToHaveAttributeAsync("lang", tag);
        await Expect(pane.Page.Locator("html")).ToHaveAttributeAsync("dir", direction);
    }

    [Fact]
    public async Task The_keyboard_alone_drafts_and_jumps_from_a_marker_to_its_source()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()));
        await Expect(pane.DraftReply).ToBeVisibleAsync();
        await pane.Page.Keyboard.PressAsync("Tab");
        await Expect(pane.DraftReply).ToBeFocusedAsync();
        await pane.Page.Keyboard.PressAsync("Enter");
        await Expect(pane.Page.Locator(".draft-title")).ToBeFocusedAsync(new() { Timeout = 30_000 });
        await pane.Page.Keyboard.PressAsync("Tab");
        await pane.Page.Keyboard.PressAsync("Enter");
        await Expect(pane.Sources.First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_screen_reader_hears_the_stages_and_the_end()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()));
        await pane.DraftAsync();
        await Expect(pane.Page.Locator("[role=status]").First).ToContainTextAsync("Draft ready:");
    }

    [Theory]
    [InlineData("#ffffff", "en-US")]
    [InlineData("#1f1f1f", "en-US")]
    [InlineData("#ffffff", "ar-SA")]
    public async Task An_accessibility_checker_finds_nothing(string background, string language)
    {
        // The checker is injected as a script, which our own content security policy would rightly stop.
        var options = new BrowserNewContextOptions { Locale = "en-US", BypassCSP = true, ViewportSize = new() { Width = 320, Height = 700 } };
        var setup = OutlookMail.Setup(OutlookMail.Read(), ("theme", background), ("displayLanguage", language));
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, setup, options);
        await pane.DraftAsync();
        await pane.Page.Locator(".options summary").ClickAsync();
        await pane.Reply.ClickAsync();
        await Expect(pane.Notice).ToBeVisibleAsync();
        await pane.Page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "addin", "node_modules", "axe-core", "axe.min.js") });
        var findings = await pane.Page.EvaluateAsync<string[]>("axe.run().then((result) => result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`))");
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData(320, "#1f1f1f")]
    [InlineData(640, "#ffffff")]
    public async Task Alternatives_and_the_own_style_fit_every_width_and_theme(int width, string background)
    {
        var options = new BrowserNewContextOptions { Locale = "en-US", BypassCSP = true, ViewportSize = new() { Width = width, Height = 900 } };
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read(), ("theme", background)), options);
        await pane.DraftAsync();
        await pane.Page.GetByText("My style").ClickAsync();
        await Expect(pane.Page.Locator(".style input[type=checkbox]")).ToBeVisibleAsync();
        await pane.Page.GetByRole(AriaRole.Button, new() { Name = "Show alternatives" }).ClickAsync();
        await Expect(pane.Page.Locator(".alternative").Nth(1)).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Equal(width, await pane.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await pane.Page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "addin", "node_modules", "axe-core", "axe.min.js") });
        Assert.Empty(await pane.Page.EvaluateAsync<string[]>("axe.run().then((result) => result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`))"));
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
        {
            await pane.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"alternatives-{width}.png"), FullPage = true });
        }
    }

    [Fact]
    public async Task The_first_script_weighs_at_most_60_kilobytes_compressed()
    {
        var scripts = new List<string>();
        await using var pane = await OutlookPane.OpenAsync(chromium, shop, OutlookMail.Setup(OutlookMail.Read()), before: page =>
        {
            page.Response += (_, response) =>
            {
                if (response.Request.ResourceType == "script" && response.Url.StartsWith(shop.Client.BaseAddress!.ToString(), StringComparison.Ordinal))
                {
                    scripts.Add(response.Url);
                }
            };
            return Task.CompletedTask;
        });
        await Expect(pane.DraftReply).ToBeVisibleAsync();
        Assert.NotEmpty(scripts);
        var total = 0L;
        foreach (var script in scripts)
        {
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                await gzip.WriteAsync(await shop.Client.GetByteArrayAsync(new Uri(script)));
            }

            total += packed.Length;
        }

        Assert.InRange(total, 1, HighestScriptBytes);
    }
}
