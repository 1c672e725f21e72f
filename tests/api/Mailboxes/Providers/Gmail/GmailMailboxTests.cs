using Microsoft.Extensions.Options;
using OutlookAssist.Mailboxes;
using OutlookAssist.Mailboxes.Providers;
using OutlookAssist.Mailboxes.Providers.Gmail;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Mailboxes.Providers.Gmail;

/// <summary>A server that keeps to Gmail's documents keeps the contract.</summary>
public sealed class GmailMailboxTests : MailboxContract, IAsyncLifetime
{
    private readonly FakeGmail _gmail = new("support@shop.example");
    private readonly List<FakeGmail.Item> _delivered = [];

    private protected override string Address => "support@shop.example";

    private protected override int Drafts => _gmail.Drafts.Count;

    private MailboxesOptions Settings => new() { GmailEndpoint = $"{_gmail.Address}/gmail/v1", GoogleTokenEndpoint = $"{_gmail.Address}/token" };

    [Fact]
    public Task New_mail_is_read() => New_mail_is_listed_and_read_and_then_nothing_is_new();

    [Fact]
    public Task The_same_draft_twice_is_one() => A_draft_is_saved_once_however_often_it_is_asked_for();

    [Fact]
    public Task Drafts_are_taken_back() => A_draft_is_taken_back_once();

    [Fact]
    public Task Threads_are_read() => A_thread_tells_what_happened_in_it();

    [Fact]
    public Task Mail_that_is_gone_is_nothing() => A_mail_that_is_gone_is_nothing();

    [Fact]
    public Task A_forgotten_history_reads_everything_again() => A_forgotten_place_gives_everything_again();

    [Fact]
    public async Task A_draft_joins_its_thread_and_names_what_it_answers()
    {
        await using var mailbox = await OpenAsync();
        var reply = await ReplyAsync(mailbox);
        await mailbox.SaveDraftAsync(reply, "tag", default);
        var draft = Assert.Single(_gmail.Drafts);
        Assert.Equal(reply.Answers.ConversationId, draft.Thread);
        Assert.Equal(reply.Answers.InternetMessageId, MailText.Field(draft.Raw, "In-Reply-To"));
        Assert.Null(MailText.Field(draft.Raw, "Auto-Submitted"));
    }

    [Fact]
    public async Task A_draft_that_a_person_changed_stays()
    {
        await using var mailbox = await OpenAsync();
        var saved = await mailbox.SaveDraftAsync(await ReplyAsync(mailbox), "tag", default);
        _gmail.Edit(_gmail.Drafts[0]);
        Assert.Equal(DiscardOutcome.Changed, await mailbox.DiscardDraftAsync(saved, default));
    }

    [Theory]
    [InlineData("drafts/send")]
    [InlineData("messages/send")]
    [InlineData("settings/filters")]
    public async Task Whatever_is_not_needed_is_never_called(string path)
    {
        var endpoint = new Uri($"{_gmail.Address}/gmail/v1/users/me/");
        var calls = new GmailCalls(new ServiceClient(Clients, "gmail", "one", endpoint, _ => Task.FromResult(_gmail.Token), _ => { }, Settings, TimeProvider.System), endpoint);
        await Assert.ThrowsAsync<InvalidOperationException>(() => calls.PostAsync<GmailDraft>(path, new { id = "r-1" }, default));
        Assert.Empty(_gmail.Calls);
    }

    [Theory]
    [InlineData(429, "rateLimitExceeded", nameof(MailboxProblem.Throttled))]
    [InlineData(403, "userRateLimitExceeded", nameof(MailboxProblem.Throttled))]
    [InlineData(403, "insufficientPermissions", nameof(MailboxProblem.SignInRefused))]
    [InlineData(503, "backendError", nameof(MailboxProblem.Unavailable))]
    public async Task Failures_are_told_apart(int status, string reason, string problem)
    {
        await using var mailbox = await OpenAsync();
        _gmail.Trouble = async context =>
        {
            await FakeService.FailAsync(context, status, reason);
            return true;
        };
        await FailsAsync(Enum.Parse<MailboxProblem>(problem), () => mailbox.FetchChangesAsync(null, default));
    }

    [Fact]
    public async Task Consent_for_another_mailbox_is_refused()
    {
        await using var other = new FakeGmail("somebody.else@shop.example");
        var options = new MailboxesOptions { GmailEndpoint = $"{other.Address}/gmail/v1", GoogleTokenEndpoint = $"{other.Address}/token" };
        await using var mailbox = await OpenAsync(options);
        await FailsAsync(MailboxProblem.WrongSettings, () => mailbox.CheckAsync(default));
    }

    [Fact]
    public async Task A_watch_is_renewed_every_day_although_it_lasts_for_seven()
    {
        await using var mailbox = await OpenAsync();
        var watch = await mailbox.SubscribeAsync(null, default);
        Assert.InRange(watch!.RenewAt - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(23), TimeSpan.FromHours(24));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _gmail.DisposeAsync();

    private protected override Task<IMailbox> OpenAsync() => OpenAsync(Settings);

    private protected override void Deliver(byte[] mail, string? thread) => _delivered.Add(_gmail.Deliver(mail, thread: thread));

    private protected override void RemoveAll() => _delivered.ForEach(_gmail.Remove);

    private protected override void DraftOfPerson(byte[] mail, string? thread) => _gmail.Deliver(mail, "DRAFT", thread);

    private protected override void SentByPerson(byte[] mail, string? thread) => _gmail.Deliver(mail, "SENT", thread);

    private protected override void Forget() => _gmail.ForgottenBefore = _gmail.Place;

    private Task<IMailbox> OpenAsync(MailboxesOptions options) =>
        new GmailProvider(Clients, Options.Create(options), Tokens(options), TimeProvider.System)
            .OpenAsync(ToOpen(new MailboxCredentials { ClientId = "client", ClientSecret = "secret", RefreshToken = "refresh", Topic = "projects/shop/topics/mail" }), default);
}
