using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OutlookAssist.Mailboxes;
using OutlookAssist.Mailboxes.Providers;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Mailboxes;

/// <summary>What the product may expect of a mailbox, whoever keeps it. Each provider's tests call every promise.</summary>
public abstract class MailboxContract
{
    private protected static readonly IHttpClientFactory Clients = new ServiceCollection().AddHttpClient().BuildServiceProvider().GetRequiredService<IHttpClientFactory>();

    private protected abstract string Address { get; }

    private protected abstract Task<IMailbox> OpenAsync();

    private protected abstract void Deliver(byte[] mail, string? thread);

    private protected abstract void RemoveAll();

    private protected abstract void DraftOfPerson(byte[] mail, string? thread);

    private protected abstract void SentByPerson(byte[] mail, string? thread);

    private protected abstract int Drafts { get; }

    private protected abstract void Forget();

    private protected static AccessTokens Tokens(MailboxesOptions options) => new(Clients, Options.Create(options), TimeProvider.System);

    private protected async Task New_mail_is_listed_and_read_and_then_nothing_is_new()
    {
        await using var mailbox = await OpenAsync();
        var (none, start) = await ReadAllAsync(mailbox, null);
        Assert.Empty(none);
        var sent = Enumerable.Range(1, 5).Select(number => MailText.To(Address, $"Question number {number}?")).ToList();
        sent.ForEach(mail => Deliver(mail, null));
        var (found, after) = await ReadAllAsync(mailbox, start);
        Assert.Equal(5, found.Select(message => message.ProviderId).Distinct().Count());
        var bodies = new List<string>();
        foreach (var message in found.DistinctBy(message => message.ProviderId))
        {
            bodies.Add(System.Text.Encoding.UTF8.GetString((await mailbox.DownloadAsync(message.ProviderId, CancellationToken.None))!));
        }

        Assert.Equal(sent.Select(mail => System.Text.Encoding.UTF8.GetString(mail)).Order(), bodies.Order());
        Assert.Empty((await ReadAllAsync(mailbox, after)).Found);
        Deliver(MailText.To(Address, "One more?"), null);
        Assert.Single((await ReadAllAsync(mailbox, after)).Found.DistinctBy(message => message.ProviderId));
    }

    private protected async Task A_draft_is_saved_once_however_often_it_is_asked_for()
    {
        await using var mailbox = await OpenAsync();
        var reply = await ReplyAsync(mailbox);
        Assert.Null(await mailbox.FindDraftAsync("tag/1", CancellationToken.None));
        var saved = await mailbox.SaveDraftAsync(reply, "tag/1", CancellationToken.None);
        Assert.Equal(saved, await mailbox.SaveDraftAsync(reply, "tag/1", CancellationToken.None));
        await using var second = await OpenAsync();
        Assert.Equal(saved, await second.SaveDraftAsync(reply, "tag/1", CancellationToken.None));
        Assert.Equal(saved, await second.FindDraftAsync("tag/1", CancellationToken.None));
        Assert.Equal(1, Drafts);
        await mailbox.SaveDraftAsync(reply, "tag/2", CancellationToken.None);
        Assert.Equal(2, Drafts);
    }

    private protected async Task A_draft_is_taken_back_once()
    {
        await using var mailbox = await OpenAsync();
        var saved = await mailbox.SaveDraftAsync(await ReplyAsync(mailbox), "tag", CancellationToken.None);
        Assert.Equal(DiscardOutcome.Changed, await mailbox.DiscardDraftAsync(saved with { Version = "another" }, CancellationToken.None));
        Assert.Equal(1, Drafts);
        Assert.Equal(DiscardOutcome.Discarded, await mailbox.DiscardDraftAsync(saved, CancellationToken.None));
        Assert.Equal(DiscardOutcome.NotFound, await mailbox.DiscardDraftAsync(saved, CancellationToken.None));
        Assert.Null(await mailbox.FindDraftAsync("tag", CancellationToken.None));
        Assert.Equal(0, Drafts);
    }

