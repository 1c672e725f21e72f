namespace OutlookAssist.Mailboxes;

/// <summary>What opens a mailbox; stored sealed, never answered, never logged. Which fields are needed is the provider's to say.</summary>
internal sealed record MailboxCredentials
{
    /// <summary>IMAP: the server.</summary>
    public string? Host { get; init; }

    /// <summary>IMAP: its port; 993 (TLS from the first byte) unless said.</summary>
    public int? Port { get; init; }

    /// <summary>IMAP: who signs in; the address unless said.</summary>
    public string? User { get; init; }

    /// <summary>IMAP: the password, where no token is used.</summary>
    public string? Password { get; init; }

    /// <summary>Graph: the tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>Graph, Gmail, and IMAP with tokens: the application's id.</summary>
    public string? ClientId { get; init; }

    /// <summary>Graph, Gmail, and IMAP with tokens: the application's secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Gmail, and IMAP with tokens: what access tokens are asked for with.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>IMAP with tokens: where they are asked for.</summary>
    public string? TokenEndpoint { get; init; }

    /// <summary>Gmail: the Pub/Sub topic that is told of new mail; without one the mailbox is polled.</summary>
    public string? Topic { get; init; }

    /// <summary>The server that acknowledgements are sent through; without one none is sent.</summary>
    public SmtpCredentials? Smtp { get; init; }

    /// <summary>Never what is inside.</summary>
    public override string ToString() => nameof(MailboxCredentials);
}

/// <summary>A server that sends.</summary>
/// <param name="Host">The server.</param>
/// <param name="Port">465 for TLS from the first byte, any other for STARTTLS; 587 unless said.</param>
/// <param name="User">Who signs in.</param>
/// <param name="Password">With what.</param>
internal sealed record SmtpCredentials(string Host, int? Port, string User, string Password)
{
    /// <summary>Never what is inside.</summary>
    public override string ToString() => nameof(SmtpCredentials);
}
