using Microsoft.Extensions.Options;

namespace OutlookAssist.Mailboxes.Providers.Imap;

/// <summary>Opens mailboxes on IMAP servers, with a password or with tokens.</summary>
internal sealed class ImapProvider(IOptions<MailboxesOptions> options, AccessTokens tokens, TimeProvider time) : IMailboxProvider
{
    private const int TlsPort = 993;

    /// <inheritdoc />
    public string Kind => MailboxKinds.Imap;

    /// <inheritdoc />
    public (string Field, string Detail)? Examine(MailboxCredentials credentials) => credentials switch
    {
        { Host: null or "" } => ("credentials.host", "Give the mail server's name."),
        { Port: < 1 or > 65_535 } => ("credentials.port", "A port is a number from 1 to 65535."),
        { Password: null or "", RefreshToken: null or "" } => ("credentials.password", "Give the password, or a refresh token."),
        { RefreshToken: not null, TokenEndpoint: null } => ("credentials.tokenEndpoint", "Give the address at which tokens are asked for."),
        { RefreshToken: not null, ClientId: null } => ("credentials.clientId", "Give the application's id."),
        { TokenEndpoint: { } address } when !AccessTokens.IsSafe(address) => ("credentials.tokenEndpoint", "Tokens are only asked for over https."),
        _ => null,
    };

    /// <inheritdoc />
    public async Task<IMailbox> OpenAsync(MailboxToOpen mailbox, CancellationToken cancellation)
    {
        var credentials = mailbox.Credentials;
        var token = credentials.RefreshToken is null ? null : await tokens.RefreshAsync(credentials.TokenEndpoint!, credentials, cancellation);
        var session = await ImapSession.OpenAsync(credentials.Host!, credentials.Port ?? TlsPort, new ImapSignIn(credentials.User ?? mailbox.Address, credentials.Password, token), options.Value, time, cancellation);
        return new ImapMailbox(session, mailbox, options.Value, time);
    }
}
