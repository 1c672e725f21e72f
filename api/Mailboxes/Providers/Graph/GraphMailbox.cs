using System.Globalization;
using System.Net;
using System.Text.Json;

namespace OutlookAssist.Mailboxes.Providers.Graph;

/// <summary>A Microsoft 365 mailbox through Microsoft Graph v1.0.</summary>
internal sealed class GraphMailbox(ServiceClient service, Uri endpoint, MailboxToOpen mailbox, MailboxesOptions options, Func<CancellationToken, Task<string>> token, TimeProvider time) : IMailbox
{
    private const string Inbox = "inbox";
    private const string Selected = "id,receivedDateTime,conversationId,isDraft";

    /// <summary>Our mark on a draft: its tag, and behind "written" that our words are in it.</summary>
    private const string TagProperty = "String {6f5a2f5e-6d0b-4f0f-9a53-4c1a0d5b7e21} Name OutlookAssistDraft";
    private const string WrittenProperty = "String {6f5a2f5e-6d0b-4f0f-9a53-4c1a0d5b7e21} Name OutlookAssistWritten";
    private static readonly string[] WellKnown = [Inbox, "archive", "drafts", "sentitems", "deleteditems", "junkemail"];

    private string User => $"users/{Uri.EscapeDataString(mailbox.Address)}";

    /// <inheritdoc />
    public async Task<MailboxHealth> CheckAsync(CancellationToken cancellation)
    {
        var folders = await FoldersAsync(cancellation);
        foreach (var folder in FolderNames())
        {
            await FolderIdAsync(folder, folders, cancellation);
        }

        await GetAsync<GraphFolder>($"{User}/mailFolders/drafts?$select=id", cancellation);
        return new MailboxHealth([.. folders.Select(folder => folder.DisplayName ?? "")], GraphPermissions.Judge(await token(cancellation)));
    }

    /// <inheritdoc />
    public async Task<ChangePage> FetchChangesAsync(string? cursor, CancellationToken cancellation)
    {
        var names = FolderNames();
        var from = GraphCursor.Read(cursor);
        var at = from.At < names.Count ? from.At : 0;
        var name = names[at];
        var link = from.Links.GetValueOrDefault(name) ?? Address($"{User}/mailFolders/{Uri.EscapeDataString(await FolderIdAsync(name, null, cancellation))}/messages/delta?$select={Selected}&$filter=receivedDateTime ge {mailbox.Since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}").AbsoluteUri;
        var answer = await service.SendAsync(() => Request(HttpMethod.Get, new Uri(link), "odata.maxpagesize=50"), IsForgotten, cancellation);
        if (!answer.IsSuccess)
        {
            // Graph forgot where we were: the folder is read anew, and what is known already stays known.
            return from.Links.ContainsKey(name)
                ? new ChangePage([], [], from.With(name, null, at).Write(), HasMore: true)
                : throw new MailboxException(MailboxProblem.Unavailable, "The mail service forgets every place at once.");
        }

        var page = answer.Json<GraphList<GraphMessage>>();
        var isEnd = page.NextLink is null;
        var next = isEnd ? (at + 1) % names.Count : at;
        var messages = page.Value ?? [];
        return new ChangePage(
            [.. messages.Where(message => message is { Id: not null, Removed: null }).Select(message => new FoundMessage(message.Id!, message.ConversationId, message.ReceivedDateTime ?? time.GetUtcNow(), null, message.IsDraft == true))],
            [.. messages.Where(message => message is { Id: not null, Removed: not null }).Select(message => message.Id!)],
            from.With(name, page.NextLink ?? page.DeltaLink, next).Write(),
            HasMore: !isEnd || next != 0);
    }

    /// <inheritdoc />
    public async Task<byte[]?> DownloadAsync(string providerId, CancellationToken cancellation)
    {
        var answer = await service.SendAsync(() => Request(HttpMethod.Get, Address($"{User}/messages/{Uri.EscapeDataString(providerId)}/$value")), IsMissingItem, cancellation);
        return !answer.IsSuccess ? null
            : answer.Body.Length <= options.LargestMessageBytes ? answer.Body
            : throw new MailboxException(MailboxProblem.TooLarge, "The mail is larger than the product reads.");
    }

