using System.ComponentModel.DataAnnotations;

namespace OutlookAssist.Mailboxes;

/// <summary>How connected mailboxes are read, and the limits that keep two programs from writing to each other for ever.</summary>
internal sealed class MailboxesOptions
{
    /// <summary>Seconds between two readings of a mailbox that nothing else woke.</summary>
    [Range(1, 86_400)]
    public int PollSeconds { get; set; } = 60;

    /// <summary>Seconds after which a server that does not answer counts as unavailable.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>The largest mail that is read, in bytes; a larger one is listed and left alone.</summary>
    [Range(1_000, 150_000_000)]
    public int LargestMessageBytes { get; set; } = 40_000_000;

    /// <summary>A file with the certificates (PEM) of an authority of your own, trusted beside the system's for IMAP and SMTP.</summary>
    public string? CertificateAuthority { get; set; }

    /// <summary>The most mails of one thread that are handled in an hour.</summary>
    [Range(1, 1_000_000)]
    public int MostPerThreadAndHour { get; set; } = 20;

    /// <summary>The most mails of one sender that are handled in an hour.</summary>
    [Range(1, 1_000_000)]
    public int MostPerSenderAndHour { get; set; } = 60;

    /// <summary>The most mails of one mailbox that are handled in an hour.</summary>
    [Range(1, 10_000_000)]
    public int MostPerMailboxAndHour { get; set; } = 20_000;

    /// <summary>Days in which one sender gets at most one acknowledgement.</summary>
    [Range(1, 365)]
    public int AcknowledgementDays { get; set; } = 7;

    /// <summary>Microsoft Graph.</summary>
    [Required, Url]
    public string GraphEndpoint { get; set; } = "https://graph.microsoft.com/v1.0";

    /// <summary>The sign-in host that gives tokens for Microsoft Graph.</summary>
    [Required, Url]
    public string GraphSignIn { get; set; } = "https://login.microsoftonline.com";

    /// <summary>The address at which Microsoft Graph reaches this product (https, up to the path); without one Graph mailboxes are polled.</summary>
    [Url]
    public string? NotificationAddress { get; set; }

    /// <summary>Minutes that a Graph subscription is asked for; renewed after half of them.</summary>
    [Range(45, 10_080)]
    public int SubscriptionMinutes { get; set; } = 4_230;

    /// <summary>The Gmail API.</summary>
    [Required, Url]
    public string GmailEndpoint { get; set; } = "https://gmail.googleapis.com/gmail/v1";

    /// <summary>Where Google gives tokens.</summary>
    [Required, Url]
    public string GoogleTokenEndpoint { get; set; } = "https://oauth2.googleapis.com/token";

    /// <summary><see cref="TimeoutSeconds"/> as a time.</summary>
    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);
}
