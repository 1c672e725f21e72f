using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Mailboxes;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Review;

/// <summary>The mailbox follows what was decided, once, and never against what a person did there.</summary>
public sealed class FollowDecisionTests(FollowDecisionTests.Desk desk) : IClassFixture<FollowDecisionTests.Desk>
{
    private const string Question = "Do you repair tents?";

    [Fact]
    public async Task An_approved_text_lies_among_the_drafts_once_and_goes_to_the_sender_alone()
    {
        var (id, tag) = await OfferAsync();
        await Client.DoneAsync(id, "approve");
        await BecomesAsync(id, "saved");
        var reply = Assert.Single(desk.Mailbox.Saved(tag));
        Assert.Equal("ana@example.com", Assert.Single(reply.To).Address);
        Assert.Equal(reply.Answers.InternetMessageId ?? reply.References[^1], reply.References[^1]);
        Assert.NotEmpty(reply.Text);
    }

    [Fact]
    public async Task A_reviewers_text_takes_the_place_of_the_draft_that_lies_there()
    {
        var (id, tag) = await OfferAsync();
        desk.Mailbox.Put(tag, isChanged: false);
        await EditAsync(id, "We do, on Mondays.");
        await Client.DoneAsync(id, "approve");
        await BecomesAsync(id, "saved");
        Assert.Equal("We do, on Mondays.", Assert.Single(desk.Mailbox.Saved(tag)).Text);
    }

    [Fact]
    public async Task A_draft_that_lies_there_already_is_not_written_again()
    {
        var (id, tag) = await OfferAsync();
        desk.Mailbox.Put(tag, isChanged: false);
        await Client.DoneAsync(id, "approve");
        await BecomesAsync(id, "saved");
        Assert.Empty(desk.Mailbox.Saved(tag));
    }

    [Fact]
    public async Task What_a_person_changed_in_the_mailbox_is_never_thrown_away()
    {
        var (id, tag) = await OfferAsync();
        desk.Mailbox.Put(tag, isChanged: true);
        await EditAsync(id, "Another text.");
        await Client.DoneAsync(id, "approve");
        await BecomesAsync(id, "failed");
        Assert.True(desk.Mailbox.Has(tag));

        var (rejected, other) = await OfferAsync();
        desk.Mailbox.Put(other, isChanged: true);
        await Client.DoneAsync(rejected, "reject", new { reason = "wrong" });
        await BecomesAsync(rejected, "none");
        Assert.True(desk.Mailbox.Has(other));
    }

    [Fact]
    public async Task A_rejected_draft_is_taken_out()
    {
        var (id, tag) = await OfferAsync();
        desk.Mailbox.Put(tag, isChanged: false);
        await Client.DoneAsync(id, "reject", new { reason = "not-needed" });
        await BecomesAsync(id, "removed");
        Assert.False(desk.Mailbox.Has(tag));
    }

    [Fact]
    public async Task An_approved_text_is_discarded_when_the_thread_moved_on()
    {
        var (id, tag) = await OfferAsync();
        desk.Mailbox.Put(tag, isChanged: false);
        desk.Mailbox.MovedOn.TryAdd(tag, true);
        await Client.DoneAsync(id, "approve");
        await BecomesAsync(id, "removed");
        var item = (await Client.ShowAsync(id)).GetProperty("item");
        Assert.Equal(("discarded", "thread-moved-on"), (item.GetProperty("state").GetString(), item.GetProperty("decision").GetProperty("reason").GetString()));
        Assert.False(desk.Mailbox.Has(tag));
    }

    [Fact]
    public async Task A_mailbox_that_is_away_is_asked_again()
    {
        var (id, tag) = await OfferAsync();
        desk.Mailbox.Away.TryAdd(tag, 3);
        await Client.DoneAsync(id, "approve");
        await BecomesAsync(id, "saved");
        Assert.Single(desk.Mailbox.Saved(tag));
    }

    private HttpClient Client => desk.Client;

    private async Task<(long Id, string Tag)> OfferAsync()
    {
        var draft = await desk.DraftAsync(Question);
        var message = await ReviewDesk.ReceiveAsync(desk, "local", Question, kind: FakeMailbox.FakeKind);
        await using var database = ReviewDesk.Open(desk);
        var row = (await database.Set<ReceivedMessage>().FindAsync(message))!;
        return (await ReviewDesk.OfferAsync(desk, ReviewDesk.Offer("local", message) with { DraftId = draft.GetProperty("id").GetString(), DraftTag = row.ProviderId, MailboxId = row.MailboxId }), row.ProviderId);
    }

