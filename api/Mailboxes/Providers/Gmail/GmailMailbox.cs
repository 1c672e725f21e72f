using System.Buffers.Text;
using System.Globalization;

namespace OutlookAssist.Mailboxes.Providers.Gmail;

/// <summary>A mailbox at Google through the Gmail API.</summary>
internal sealed class GmailMailbox(GmailCalls gmail, MailboxToOpen mailbox, MailboxesOptions options, TimeProvider time) : IMailbox
{
    private const string Inbox = "INBOX";
    private const int PageSize = 50;
    private static readonly TimeSpan WatchLife = TimeSpan.FromDays(7);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public async Task<MailboxHealth> CheckAsync(CancellationToken cancellation)
    {
        var profile = await gmail.GetAsync<GmailProfile>("profile", cancellation);
        if (!string.Equals(profile.EmailAddress, mailbox.Address, StringComparison.OrdinalIgnoreCase))
        {
            throw new MailboxException(MailboxProblem.WrongSettings, "The consent belongs to another mailbox than this address.");
        }

        await LabelIdsAsync(cancellation);
        return new MailboxHealth([.. (await LabelsAsync(cancellation)).Select(label => label.Name ?? "")], mailbox.Credentials.Topic is null ? ["Gmail does not tell of news without a topic: the mailbox is asked now and then."] : []);
    }

    /// <inheritdoc />
    public async Task<ChangePage> FetchChangesAsync(string? cursor, CancellationToken cancellation)
    {
        // The place is taken before the listing begins: what arrives meanwhile is found by the history afterwards.
        var place = GmailCursor.Read(cursor) ?? new GmailCursor(await CurrentAsync(cancellation), null, IsListing: true, 0);
        return place.IsListing ? await ListAsync(place, cancellation) : await FollowAsync(place, cancellation);
    }

    /// <inheritdoc />
    public async Task<byte[]?> DownloadAsync(string providerId, CancellationToken cancellation)
    {
        if (await gmail.FindAsync<GmailMessage>($"messages/{providerId}?format=raw", cancellation) is not { Raw: { } raw })
        {
            return null;
        }

        var bytes = Decode(raw);
        return bytes.Length <= options.LargestMessageBytes ? bytes : throw new MailboxException(MailboxProblem.TooLarge, "The mail is larger than the product reads.");
    }

    /// <inheritdoc />
    public async Task<SavedDraft?> FindDraftAsync(string tag, CancellationToken cancellation)
    {
        var id = ComposeMail.MessageIdOf(tag, new MailAddress(null, mailbox.Address)).Trim('<', '>');
        var found = await gmail.GetAsync<GmailDrafts>($"drafts?q={Uri.EscapeDataString($"rfc822msgid:{id}")}", cancellation);
        return found.Drafts?.FirstOrDefault() is { Id: not null, Message.Id: not null } draft ? new SavedDraft(draft.Id, draft.Message.Id) : null;
    }

    /// <inheritdoc />
    public async Task<SavedDraft> SaveDraftAsync(ReplyDraft reply, string tag, CancellationToken cancellation)
    {
        if (await FindDraftAsync(tag, cancellation) is { } present)
        {
            return present;
        }

        var raw = Base64Url.EncodeToString(ComposeMail.Draft(reply with { From = reply.From with { Address = mailbox.Address } }, tag));
        var draft = await gmail.PostAsync<GmailDraft>("drafts", new { message = new { threadId = reply.Answers.ConversationId, raw } }, cancellation);
        return draft is { Id: not null, Message.Id: not null } ? new SavedDraft(draft.Id, draft.Message.Id) : throw new MailboxException(MailboxProblem.Unavailable, "The mail service answered something that it does not document.");
    }

    /// <inheritdoc />
    public async Task<DiscardOutcome> DiscardDraftAsync(SavedDraft draft, CancellationToken cancellation)
    {
        if (await gmail.FindAsync<GmailDraft>($"drafts/{draft.Id}?format=minimal", cancellation) is not { } current)
        {
            return DiscardOutcome.NotFound;
        }

        if (current.Message?.Id != draft.Version)
        {
            return DiscardOutcome.Changed;
        }

        return await gmail.DeleteAsync($"drafts/{draft.Id}", cancellation) ? DiscardOutcome.Discarded : DiscardOutcome.NotFound;
    }

    /// <inheritdoc />
    public async Task<ConversationState> ReadConversationAsync(AnsweredMessage message, CancellationToken cancellation)
    {
        if (message.ConversationId is not { } thread || await gmail.FindAsync<GmailThread>($"threads/{thread}?format=metadata&metadataHeaders=From&metadataHeaders={ComposeMail.DraftHeader}", cancellation) is not { } found)
        {
            return new ConversationState(false, false, false);
        }

        var others = (found.Messages ?? []).Where(other => other.Id != message.ProviderId).ToList();
        bool IsLater(GmailMessage other) => Moment(other) > message.ReceivedAt;
        return new ConversationState(
            others.Any(other => !Has(other, "DRAFT") && !Has(other, "SENT") && IsLater(other)),
            others.Any(other => Has(other, "SENT") && IsLater(other)),
            others.Any(other => Has(other, "DRAFT") && other.Payload?.Headers?.Any(header => ComposeMail.DraftHeader.Equals(header.Name, StringComparison.OrdinalIgnoreCase)) != true));
    }

    /// <inheritdoc />
    public Task<bool> WaitForNewsAsync(TimeSpan atMost, CancellationToken cancellation) => Task.FromResult(false);

