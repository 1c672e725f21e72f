namespace OutlookAssist.Mailboxes;

/// <summary>Opens mailboxes of one kind.</summary>
internal interface IMailboxProvider
{
    /// <summary>One of <see cref="MailboxKinds.All"/>.</summary>
    string Kind { get; }

    /// <summary>The first field that is missing or wrong, and what to do about it; null when all is there.</summary>
    (string Field, string Detail)? Examine(MailboxCredentials credentials);

    /// <summary>Signs in, or throws a <see cref="MailboxException"/>.</summary>
    Task<IMailbox> OpenAsync(MailboxToOpen mailbox, CancellationToken cancellation);
}

/// <summary>What a provider must know of a mailbox.</summary>
/// <param name="Id">The <see cref="MailboxConnection.Id"/>: calls to one mailbox are counted together.</param>
/// <param name="Address">Its address.</param>
/// <param name="Folders">The folders to read; none means the inbox.</param>
/// <param name="Since">Older mail need not be listed.</param>
/// <param name="Credentials">What opens it.</param>
internal sealed record MailboxToOpen(string Id, string Address, IReadOnlyList<string> Folders, DateTimeOffset Since, MailboxCredentials Credentials);