    /// <inheritdoc />
    public async Task<SavedDraft?> FindDraftAsync(string tag, CancellationToken cancellation) =>
        await FindTaggedAsync(tag, cancellation) is { } draft && IsWritten(draft) ? new SavedDraft(draft.Id!, draft.ChangeKey ?? "") : null;

    /// <inheritdoc />
    public async Task<SavedDraft> SaveDraftAsync(ReplyDraft reply, string tag, CancellationToken cancellation)
    {
        // A crash between the two calls leaves a tagged draft without our words: it is found and finished, not made again.
        var draft = await FindTaggedAsync(tag, cancellation) ?? await CreateReplyAsync(reply, tag, cancellation);
        return IsWritten(draft) ? new SavedDraft(draft.Id!, draft.ChangeKey ?? "") : await WriteAsync(draft, reply, cancellation);
    }

    /// <inheritdoc />
    public async Task<DiscardOutcome> DiscardDraftAsync(SavedDraft draft, CancellationToken cancellation)
    {
        var address = $"{User}/messages/{Uri.EscapeDataString(draft.Id)}";
        var answer = await service.SendAsync(() => Request(HttpMethod.Get, Address($"{address}?$select=id,changeKey,isDraft")), IsMissingItem, cancellation);
        if (!answer.IsSuccess || answer.Json<GraphMessage>() is not { IsDraft: true } current)
        {
            return DiscardOutcome.NotFound;
        }

        if (current.ChangeKey != draft.Version)
        {
            return DiscardOutcome.Changed;
        }

        await service.SendAsync(() => Request(HttpMethod.Delete, Address(address)), IsMissingItem, cancellation);
        return DiscardOutcome.Discarded;
    }

