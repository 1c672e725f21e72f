using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OutlookAssist.Mailboxes.Providers.Imap;

/// <summary>A mailbox on an IMAP server.</summary>
internal sealed class ImapMailbox(ImapSession session, MailboxToOpen mailbox, MailboxesOptions options, TimeProvider time) : IMailbox
{
    private const int PageSize = 50;
    private const string Inbox = "INBOX";
    private const string Body = "BODY[]";

    // A server closes a connection that idles for half an hour (RFC 2177).
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(28);
    private static readonly string[] DraftNames = ["Drafts", "Draft", "Entwürfe", "Brouillons", "Borradores", "Bozze", "Rascunhos", "Concepten"];
    private static readonly string[] SentNames = ["Sent", "Sent Items", "Sent Messages", "Gesendet", "Gesendete Elemente", "Envoyés", "Enviados", "Inviati"];
    private IReadOnlyList<ListedFolder>? _folders;

    /// <inheritdoc />
    public async Task<MailboxHealth> CheckAsync(CancellationToken cancellation)
    {
        var folders = await FoldersAsync(cancellation);
        await FolderNamesAsync(cancellation);
        await DraftsAsync(cancellation);
        var warnings = new List<string>();
        if (!session.Can("UIDPLUS"))
        {
            warnings.Add("The mail server lacks UIDPLUS: drafts that are taken back stay in the folder, marked as deleted.");
        }

        if (!session.Can("IDLE"))
        {
            warnings.Add("The mail server lacks IDLE: new mail is found by asking now and then.");
        }

        return new MailboxHealth([.. folders.Where(folder => !folder.Is("\\Noselect")).Select(folder => FolderNames.Decode(folder.Name))], warnings);
    }