    private protected async Task A_thread_tells_what_happened_in_it()
    {
        await using var mailbox = await OpenAsync();
        var reply = await ReplyAsync(mailbox);
        var (answered, more) = (reply.Answers, $"In-Reply-To: {reply.Answers.InternetMessageId}\r\nReferences: {reply.Answers.InternetMessageId}\r\n");
        await mailbox.SaveDraftAsync(reply, "tag", CancellationToken.None);
        Assert.Equal(new ConversationState(false, false, false), await mailbox.ReadConversationAsync(answered, CancellationToken.None));
        DraftOfPerson(MailText.To("ana@customer.example", "I am at it", $"<{Address}>", more: more), answered.ConversationId);
        Assert.Equal(new ConversationState(false, false, true), await mailbox.ReadConversationAsync(answered, CancellationToken.None));
        Deliver(MailText.To(Address, "Forget it, I found it.", more: more), answered.ConversationId);
        Assert.True((await mailbox.ReadConversationAsync(answered, CancellationToken.None)).HasNewerMessage);
        SentByPerson(MailText.To("ana@customer.example", "Glad to hear it", $"<{Address}>", more: more), answered.ConversationId);
        Assert.Equal(new ConversationState(true, true, true), await mailbox.ReadConversationAsync(answered, CancellationToken.None));
    }

    private protected async Task A_mail_that_is_gone_is_nothing()
    {
        await using var mailbox = await OpenAsync();
        Deliver(MailText.To(Address), null);
        var found = Assert.Single((await ReadAllAsync(mailbox, null)).Found.DistinctBy(message => message.ProviderId));
        RemoveAll();
        await using var later = await OpenAsync();
        Assert.Null(await later.DownloadAsync(found.ProviderId, CancellationToken.None));
        Assert.Null(await later.DownloadAsync("nothing", CancellationToken.None));
    }

    private protected async Task A_forgotten_place_gives_everything_again()
    {
        await using var mailbox = await OpenAsync();
        Deliver(MailText.To(Address, "Before?"), null);
        var (_, place) = await ReadAllAsync(mailbox, null);
        Deliver(MailText.To(Address, "After?"), null);
        Forget();
        await using var later = await OpenAsync();
        Assert.Equal(2, (await ReadAllAsync(later, place)).Found.DistinctBy(message => message.ProviderId).Count());
    }

    private protected static async Task<(IReadOnlyList<FoundMessage> Found, string Cursor)> ReadAllAsync(IMailbox mailbox, string? cursor)
    {
        var found = new List<FoundMessage>();
        for (var pages = 0; pages < 100; pages++)
        {
            var page = await mailbox.FetchChangesAsync(cursor, CancellationToken.None);
            found.AddRange(page.Messages);
            cursor = page.Cursor;
            if (!page.HasMore)
            {
                return (found, cursor);
            }
        }

        throw new InvalidOperationException("The pages never end.");
    }

    private protected async Task<ReplyDraft> ReplyAsync(IMailbox mailbox)
    {
        var id = MailText.NewId();
        Deliver(MailText.To(Address, id: id), null);
        var found = (await ReadAllAsync(mailbox, null)).Found[^1];
        return new ReplyDraft(new AnsweredMessage(found.ProviderId, id, found.ConversationId, found.ReceivedAt), new MailAddress("Support", Address), [new MailAddress("Ana Ruiz", "ana@customer.example")], "Re: A question", "It is on its way.", "<p>It is on its way.</p>", [id], new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    }

    private protected MailboxToOpen ToOpen(MailboxCredentials credentials, params string[] folders) => new(Guid.NewGuid().ToString("N"), Address, folders, TimeProvider.System.GetUtcNow().AddDays(-2), credentials);

    private protected static async Task FailsAsync(MailboxProblem problem, Func<Task> work)
    {
        var failure = await Assert.ThrowsAsync<MailboxException>(work);
        Assert.Equal(problem, failure.Problem);
        Assert.DoesNotContain("words that must not be shown", failure.Message, StringComparison.Ordinal);
    }
}
