using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OutlookAssist.Tests.MailServers;

/// <summary>A certificate of a test's own for this machine's loopback address, which nobody trusts unless told to.</summary>
internal sealed class TestCertificate : IDisposable
{
    /// <summary>Writes certificate and key into a folder.</summary>
    public TestCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, true));
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        (File, KeyFile) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        System.IO.File.WriteAllText(File, made.ExportCertificatePem());
        System.IO.File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        Certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>The certificate, PEM.</summary>
    public string File { get; }

    /// <summary>Its key, PEM.</summary>
    public string KeyFile { get; }

    /// <summary>Both, for a server in this process.</summary>
    public X509Certificate2 Certificate { get; }

    /// <inheritdoc />
    public void Dispose() => Certificate.Dispose();
}