    /// <inheritdoc />
    public async Task<ChangePage> FetchChangesAsync(string? cursor, CancellationToken cancellation)
    {
        var names = await FolderNamesAsync(cancellation);
        var from = ImapCursor.Read(cursor);
        var at = from.At < names.Count ? from.At : 0;
        var folder = await session.ExamineAsync(names[at], cancellation) ?? throw NoFolder(names[at]);
        // A new UIDVALIDITY makes every UID we know worthless: the folder is read as if for the first time.
        var mark = from.Folders.TryGetValue(names[at], out var known) && known.Validity == folder.UidValidity ? known : null;
        var uids = mark is null
            ? await session.SearchAsync("SINCE " + mailbox.Since.AddDays(-1).UtcDateTime.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture), cancellation)
            : [.. (await session.SearchAsync(string.Create(CultureInfo.InvariantCulture, $"UID {mark.Last + 1L}:*"), cancellation)).Where(uid => uid > mark.Last)];
        var page = uids.Take(PageSize).ToList();
        var messages = page.Count == 0 ? [] : await ListAsync(folder, page, cancellation);
        var isEnd = page.Count == uids.Count;
        var last = page.Count > 0 ? page[^1] : mark?.Last ?? (folder.UidNext > 0 ? folder.UidNext - 1 : 0);
        var next = isEnd ? (at + 1) % names.Count : at;
        return new ChangePage(messages, [], from.With(names[at], folder.UidValidity, last, next).Write(), HasMore: !isEnd || next != 0);
    }

    /// <inheritdoc />
    public async Task<byte[]?> DownloadAsync(string providerId, CancellationToken cancellation)
    {
        if (ImapMailId.Read(providerId) is not { } id || await OpenAsync(id.Folder, cancellation) is not { } folder || folder.UidValidity != id.Validity)
        {
            return null;
        }

        return await ReadAsync(id.Uid, cancellation);
    }

    /// <inheritdoc />
    public async Task<SavedDraft?> FindDraftAsync(string tag, CancellationToken cancellation)
    {
        var drafts = await DraftsAsync(cancellation);
        // Not the folder as it was opened earlier: another session may have changed it.
        var folder = await session.ExamineAsync(drafts, cancellation) ?? throw NoFolder(drafts);
        var uids = await session.SearchAsync($"HEADER Message-ID {ImapSession.Quote(MessageIdOf(tag))} NOT DELETED", cancellation);
        return uids.Count > 0 && await ReadAsync(uids[^1], cancellation) is { } draft
            ? new SavedDraft(new ImapMailId(folder.UidValidity, uids[^1], drafts).ToString(), VersionOf(draft))
            : null;
    }

    /// <inheritdoc />
    public async Task<SavedDraft> SaveDraftAsync(ReplyDraft reply, string tag, CancellationToken cancellation)
    {
        if (await FindDraftAsync(tag, cancellation) is { } present)
        {
            return present;
        }

        await session.AppendAsync(await DraftsAsync(cancellation), ComposeMail.Draft(reply with { From = reply.From with { Address = mailbox.Address } }, tag), cancellation);
        return await FindDraftAsync(tag, cancellation)
            ?? throw new MailboxException(MailboxProblem.Unavailable, "The mail server took a draft and does not show it.");
    }

    /// <inheritdoc />
    public async Task<DiscardOutcome> DiscardDraftAsync(SavedDraft draft, CancellationToken cancellation)
    {
        if (ImapMailId.Read(draft.Id) is not { } id || await session.SelectAsync(id.Folder, cancellation) is not { } folder || folder.UidValidity != id.Validity
            || (await session.SearchAsync(string.Create(CultureInfo.InvariantCulture, $"UID {id.Uid} NOT DELETED"), cancellation)).Count == 0
            || await ReadAsync(id.Uid, cancellation) is not { } content)
        {
            return DiscardOutcome.NotFound;
        }

        if (VersionOf(content) != draft.Version)
        {
            return DiscardOutcome.Changed;
        }

        var uid = id.Uid.ToString(CultureInfo.InvariantCulture);
        await session.DoAsync($"UID STORE {uid} +FLAGS.SILENT (\\Deleted)", cancellation);
        if (session.Can("UIDPLUS"))
        {
            // A plain EXPUNGE would also remove what other people marked.
            await session.DoAsync($"UID EXPUNGE {uid}", cancellation);
        }

        return DiscardOutcome.Discarded;
    }

    /// <inheritdoc />
    public async Task<ConversationState> ReadConversationAsync(AnsweredMessage message, CancellationToken cancellation)
    {
        if (message.InternetMessageId is not { Length: > 2 } id)
        {
            return new ConversationState(false, false, false);
        }

        var answers = $"OR HEADER In-Reply-To {ImapSession.Quote(id)} HEADER References {ImapSession.Quote(id)}";
        var hasNewer = false;
        foreach (var name in await FolderNamesAsync(cancellation))
        {
            hasNewer |= await session.ExamineAsync(name, cancellation) is not null && (await session.SearchAsync($"{answers} NOT FROM {ImapSession.Quote(mailbox.Address)}", cancellation)).Count > 0;
        }

        var isAnswered = await SentAsync(cancellation) is { } sent && await session.ExamineAsync(sent, cancellation) is not null && (await session.SearchAsync(answers, cancellation)).Count > 0;
        var drafts = await DraftsAsync(cancellation);
        var hasDraft = await session.ExamineAsync(drafts, cancellation) is not null && (await session.SearchAsync($"{answers} NOT DELETED NOT HEADER {ComposeMail.DraftHeader} \"\"", cancellation)).Count > 0;
        return new ConversationState(hasNewer, isAnswered, hasDraft);
    }

    /// <inheritdoc />
    public async Task<bool> WaitForNewsAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        if (!session.Can("IDLE"))
        {
            return false;
        }

        var name = (await FolderNamesAsync(cancellation))[0];
        _ = await session.ExamineAsync(name, cancellation) ?? throw NoFolder(name);
        return await session.IdleAsync(atMost < LongestIdle ? atMost : LongestIdle, time, cancellation);
    }

    /// <inheritdoc />
    public Task<NewsSubscription?> SubscribeAsync(string? subscription, CancellationToken cancellation) => Task.FromResult<NewsSubscription?>(null);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task<IReadOnlyList<FoundMessage>> ListAsync(OpenFolder folder, List<uint> uids, CancellationToken cancellation)
    {
        var facts = await session.FetchAsync(string.Join(',', uids), "UID INTERNALDATE RFC822.SIZE FLAGS", cancellation);
        return
        [
            .. from fact in facts
               where fact.ContainsKey("UID") && !HasFlag(fact, "\\Deleted")
               let uid = uint.TryParse(fact["UID"].Text, out var number) ? number : 0
               where uids.Contains(uid)
               select new FoundMessage(
                   new ImapMailId(folder.UidValidity, uid, folder.Name).ToString(),
                   ConversationId: null,
                   ReceivedAt(fact),
                   fact.TryGetValue("RFC822.SIZE", out var size) && long.TryParse(size.Text, out var bytes) ? bytes : null,
                   HasFlag(fact, "\\Draft")),
        ];
    }

    private DateTimeOffset ReceivedAt(Dictionary<string, ImapValue> facts) =>
        facts.TryGetValue("INTERNALDATE", out var date) && DateTimeOffset.TryParseExact(date.Text.Trim(), "d-MMM-yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : time.GetUtcNow();

    private static bool HasFlag(Dictionary<string, ImapValue> facts, string flag) =>
        facts.TryGetValue("FLAGS", out var flags) && flags.Items.Any(item => item.Text.Equals(flag, StringComparison.OrdinalIgnoreCase));

    private async Task<byte[]?> ReadAsync(uint uid, CancellationToken cancellation)
    {
        var number = uid.ToString(CultureInfo.InvariantCulture);
        var size = (await session.FetchAsync(number, "UID RFC822.SIZE", cancellation)).Select(fact => fact.TryGetValue("RFC822.SIZE", out var value) && long.TryParse(value.Text, out var bytes) ? bytes : 0).FirstOrDefault();
        if (size > options.LargestMessageBytes)
        {
            throw new MailboxException(MailboxProblem.TooLarge, "The mail is larger than the product reads.");
        }

        var facts = await session.FetchAsync(number, "UID BODY.PEEK[]", cancellation);
        return facts.Select(fact => fact.GetValueOrDefault(Body)?.Bytes).FirstOrDefault(bytes => bytes is not null);
    }

    private async Task<OpenFolder?> OpenAsync(string folder, CancellationToken cancellation) =>
        session.Folder is { } open && open.Name == folder ? open : await session.ExamineAsync(folder, cancellation);

    private async Task<IReadOnlyList<ListedFolder>> FoldersAsync(CancellationToken cancellation) => _folders ??= await session.ListAsync(cancellation);

    /// <summary>The folders to read, as the server writes them.</summary>
    private async Task<IReadOnlyList<string>> FolderNamesAsync(CancellationToken cancellation)
    {
        if (mailbox.Folders.Count == 0)
        {
            return [Inbox];
        }

        var folders = await FoldersAsync(cancellation);
        return [.. mailbox.Folders.Select(wanted => wanted.Equals(Inbox, StringComparison.OrdinalIgnoreCase) ? Inbox
            : folders.FirstOrDefault(folder => FolderNames.Decode(folder.Name) == wanted)?.Name ?? throw NoFolder(wanted))];
    }

    private async Task<string> DraftsAsync(CancellationToken cancellation) =>
        await SpecialAsync("\\Drafts", DraftNames, cancellation)
        ?? throw new MailboxException(MailboxProblem.WrongSettings, "The mailbox has no folder for drafts. Create one called Drafts.");

    private Task<string?> SentAsync(CancellationToken cancellation) => SpecialAsync("\\Sent", SentNames, cancellation);

    private async Task<string?> SpecialAsync(string use, string[] names, CancellationToken cancellation)
    {
        var folders = await FoldersAsync(cancellation);
        return (folders.FirstOrDefault(folder => folder.Is(use)) ?? folders.FirstOrDefault(folder => names.Contains(FolderNames.Decode(folder.Name).Split('/', '.')[^1], StringComparer.OrdinalIgnoreCase)))?.Name;
    }

    private string MessageIdOf(string tag) => ComposeMail.MessageIdOf(tag, new MailAddress(null, mailbox.Address));

    private static string VersionOf(byte[] draft) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(draft).ReplaceLineEndings("\n").TrimEnd())));

    private static MailboxException NoFolder(string name) =>
        new(MailboxProblem.WrongSettings, $"The mailbox has no folder {FolderNames.Decode(name)}. Correct the folders in its settings.");
}