    /// <inheritdoc />
    public async Task<NewsSubscription?> SubscribeAsync(string? subscription, CancellationToken cancellation)
    {
        if (mailbox.Credentials.Topic is not { } topic)
        {
            return null;
        }

        var watch = await gmail.PostAsync<GmailWatch>("watch", new { topicName = topic, labelIds = new[] { Inbox } }, cancellation);
        var now = time.GetUtcNow();
        var end = long.TryParse(watch.Expiration, out var milliseconds) ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : now + WatchLife;
        var half = now + ((end - now) / 2);
        return new NewsSubscription($"watch {watch.HistoryId}", half < now + RenewEvery ? half : now + RenewEvery);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A page of everything since the cut-off, label after label.</summary>
    private async Task<ChangePage> ListAsync(GmailCursor place, CancellationToken cancellation)
    {
        var labels = await LabelIdsAsync(cancellation);
        var at = place.At < labels.Count ? place.At : 0;
        var query = $"messages?maxResults={PageSize}&labelIds={Uri.EscapeDataString(labels[at])}&q={Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"after:{mailbox.Since.ToUnixTimeSeconds() - 1}"))}";
        var page = await gmail.GetAsync<GmailMessages>(place.Page is null ? query : $"{query}&pageToken={Uri.EscapeDataString(place.Page)}", cancellation);
        var found = await DescribeAsync((page.Messages ?? []).Select(message => message.Id), cancellation);
        var isLabelEnd = page.NextPageToken is null;
        var isEnd = isLabelEnd && at + 1 == labels.Count;
        var next = isEnd ? place with { Page = null, IsListing = false, At = 0 } : place with { Page = page.NextPageToken, At = isLabelEnd ? at + 1 : at };
        return new ChangePage(found, [], next.Write(), HasMore: true);
    }

    /// <summary>A page of what happened since; a history that Gmail has forgotten begins the listing again.</summary>
    private async Task<ChangePage> FollowAsync(GmailCursor place, CancellationToken cancellation)
    {
        var query = $"history?startHistoryId={Uri.EscapeDataString(place.HistoryId)}&maxResults={PageSize}&historyTypes=messageAdded&historyTypes=messageDeleted&historyTypes=labelAdded";
        if (await gmail.FindAsync<GmailHistory>(place.Page is null ? query : $"{query}&pageToken={Uri.EscapeDataString(place.Page)}", cancellation) is not { } page)
        {
            return new ChangePage([], [], new GmailCursor(await CurrentAsync(cancellation), null, IsListing: true, 0).Write(), HasMore: true);
        }

        var events = page.Events ?? [];
        var removed = events.SelectMany(happened => happened.MessagesDeleted ?? []).Select(message => message.Message?.Id).OfType<string>().ToHashSet();
        var added = events.SelectMany(happened => (happened.MessagesAdded ?? []).Concat(happened.LabelsAdded ?? [])).Select(message => message.Message?.Id).OfType<string>().Where(id => !removed.Contains(id)).Distinct();
        var labels = await LabelIdsAsync(cancellation);
        var found = await DescribeAsync(added, cancellation, labels);
        var next = page.NextPageToken is null ? new GmailCursor(page.HistoryId ?? place.HistoryId, null, false, 0) : place with { Page = page.NextPageToken };
        return new ChangePage(found, [.. removed], next.Write(), HasMore: page.NextPageToken is not null);
    }

    /// <summary>Histories and listings give ids only; with labels, what is in none of them is left out.</summary>
    private async Task<IReadOnlyList<FoundMessage>> DescribeAsync(IEnumerable<string?> ids, CancellationToken cancellation, IReadOnlyList<string>? labels = null)
    {
        var found = new List<FoundMessage>();
        foreach (var id in ids.OfType<string>())
        {
            if (await gmail.FindAsync<GmailMessage>($"messages/{id}?format=minimal", cancellation) is { } message && (labels is null || labels.Any(label => Has(message, label))))
            {
                found.Add(new FoundMessage(id, message.ThreadId, Moment(message), message.SizeEstimate, Has(message, "DRAFT")));
            }
        }

        return found;
    }

    private async Task<string> CurrentAsync(CancellationToken cancellation) =>
        (await gmail.GetAsync<GmailProfile>("profile", cancellation)).HistoryId ?? throw new MailboxException(MailboxProblem.Unavailable, "The mail service answered something that it does not document.");

    private async Task<IReadOnlyList<GmailLabel>> LabelsAsync(CancellationToken cancellation) => (await gmail.GetAsync<GmailLabels>("labels", cancellation)).Labels ?? [];

    private async Task<IReadOnlyList<string>> LabelIdsAsync(CancellationToken cancellation)
    {
        if (mailbox.Folders.Count == 0)
        {
            return [Inbox];
        }

        var labels = await LabelsAsync(cancellation);
        return [.. mailbox.Folders.Select(name => labels.FirstOrDefault(label => string.Equals(label.Name, name, StringComparison.OrdinalIgnoreCase))?.Id
            ?? throw new MailboxException(MailboxProblem.WrongSettings, $"The mailbox has no label {name}. Correct the folders in its settings."))];
    }

    private DateTimeOffset Moment(GmailMessage message) => long.TryParse(message.InternalDate, out var milliseconds) ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : time.GetUtcNow();

    private static bool Has(GmailMessage message, string label) => message.LabelIds?.Contains(label) == true;

    private static byte[] Decode(string raw)
    {
        try
        {
            return Base64Url.DecodeFromChars(raw.TrimEnd('='));
        }
        catch (FormatException failure)
        {
            throw new MailboxException(MailboxProblem.Unavailable, "The mail service answered something that it does not document.", cause: failure);
        }
    }
}
