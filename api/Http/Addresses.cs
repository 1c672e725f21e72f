using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using OutlookAssist.Settings;

namespace OutlookAssist.Http;

/// <summary>Where the product listens: exactly the given addresses, else one plain and, with a development certificate, one secure address.</summary>
internal static class Addresses
{
    private const string PlainDefault = "http://localhost:5180";
    private const string SecureDefault = "https://localhost:7443";
    private const string DevelopmentCertificate = "1.3.6.1.4.1.311.84.1.1";

    /// <summary>Chooses the addresses and gives them back; an explicit choice is never added to.</summary>
    public static IReadOnlyList<string> Choose(WebApplicationBuilder builder)
    {
        // The web server prefers its own section to Urls, so both are looked at.
        string[] given =
        [
            .. (builder.Configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            .. builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? ""),
        ];
        if (given.Length > 0)
        {
            return given;
        }

        string[] chosen = HasDevelopmentCertificate() ? [PlainDefault, SecureDefault] : [PlainDefault];
        builder.WebHost.UseUrls(chosen);
        return chosen;
    }

    /// <summary>Runs until stopped; a busy port ends the start with one line.</summary>
    public static async Task RunAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException failure) when (failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException || HasSocketError(failure))
        {
            throw new StartRefusedException($"{failure.Message.TrimEnd('.')}. Stop the program that uses it, or choose another address with --urls http://localhost:PORT.", failure);
        }

        foreach (var address in app.Urls)
        {
            Console.WriteLine($"OutlookAssist is ready: open {address}");
        }

        Console.WriteLine("Press Ctrl+C to stop.");
        await app.WaitForShutdownAsync();
    }

    private static bool HasSocketError(Exception failure) =>
        failure.InnerException is SocketException or { InnerException: SocketException };

    private static bool HasDevelopmentCertificate()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false; // No store yet means no certificate either.
        }

        // Expiry is checked by the web server when it loads the certificate.
        return store.Certificates.Any(certificate => certificate.HasPrivateKey && certificate.Extensions.Any(extension => extension.Oid?.Value == DevelopmentCertificate));
    }
}
