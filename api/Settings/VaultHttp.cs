using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace OutlookAssist.Settings;

/// <summary>Asks a vault one question over TLS and turns what can go wrong into the end of a sentence.</summary>
internal sealed class VaultHttp : IDisposable
{
    private const int LargestAnswer = 1 << 20;
    private readonly HttpClient _http;

    /// <summary>A client that checks certificates, follows no redirect (it would carry the token elsewhere) and keeps nothing.</summary>
    public VaultHttp(SecretsOptions options)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        if (options.CertificateAuthorityFile is { } file)
        {
            handler.SslOptions.CertificateChainPolicy = TrustOnly(file);
        }

        _http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds), MaxResponseContentBufferSize = LargestAnswer };
    }

    /// <summary>The JSON of a successful answer.</summary>
    public async Task<JsonElement> AskAsync(HttpRequestMessage question, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.SendAsync(question, cancellation);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync(cancellation)),
                HttpStatusCode.NotFound => throw new SecretException("which the vault does not have"),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new SecretException("which the vault does not let this product read. Check its token or identity and the policy"),
                HttpStatusCode.TooManyRequests => throw new SecretException("but the vault is asked too often", mayPass: true, answer.Headers.RetryAfter?.Delta),
                >= HttpStatusCode.InternalServerError => throw new SecretException($"but the vault answered {(int)answer.StatusCode}", mayPass: true),
                var status => throw new SecretException($"but the vault answered {(int)status}"),
            };
        }
        catch (JsonException failure)
        {
            throw new SecretException("but what answers there is no vault", cause: failure);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            throw new SecretException("but the vault's certificate is not trusted. Name what signs it in Secrets:CertificateAuthorityFile", cause: failure);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new SecretException("but the vault does not answer", mayPass: true, cause: failure);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static X509ChainPolicy TrustOnly(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StartRefusedException($"Secrets:CertificateAuthorityFile {file} cannot be read, or holds no certificate in PEM form.", failure);
        }

        return policy;
    }
}
