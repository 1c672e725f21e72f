using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OutlookAssist.Access;
using OutlookAssist.Tests.Api.Support;
using static Microsoft.Playwright.Assertions;

namespace OutlookAssist.Tests.Browser;

/// <summary>Signing in by hand at a real OpenID Connect issuer, in the pane and on a page, from the click to the draft.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SignInTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };
    private readonly OpenIdProduct product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task In_the_pane_one_click_signs_in_shows_who_it_is_and_drafts()
    {
        await using var pane = await OutlookPane.OpenAsync(chromium, product, OutlookMail.Setup(OutlookMail.Read()), new() { Locale = "en-US", IgnoreHTTPSErrors = true });
        await Expect(pane.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync(Patient);
        await SignInAsync(pane.Page, "ana");
        await Expect(pane.Page.Locator(".sign-in")).ToHaveTextAsync("Signed in as Ana Ruiz");
        await pane.DraftAsync();
        await Expect(pane.Page.Locator(".actions")).ToBeVisibleAsync(Patient);
    }

    [Fact]
    public async Task On_the_knowledge_page_uploads_news_and_originals_work_with_the_token()
    {
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US", IgnoreHTTPSErrors = true });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Client.BaseAddress!, "/admin/knowledge").ToString());
        await SignInAsync(page, "ana");
        await Expect(page.Locator(".sign-in")).ToHaveTextAsync("Signed in as Ana Ruiz", new() { Timeout = 30_000 });
        await Expect(page.Locator(".live")).ToHaveTextAsync("Live", new() { Timeout = 30_000 });
        await page.Locator("input[type=file][multiple]").First.SetInputFilesAsync(new FilePayload { Name = "kiosk.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("The kiosk opens at nine.") });
        var row = page.Locator(".document").Filter(new() { Has = page.GetByText("kiosk.txt", new() { Exact = true }) });
        await Expect(row.Locator(".state-ready")).ToBeVisibleAsync(Patient);
        var original = await context.RunAndWaitForPageAsync(() => row.Locator(".document-name a").ClickAsync());
        await Expect(original.Locator("body")).ToContainTextAsync("opens at nine");
    }

    [Fact]
    public async Task Somebody_without_a_role_is_told_whom_to_ask()
    {
        await using var context = await chromium.NewContextAsync(new() { Locale = "en-US", IgnoreHTTPSErrors = true });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Client.BaseAddress!, "/admin/knowledge").ToString());
        await SignInAsync(page, "guest");
        await Expect(page.Locator(".sign-in")).ToContainTextAsync("You have no role here yet", new() { Timeout = 30_000 });
    }

    private static async Task SignInAsync(IPage page, string login)
    {
        var popup = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync());
        await popup.Locator("input[name=login]").FillAsync(login);
        await popup.Locator("input[name=password]").FillAsync("any");
        await popup.Locator("button[type=submit]").ClickAsync();
        await popup.Locator("button[type=submit]", new() { HasText = "Continue" }).ClickAsync();
        await Expect(page.Locator(".sign-in button")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
    }
}

/// <summary>The product beside a real issuer, which runs as a process of its own with a certificate made for it.</summary>
internal sealed class OpenIdProduct : Product
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _issuerPort = FreePort();
    private Process? _issuer;

    public OpenIdProduct() => Port = FreePort();

    public override async Task InitializeAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var (certificateFile, keyFile) = (Path.Combine(_folder.Path, "certificate.pem"), Path.Combine(_folder.Path, "key.pem"));
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());

        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            Path.Combine(Repository.Root, "tests", "browser", "issuer", "issuer.mjs"), Path.Combine(Repository.Root, "addin", "package.json"),
            certificateFile, keyFile, _issuerPort.ToString(System.Globalization.CultureInfo.InvariantCulture), $"http://127.0.0.1:{Port}/addin/signed-in.html",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _issuer = Process.Start(start)!;
        _issuer.ErrorDataReceived += (_, _) => { };
        _issuer.BeginErrorReadLine();
        while (await _issuer.StandardOutput.ReadLineAsync() is { } line && line != "listening")
        {
        }

        await base.InitializeAsync();
    }

    protected override void Configure(IWebHostBuilder host)
    {
        host.UseSetting("Access:Mode", "OpenId");
        host.UseSetting("Access:Authority", $"https://localhost:{_issuerPort}");
        host.UseSetting("Access:ClientId", "outlookassist");
        // The certificate is this test's own, so only this test trusts it.
        host.ConfigureServices(services => services.AddHttpClient(SigningKeys.Client).ConfigurePrimaryHttpMessageHandler(() =>
            new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }));
    }

    public override async Task StopAsync()
    {
        await base.StopAsync();
        if (_issuer is { HasExited: false })
        {
            _issuer.Kill();
        }

        _issuer?.Dispose();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
