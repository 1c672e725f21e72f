using System.Text.Json;

namespace OutlookAssist.Mailboxes;

/// <summary>Opens connected mailboxes, whichever provider keeps them; the one place that unseals what opens them.</summary>
internal sealed class OpenMailbox(IEnumerable<IMailboxProvider> providers, ContentCipher cipher)
{
    private readonly Dictionary<string, IMailboxProvider> _providers = providers.ToDictionary(provider => provider.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>The provider of this kind; null when there is none.</summary>
    public IMailboxProvider? ProviderOf(string? kind) => kind is null ? null : _providers.GetValueOrDefault(kind);

    /// <summary>Signs in, or throws a <see cref="MailboxException"/>.</summary>
    public Task<IMailbox> OpenAsync(MailboxConnection mailbox, CancellationToken cancellation) =>
        OpenAsync(mailbox, CredentialsOf(mailbox), cancellation);

    /// <summary>Signs in with credentials that are not stored yet.</summary>
    public Task<IMailbox> OpenAsync(MailboxConnection mailbox, MailboxCredentials credentials, CancellationToken cancellation) =>
        _providers[mailbox.Kind].OpenAsync(new MailboxToOpen(mailbox.Id, mailbox.Address, mailbox.Settings.Folders, new DateTimeOffset(mailbox.IgnoreBeforeTicks, TimeSpan.Zero), credentials), cancellation);

    /// <summary>What opens this mailbox.</summary>
    public MailboxCredentials CredentialsOf(MailboxConnection mailbox) =>
        mailbox.Credentials is { } content
            ? JsonSerializer.Deserialize<MailboxCredentials>(cipher.Open(mailbox.Organisation, RowOf(mailbox), content))!
            : throw new MailboxException(MailboxProblem.SignInRefused, "The mailbox was disconnected. Connect it again.");

    /// <summary>Seals what opens a mailbox into its row.</summary>
    public void Seal(MailboxConnection mailbox, MailboxCredentials credentials) =>
        mailbox.Credentials = cipher.Seal(mailbox.Organisation, RowOf(mailbox), JsonSerializer.SerializeToUtf8Bytes(credentials));

    private static string RowOf(MailboxConnection mailbox) => $"Mailboxes/Credentials/{mailbox.Id}";
}
