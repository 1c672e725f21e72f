using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace OutlookAssist.Mailboxes.Providers;

/// <summary>Asks for access tokens (OAuth 2.0 client credentials and refresh tokens) and keeps them until shortly before they end.</summary>
internal sealed class AccessTokens(IHttpClientFactory clients, IOptions<MailboxesOptions> options, TimeProvider time)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "mailbox tokens";

    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> _known = new();

    /// <summary>A token for an application that acts as itself.</summary>
    public Task<string> ForApplicationAsync(string endpoint, string scope, MailboxCredentials credentials, CancellationToken cancellation) => AskAsync(endpoint, new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = credentials.ClientId!,
        ["client_secret"] = credentials.ClientSecret!,
        ["scope"] = scope,
    }, cancellation);

    /// <summary>A token for whoever consented once.</summary>
    public Task<string> RefreshAsync(string endpoint, MailboxCredentials credentials, CancellationToken cancellation)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["client_id"] = credentials.ClientId!, ["refresh_token"] = credentials.RefreshToken! };
        if (credentials.ClientSecret is { Length: > 0 } secret)
        {
            form["client_secret"] = secret;
        }

        return AskAsync(endpoint, form, cancellation);
    }

    /// <summary>The next call asks again: the token did not open what it should.</summary>
    public void Forget(string token)
    {
        foreach (var (key, value) in _known)
        {
            if (value.Token == token)
            {
                _known.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Secrets go over https, or stay on this machine.</summary>
    public static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback);

    private async Task<string> AskAsync(string endpoint, Dictionary<string, string> form, CancellationToken cancellation)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint + "\n" + string.Join('\n', form.Select(field => $"{field.Key}={field.Value}")))));
        if (_known.TryGetValue(key, out var known) && known.Until > time.GetUtcNow())
        {
            return known.Token;
        }

        using var http = clients.CreateClient(Client);
        http.Timeout = options.Value.Timeout;
        try
        {
            using var answer = await http.PostAsync(endpoint, new FormUrlEncodedContent(form), cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                throw Refusal(answer);
            }

            using var json = JsonDocument.Parse(text);
            var token = json.RootElement.GetProperty("access_token").GetString()!;
            var seconds = json.RootElement.TryGetProperty("expires_in", out var life) && life.ValueKind == JsonValueKind.Number ? life.GetDouble() : 0;
            _known[key] = (token, time.GetUtcNow() + TimeSpan.FromSeconds(seconds) - Early);
            return token;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new MailboxException(MailboxProblem.Unavailable, "The sign-in service does not answer as it should.", cause: failure);
        }
    }

    private MailboxException Refusal(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => new MailboxException(MailboxProblem.Throttled, "The sign-in service asks for a pause.", RetryAfter.Of(answer, time)),
        HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new MailboxException(MailboxProblem.SignInRefused, "The sign-in service gives no token: consent was withdrawn, or the application's secret is wrong or has ended. Connect the mailbox again."),
        _ => new MailboxException(MailboxProblem.Unavailable, "The sign-in service does not answer as it should."),
    };
}
