using Microsoft.Extensions.Options;

namespace OutlookAssist.Mailboxes.Providers.Gmail;

/// <summary>Opens Gmail mailboxes with the refresh token of whoever consented.</summary>
internal sealed class GmailProvider(IHttpClientFactory clients, IOptions<MailboxesOptions> options, AccessTokens tokens, TimeProvider time) : IMailboxProvider
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "gmail";

    /// <inheritdoc />
    public string Kind => MailboxKinds.Gmail;

    /// <inheritdoc />
    public (string Field, string Detail)? Examine(MailboxCredentials credentials) => credentials switch
    {
        { ClientId: null or "" } => ("credentials.clientId", "Give the application's id."),
        { ClientSecret: null or "" } => ("credentials.clientSecret", "Give the application's secret."),
        { RefreshToken: null or "" } => ("credentials.refreshToken", "Give the refresh token of the mailbox's owner."),
        _ => null,
    };

    /// <inheritdoc />
    public async Task<IMailbox> OpenAsync(MailboxToOpen mailbox, CancellationToken cancellation)
    {
        var endpoint = new Uri(options.Value.GmailEndpoint.TrimEnd('/') + "/users/me/");
        Task<string> TokenAsync(CancellationToken token) => tokens.RefreshAsync(options.Value.GoogleTokenEndpoint, mailbox.Credentials, token);
        await TokenAsync(cancellation);
        var service = new ServiceClient(clients, Client, mailbox.Id, endpoint, TokenAsync, tokens.Forget, options.Value, time);
        return new GmailMailbox(new GmailCalls(service, endpoint), mailbox, options.Value, time);
    }
}
