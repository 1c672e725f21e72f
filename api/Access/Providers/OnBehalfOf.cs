using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace OutlookAssist.Access.Providers;

/// <summary>The on-behalf-of exchange of Microsoft Entra, by MSAL.</summary>
internal sealed class OnBehalfOf(IHttpClientFactory clients, IOptions<AccessOptions> options) : ITokensForCaller
{
    // MSAL keeps every exchanged token in memory and lets none go: a new client now and then lets all go.
    private const int MostKept = 10_000;
    private readonly Lock _turn = new();
    private IConfidentialClientApplication? _client;
    private int _exchanges;

    /// <inheritdoc />
    public async Task<TokenForCaller> GetAsync(string bearer, string organisation, IReadOnlyCollection<string> scopes, CancellationToken cancellation)
    {
        if (!options.Value.IsEntra || string.IsNullOrWhiteSpace(options.Value.ClientSecret))
        {
            return None(NoToken.NotSetUp);
        }

        try
        {
            var answer = await Client().AcquireTokenOnBehalfOf(scopes, new UserAssertion(bearer)).WithTenantId(organisation).ExecuteAsync(cancellation);
            return new(answer.AccessToken, answer.ExpiresOn);
        }
        catch (MsalUiRequiredException asks)
        {
            return None(NoToken.SignInAgain) with { Claims = string.IsNullOrEmpty(asks.Claims) ? null : asks.Claims };
        }
        catch (MsalServiceException refusal)
        {
            return None(refusal.StatusCode is >= 400 and < 500 and not 408 and not 429 ? NoToken.Refused : NoToken.Unavailable);
        }
        catch (Exception silence) when (silence is MsalClientException or HttpRequestException or JsonException || (silence is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return None(NoToken.Unavailable);
        }
    }

    private static TokenForCaller None(NoToken why) => new(null, default, why);

    private IConfidentialClientApplication Client()
    {
        lock (_turn)
        {
            if (_client is null || ++_exchanges > MostKept)
            {
                _exchanges = 0;
                _client = ConfidentialClientApplicationBuilder.Create(options.Value.ClientId)
                    .WithClientSecret(options.Value.ClientSecret)
                    .WithAuthority($"{options.Value.Authority.TrimEnd('/')}/{options.Value.TenantId}", validateAuthority: false)
                    .WithInstanceDiscovery(false)
                    .WithHttpClientFactory(new SignInClients(clients))
                    .Build();
            }

            return _client;
        }
    }

    /// <summary>The same limits of time and size as for everything else that the sign-in service is asked.</summary>
    private sealed class SignInClients(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(SigningKeys.Client);
    }
}
