namespace OutlookAssist.Mailboxes;

/// <summary>An open mailbox, whoever keeps it. It never sends, never marks as read, and never touches what a person wrote.</summary>
/// <remarks>Every member may throw a <see cref="MailboxException"/>, and nothing else of its own.</remarks>
internal interface IMailbox : IAsyncDisposable
{
    /// <summary>Asks for a sign of life and for everything that will be needed: the folders to read, and the place for drafts.</summary>
    Task<MailboxHealth> CheckAsync(CancellationToken cancellation);

    /// <summary>What changed since the cursor, a page at a time; null for the cursor means from the beginning.</summary>
    Task<ChangePage> FetchChangesAsync(string? cursor, CancellationToken cancellation);

    /// <summary>The whole mail as RFC 5322 bytes; null when it is gone.</summary>
    Task<byte[]?> DownloadAsync(string providerId, CancellationToken cancellation);

    /// <summary>The draft that carries the tag; null when there is none.</summary>
    Task<SavedDraft?> FindDraftAsync(string tag, CancellationToken cancellation);

    /// <summary>Saves a reply among the mailbox's drafts. The tag is looked for first: the same tag twice is one draft.</summary>
    Task<SavedDraft> SaveDraftAsync(ReplyDraft reply, string tag, CancellationToken cancellation);

    /// <summary>Takes a draft back unless a person has changed it meanwhile.</summary>
    Task<DiscardOutcome> DiscardDraftAsync(SavedDraft draft, CancellationToken cancellation);

    /// <summary>What happened in the thread of a mail beside that mail.</summary>
    Task<ConversationState> ReadConversationAsync(AnsweredMessage message, CancellationToken cancellation);

    /// <summary>Waits for news, at most so long; true when there is some. Mailboxes that are told of news by web calls, or only polled, return false at once.</summary>
    Task<bool> WaitForNewsAsync(TimeSpan atMost, CancellationToken cancellation);

    /// <summary>Asks to be told of news by web calls, or prolongs that; null where this is not possible.</summary>
    Task<NewsSubscription?> SubscribeAsync(string? subscription, CancellationToken cancellation);
}

/// <summary>How a mailbox is; a mailbox that cannot be opened at all throws instead.</summary>
/// <param name="Folders">The folders that there are.</param>
/// <param name="Warnings">Sentences about what an administrator should change; none when all is well.</param>
internal sealed record MailboxHealth(IReadOnlyList<string> Folders, IReadOnlyList<string> Warnings);

/// <summary>A page of changes.</summary>
/// <param name="Messages">New or changed mails; repeats and any order are possible.</param>
/// <param name="RemovedIds">Mails that are gone.</param>
/// <param name="Cursor">From where to go on, to be stored with what was read.</param>
/// <param name="HasMore">Whether another page waits now.</param>
internal sealed record ChangePage(IReadOnlyList<FoundMessage> Messages, IReadOnlyList<string> RemovedIds, string Cursor, bool HasMore);

/// <summary>A mail in a folder, before it is downloaded.</summary>
/// <param name="ProviderId">The provider's name for it.</param>
/// <param name="ConversationId">The provider's name for its thread; null where it knows none.</param>
/// <param name="ReceivedAt">When its server took it in.</param>
/// <param name="Size">In bytes; null where it does not say.</param>
/// <param name="IsDraft">Whether it is a draft of somebody.</param>
internal sealed record FoundMessage(string ProviderId, string? ConversationId, DateTimeOffset ReceivedAt, long? Size, bool IsDraft);

/// <summary>The mail that a draft answers.</summary>
/// <param name="ProviderId">The provider's name for it.</param>
/// <param name="InternetMessageId">Its Message-ID, angle brackets included.</param>
/// <param name="ConversationId">Its thread.</param>
/// <param name="ReceivedAt">When its server took it in.</param>
internal sealed record AnsweredMessage(string ProviderId, string? InternetMessageId, string? ConversationId, DateTimeOffset ReceivedAt);

/// <summary>A reply to be saved as a draft: only to the sender, without any mark of automatic mail, since a person reviews it.</summary>
/// <param name="Answers">The mail it answers.</param>
/// <param name="From">The mailbox's own address.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Subject">The subject of the answered mail with its prefix.</param>
/// <param name="Text">The words.</param>
/// <param name="Html">The same as HTML that our code built.</param>
/// <param name="References">The Message-IDs of the thread, oldest first, that of the answered mail last.</param>
/// <param name="WrittenAt">When it was written; part of the draft, so that saving it twice gives the same bytes.</param>
internal sealed record ReplyDraft(AnsweredMessage Answers, MailAddress From, IReadOnlyList<MailAddress> To, string Subject, string Text, string Html, IReadOnlyList<string> References, DateTimeOffset WrittenAt);

/// <summary>A draft in the mailbox.</summary>
/// <param name="Id">The provider's name for it.</param>
/// <param name="Version">Changes when somebody changes the draft.</param>
internal sealed record SavedDraft(string Id, string Version);

/// <summary>What became of taking a draft back.</summary>
internal enum DiscardOutcome
{
    /// <summary>It is gone.</summary>
    Discarded,

    /// <summary>It was not there any more: sent or removed by a person.</summary>
    NotFound,

    /// <summary>A person has changed it, so it stays.</summary>
    Changed,
}

/// <summary>What is in a thread beside the mail that is answered.</summary>
/// <param name="HasNewerMessage">Somebody wrote after it.</param>
/// <param name="IsAnswered">Somebody of this mailbox answered it.</param>
/// <param name="HasDraft">A draft that is not ours answers it already.</param>
internal sealed record ConversationState(bool HasNewerMessage, bool IsAnswered, bool HasDraft);

/// <summary>A standing request to be told of news.</summary>
/// <param name="Subscription">In the provider's own words.</param>
/// <param name="RenewAt">When to ask again: half of its life.</param>
internal sealed record NewsSubscription(string Subscription, DateTimeOffset RenewAt);
