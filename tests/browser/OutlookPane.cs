using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Browser;

/// <summary>The shipped pane inside the fake Outlook, which is served at the address of the real office.js.</summary>
internal sealed partial class OutlookPane : IAsyncDisposable
{
    private static readonly string FakeOffice = File.ReadAllText(Path.Combine(Repository.Root, "tests", "browser", "fake-office", "office.js"));

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    private OutlookPane(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _errors.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What the page complained about: exceptions, and everything that the content security policy stopped.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public ILocator DraftReply => Page.GetByRole(AriaRole.Button, new() { Name = "Draft reply", Exact = true });

    public ILocator Reply => Page.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true });

    public ILocator Sources => Page.Locator(".source");

    public ILocator Notice => Page.Locator(".outcome-notice");

    public ILocator Failure => Page.Locator(".notices");

    public static async Task<OutlookPane> OpenAsync(Chromium chromium, Product product, string setup, BrowserNewContextOptions? options = null, bool blockOffice = false, Func<IPage, Task>? before = null)
    {
        var context = await chromium.NewContextAsync(options);
        var pane = new OutlookPane(context, await context.NewPageAsync());
        await pane.Page.AddInitScriptAsync($"window.fakeOutlookSetup = {setup};");
        await pane.Page.RouteAsync("https://appsforoffice.microsoft.com/**", route => blockOffice
            ? route.AbortAsync()
            : route.FulfillAsync(new() { ContentType = "text/javascript", Body = FakeOffice }));
        if (before is not null)
        {
            await before(pane.Page);
        }

        await pane.Page.GotoAsync(new Uri(product.Client.BaseAddress!, "/addin/taskpane.html").ToString());
        return pane;
    }

    /// <summary>Presses Draft reply and waits until the draft can be inserted.</summary>
    public async Task DraftAsync()
    {
        await DraftReply.ClickAsync();
        await Assertions.Expect(Page.Locator(".actions")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    /// <summary>The reply forms that Outlook opened, with the HTML that it received.</summary>
    public async Task<IReadOnlyList<(bool All, string Html)>> FormsAsync() =>
        [.. (await ReadAsync("forms")).EnumerateArray().Select(form => (form.GetProperty("all").GetBoolean(), form.GetProperty("html").GetString()!))];

    /// <summary>The Office methods that the pane called, in order.</summary>
    public async Task<IReadOnlyList<string>> CallsAsync() =>
        [.. (await ReadAsync("calls")).EnumerateArray().Select(call => call.GetProperty("method").GetString()!)];

    /// <summary>Puts another mail on screen; silently as classic Outlook does when it forgets to tell the pane.</summary>
    public Task SwitchToAsync(object? mail, bool silently = false) =>
        Page.EvaluateAsync($"fakeOutlook.open({JsonSerializer.Serialize(mail)}, {(silently ? "true" : "false")})");

    /// <summary>Only what Outlook's compose writes understand, and nothing that could load or run.</summary>
    public static void AssertFitForOutlook(string html)
    {
        Assert.Matches("^<div dir=\"(ltr|rtl)\">.*</div>$", html.ReplaceLineEndings(" "));
        var inner = html[html.IndexOf('>', StringComparison.Ordinal)..^"</div>".Length][1..];
        Assert.All(AnyTag().Matches(inner), tag => Assert.Matches("^(</?(p|ul|ol|li|strong|em)>|<br>|<a href=\"(https?|mailto|tel):[^\"<>]*\">|</a>)$", tag.Value));
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task<JsonElement> ReadAsync(string property) =>
        JsonSerializer.Deserialize<JsonElement>(await Page.EvaluateAsync<string>($"JSON.stringify(fakeOutlook.{property})"));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();
}
