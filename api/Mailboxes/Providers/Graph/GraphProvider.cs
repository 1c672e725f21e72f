using Microsoft.Extensions.Options;

namespace OutlookAssist.Mailboxes.Providers.Graph;

/// <summary>Opens Microsoft 365 mailboxes as an application (client credentials).</summary>
internal sealed class GraphProvider(IHttpClientFactory clients, IOptions<MailboxesOptions> options, AccessTokens tokens, TimeProvider time) : IMailboxProvider
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "graph mail";

    /// <inheritdoc />
    public string Kind => MailboxKinds.Graph;

    /// <inheritdoc />
    public (string Field, string Detail)? Examine(MailboxCredentials credentials) => credentials switch
    {
        { TenantId: null or "" } => ("credentials.tenantId", "Give the tenant's id."),
        _ when !credentials.TenantId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.') => ("credentials.tenantId", "A tenant is an id or a domain."),
        { ClientId: null or "" } => ("credentials.clientId", "Give the application's id."),
        { ClientSecret: null or "" } => ("credentials.clientSecret", "Give the application's secret."),
        _ => null,
    };

    /// <inheritdoc />
    public async Task<IMailbox> OpenAsync(MailboxToOpen mailbox, CancellationToken cancellation)
    {
        var credentials = mailbox.Credentials;
        var endpoint = new Uri(options.Value.GraphEndpoint.TrimEnd('/') + "/");
        var signIn = $"{options.Value.GraphSignIn.TrimEnd('/')}/{Uri.EscapeDataString(credentials.TenantId!)}/oauth2/v2.0/token";
        Task<string> TokenAsync(CancellationToken token) => tokens.ForApplicationAsync(signIn, $"{endpoint.GetLeftPart(UriPartial.Authority)}/.default", credentials, token);
        // A secret that does not work shows now, not at the first mail.
        await TokenAsync(cancellation);
        return new GraphMailbox(new ServiceClient(clients, Client, mailbox.Id, endpoint, TokenAsync, tokens.Forget, options.Value, time), endpoint, mailbox, options.Value, TokenAsync, time);
    }
}