    private async Task EditAsync(long id, string text)
    {
        using var answer = await Client.PutAsJsonAsync($"/api/review/{id}/text", new { text });
        Assert.True(answer.IsSuccessStatusCode);
    }

    private async Task BecomesAsync(long id, string delivery)
    {
        var last = "";
        for (var tries = 0; tries < 600; tries++)
        {
            var decision = (await Client.ShowAsync(id)).GetProperty("item").GetProperty("decision");
            last = decision.ValueKind == JsonValueKind.Object ? decision.GetProperty("delivery").GetString() : "";
            if (last == delivery)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"The delivery is {last}, not {delivery}.");
    }

    /// <summary>A product with a mailbox of the test's own, where nothing can be taken back so that nobody waits.</summary>
    public sealed class Desk : Product
    {
        internal FakeMailbox Mailbox { get; } = new();

        /// <inheritdoc />
        public override Task InitializeAsync()
        {
            With("Review:UndoSeconds", "0");
            return base.InitializeAsync();
        }

        /// <inheritdoc />
        protected override void Configure(IWebHostBuilder host) => host.ConfigureTestServices(services => services.AddSingleton<IMailboxProvider>(Mailbox));
    }

    /// <summary>A mailbox in memory that knows drafts by their tags.</summary>
    internal sealed class FakeMailbox : IMailboxProvider, IMailbox
    {
        public const string FakeKind = "fake";
        private readonly ConcurrentDictionary<string, SavedDraft> _drafts = new();
        private readonly ConcurrentQueue<(string Tag, ReplyDraft Reply)> _saved = new();
        private readonly ConcurrentDictionary<string, bool> _changed = new();

        public ConcurrentDictionary<string, bool> MovedOn { get; } = new();

        public ConcurrentDictionary<string, int> Away { get; } = new();

        public string Kind => FakeKind;

        public IReadOnlyList<ReplyDraft> Saved(string tag) => [.. _saved.Where(saved => saved.Tag == tag).Select(saved => saved.Reply)];

        public bool Has(string tag) => _drafts.ContainsKey(tag);

        public void Put(string tag, bool isChanged)
        {
            _drafts[tag] = new SavedDraft(tag, "1");
            _changed[tag] = isChanged;
        }

        public (string Field, string Detail)? Examine(MailboxCredentials credentials) => null;

        public Task<IMailbox> OpenAsync(MailboxToOpen mailbox, CancellationToken cancellation) => Task.FromResult<IMailbox>(this);

        public Task<MailboxHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(new MailboxHealth([], []));

        public Task<ChangePage> FetchChangesAsync(string? cursor, CancellationToken cancellation) => Task.FromResult(new ChangePage([], [], "1", false));

        public Task<byte[]?> DownloadAsync(string providerId, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);

        public Task<SavedDraft?> FindDraftAsync(string tag, CancellationToken cancellation)
        {
            if (Away.TryGetValue(tag, out var left) && left > 0)
            {
                Away[tag] = left - 1;
                throw new MailboxException(MailboxProblem.Unavailable, "It does not answer.", TimeSpan.FromMilliseconds(100));
            }

            return Task.FromResult(_drafts.GetValueOrDefault(tag));
        }

        public Task<SavedDraft> SaveDraftAsync(ReplyDraft reply, string tag, CancellationToken cancellation)
        {
            _saved.Enqueue((tag, reply));
            return Task.FromResult(_drafts[tag] = new SavedDraft(tag, "2"));
        }

        public Task<DiscardOutcome> DiscardDraftAsync(SavedDraft draft, CancellationToken cancellation) => Task.FromResult(
            _changed.GetValueOrDefault(draft.Id) ? DiscardOutcome.Changed : _drafts.TryRemove(draft.Id, out _) ? DiscardOutcome.Discarded : DiscardOutcome.NotFound);

        public Task<ConversationState> ReadConversationAsync(AnsweredMessage message, CancellationToken cancellation) =>
            Task.FromResult(new ConversationState(MovedOn.ContainsKey(message.ProviderId), false, false));

        public Task<bool> WaitForNewsAsync(TimeSpan atMost, CancellationToken cancellation) => Task.FromResult(false);

        public Task<NewsSubscription?> SubscribeAsync(string? subscription, CancellationToken cancellation) => Task.FromResult<NewsSubscription?>(null);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