    /// <inheritdoc />
    public async Task<ConversationState> ReadConversationAsync(AnsweredMessage message, CancellationToken cancellation)
    {
        if (message.ConversationId is not { } conversation)
        {
            return new ConversationState(false, false, false);
        }

        var filter = Uri.EscapeDataString($"conversationId eq '{conversation.Replace("'", "''", StringComparison.Ordinal)}'");
        var thread = await GetAsync<GraphList<GraphMessage>>($"{User}/messages?$filter={filter}&$select=id,receivedDateTime,isDraft,from&$top=100&$expand={Expansion()}", cancellation);
        var later = (thread.Value ?? []).Where(other => other.Id != message.ProviderId && other.Removed is null).ToList();
        bool IsOurs(GraphMessage other) => string.Equals(other.From?.EmailAddress?.Address, mailbox.Address, StringComparison.OrdinalIgnoreCase);
        return new ConversationState(
            later.Any(other => other.IsDraft != true && !IsOurs(other) && other.ReceivedDateTime > message.ReceivedAt),
            later.Any(other => other.IsDraft != true && IsOurs(other) && other.ReceivedDateTime > message.ReceivedAt),
            later.Any(other => other.IsDraft == true && PropertyOf(other, TagProperty) is null));
    }

    /// <inheritdoc />
    public Task<bool> WaitForNewsAsync(TimeSpan atMost, CancellationToken cancellation) => Task.FromResult(false);

    /// <inheritdoc />
    public Task<NewsSubscription?> SubscribeAsync(string? subscription, CancellationToken cancellation) =>
        new GraphSubscriptions(service, (method, address, prefer, content) => Request(method, address, prefer, content), Address, options, time).SubscribeAsync($"users/{mailbox.Address}/mailFolders('{Inbox}')/messages", subscription, cancellation);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<GraphMessage?> FindTaggedAsync(string tag, CancellationToken cancellation)
    {
        var filter = Uri.EscapeDataString($"singleValueExtendedProperties/Any(ep: ep/id eq '{TagProperty}' and ep/value eq '{tag.Replace("'", "''", StringComparison.Ordinal)}')");
        var found = await GetAsync<GraphList<GraphMessage>>($"{User}/mailFolders/drafts/messages?$filter={filter}&$select=id,changeKey,isDraft,body&$expand={Expansion()}", cancellation);
        return found.Value?.FirstOrDefault(draft => draft.Id is not null);
    }

    private async Task<GraphMessage> CreateReplyAsync(ReplyDraft reply, string tag, CancellationToken cancellation)
    {
        var answer = await service.SendAsync(() => Request(HttpMethod.Post, Address($"{User}/messages/{Uri.EscapeDataString(reply.Answers.ProviderId)}/createReply"), content: new
        {
            message = new { singleValueExtendedProperties = new[] { new { id = TagProperty, value = tag } } },
        }), null, cancellation);
        return answer.Json<GraphMessage>() is { Id: not null } draft ? draft : throw new MailboxException(MailboxProblem.Unavailable, "The mail service answered something that it does not document.");
    }

    /// <summary>Our words go before the quoted history, which a new body alone would wipe out; Reply-To addresses give way to the sender's.</summary>
    private async Task<SavedDraft> WriteAsync(GraphMessage draft, ReplyDraft reply, CancellationToken cancellation)
    {
        var address = $"{User}/messages/{Uri.EscapeDataString(draft.Id!)}";
        var body = draft.Body ?? (await GetAsync<GraphMessage>($"{address}?$select=id,body", cancellation)).Body;
        var content = body?.ContentType?.Equals("text", StringComparison.OrdinalIgnoreCase) == true
            ? new { contentType = "text", content = $"{reply.Text}\n\n{body.Content}" }
            : new { contentType = "html", content = Prepended(body?.Content ?? "", reply.Html) };
        var answer = await service.SendAsync(() => Request(HttpMethod.Patch, Address(address), content: new
        {
            body = content,
            toRecipients = reply.To.Select(to => new { emailAddress = new { address = to.Address, name = to.Name } }),
            singleValueExtendedProperties = new[] { new { id = WrittenProperty, value = "yes" } },
        }), null, cancellation);
        var written = answer.Json<GraphMessage>();
        return new SavedDraft(written.Id ?? draft.Id!, written.ChangeKey ?? "");
    }

    private static string Prepended(string html, string words)
    {
        var body = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        var end = body < 0 ? -1 : html.IndexOf('>', body);
        return end < 0 ? words + html : html.Insert(end + 1, words);
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellation) => (await service.SendAsync(() => Request(HttpMethod.Get, Address(path)), null, cancellation)).Json<T>();

    private async Task<IReadOnlyList<GraphFolder>> FoldersAsync(CancellationToken cancellation) =>
        (await GetAsync<GraphList<GraphFolder>>($"{User}/mailFolders?$select=id,displayName&$top=200", cancellation)).Value ?? [];

    private IReadOnlyList<string> FolderNames() => mailbox.Folders.Count == 0 ? [Inbox] : mailbox.Folders;

    private async Task<string> FolderIdAsync(string name, IReadOnlyList<GraphFolder>? folders, CancellationToken cancellation)
    {
        if (WellKnown.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return name.ToLowerInvariant();
        }

        folders ??= await FoldersAsync(cancellation);
        return folders.FirstOrDefault(folder => folder.DisplayName == name)?.Id
            ?? throw new MailboxException(MailboxProblem.WrongSettings, $"The mailbox has no folder {name}. Correct the folders in its settings.");
    }

    private Uri Address(string path) => new(endpoint, path);

    private static HttpRequestMessage Request(HttpMethod method, Uri address, string? prefer = null, object? content = null)
    {
        var request = new HttpRequestMessage(method, address);
        // Without it an id changes when its mail is moved.
        request.Headers.TryAddWithoutValidation("Prefer", "IdType=\"ImmutableId\"");
        if (prefer is not null)
        {
            request.Headers.TryAddWithoutValidation("Prefer", prefer);
        }

        request.Content = content is null ? null : JsonContent.Create(content, options: JsonSerializerOptions.Web);
        return request;
    }

    private static string Expansion() => Uri.EscapeDataString($"singleValueExtendedProperties($filter=id eq '{TagProperty}' or id eq '{WrittenProperty}')");

    private static bool IsWritten(GraphMessage draft) => PropertyOf(draft, WrittenProperty) is not null;

    private static string? PropertyOf(GraphMessage message, string id) => message.SingleValueExtendedProperties?.FirstOrDefault(property => string.Equals(property.Id, id, StringComparison.OrdinalIgnoreCase))?.Value;

    private static bool IsForgotten(ServiceAnswer answer) => answer.Status == HttpStatusCode.Gone || answer.Reason is "syncStateNotFound" or "SyncStateNotFound" or "resyncRequired";

    private static bool IsMissingItem(ServiceAnswer answer) => answer is { Status: HttpStatusCode.NotFound, Reason: "ErrorItemNotFound" or "itemNotFound" or "ErrorMessageNotFound" };
}
