using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>A vault that keeps to the REST contracts of HashiCorp Vault (key/value version 2) and of Azure Key Vault, and misbehaves when told.</summary>
internal sealed class SecretVault : IAsyncDisposable
{
    /// <summary>What opens it.</summary>
    public const string Token = "token-of-the-test";

    /// <summary>What it holds at <c>mail/model#key</c>, and as <c>model-key</c>.</summary>
    public const string Secret = "secret-of-the-test-0123456789";

    /// <summary>It does what it should.</summary>
    public const int Well = 200;

    /// <summary>It takes the question and never answers.</summary>
    public const int Hangs = 0;

    /// <summary>It answers with a page.</summary>
    public const int Page = 1;

    private WebApplication? _app;

    /// <summary>Where it listens.</summary>
    public string Endpoint { get; private set; } = "";

    /// <summary>How often it was asked.</summary>
    public int Calls { get; private set; }

    /// <summary>The status that it answers, or one of the ways above.</summary>
    public int Misbehaviour { get; set; } = Well;

    /// <summary>How many questions it misbehaves at before it does well.</summary>
    public int Times { get; set; } = int.MaxValue;

    /// <summary>Starts it on a free port; with a certificate it speaks TLS.</summary>
    public static async Task<SecretVault> StartAsync(X509Certificate2? certificate = null)
    {
        var vault = new SecretVault();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        vault._app = builder.Build();
        vault._app.Use(vault.MisbehaveAsync);
        vault._app.MapGet("/v1/secret/data/mail/model", (HttpContext context) => context.Request.Headers["X-Vault-Token"] == Token
            ? Results.Text(JsonSerializer.Serialize(new { request_id = "1", data = new { data = new Dictionary<string, object> { ["key"] = Secret, ["number"] = 5 }, metadata = new { version = 3 } } }), "application/json")
            : Results.Text("""{"errors":["permission denied"]}""", "application/json", statusCode: 403));
        vault._app.MapGet("/secrets/model-key", (HttpContext context) => context.Request.Headers.Authorization == $"Bearer {Token}" && context.Request.Query["api-version"] == "7.4"
            ? Results.Json(new { value = Secret, id = "https://name.vault.azure.net/secrets/model-key/v1" })
            : Results.Json(new { error = new { code = "Unauthorized" } }, statusCode: 401));
        vault._app.MapFallback(() => Results.Text("""{"errors":[]}""", "application/json", statusCode: 404));
        await vault._app.StartAsync();
        vault.Endpoint = $"{(certificate is null ? "http" : "https")}://localhost:{new Uri(vault._app.Urls.First()).Port}";
        return vault;
    }

    /// <summary>An authority of our own in a file, and a certificate for this machine that it signed.</summary>
    public static X509Certificate2 CertificateFor(string authorityFile)
    {
        using var authorityKey = RSA.Create(2048);
        var authorityRequest = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var authority = authorityRequest.CreateSelfSigned(from, to);
        File.WriteAllText(authorityFile, authority.ExportCertificatePem());
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, from, to, [1, 2, 3, 4]);
        using var withKey = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app!.DisposeAsync();

    private async Task MisbehaveAsync(HttpContext context, RequestDelegate next)
    {
        if (++Calls > Times || Misbehaviour == Well)
        {
            await next(context);
            return;
        }

        switch (Misbehaviour)
        {
            case Hangs:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case Page:
                await context.Response.WriteAsync("<html>sign in</html>");
                break;
            default:
                context.Response.StatusCode = Misbehaviour;
                context.Response.Headers.RetryAfter = "0";
                context.Response.Headers.Location = "http://localhost:1/";
                break;
        }
    }
}
