using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OutlookAssist.Mailboxes;
using OutlookAssist.Mailboxes.Providers.Graph;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Mailboxes.Providers.Graph;

/// <summary>A server that keeps to Microsoft Graph's documents keeps the contract, and misbehaves as the real one does.</summary>
public sealed class GraphMailboxTests : MailboxContract, IAsyncLifetime
{
    private readonly FakeGraph _graph = new("support@shop.example");
    private readonly List<FakeGraph.Item> _delivered = [];

    private protected override string Address => "support@shop.example";

    private protected override int Drafts => _graph.Drafts.Count;

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
    public Task A_forgotten_place_reads_everything_again() => A_forgotten_place_gives_everything_again();

    [Fact]
    public async Task Our_words_stand_before_the_history_and_only_the_sender_gets_them()
    {
        await using var mailbox = await OpenAsync();
        await mailbox.SaveDraftAsync(await ReplyAsync(mailbox), "tag", default);
        var draft = Assert.Single(_graph.Drafts);
        Assert.Equal("<html><body><p>It is on its way.</p>history</body></html>", draft.Body);
        Assert.Equal(["ana@customer.example"], draft.To);
    }

    [Fact]
    public async Task A_crash_between_the_draft_and_its_words_leaves_one_draft_that_is_finished_later()
    {
        await using var mailbox = await OpenAsync();
        var reply = await ReplyAsync(mailbox);
        for (var round = 0; round < 50; round++)
        {
            _graph.Trouble = context => AbortAsync(context, "PATCH");
            await FailsAsync(MailboxProblem.Unavailable, () => mailbox.SaveDraftAsync(reply, $"tag {round}", default));
            _graph.Trouble = null;
            Assert.Null(await mailbox.FindDraftAsync($"tag {round}", default));
            await using var restarted = await OpenAsync();
            await restarted.SaveDraftAsync(reply, $"tag {round}", default);
            Assert.Equal(round + 1, Drafts);
        }

        Assert.All(_graph.Drafts, draft => Assert.Contains("It is on its way.", draft.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_that_a_person_changed_stays()
    {
        await using var mailbox = await OpenAsync();
        var saved = await mailbox.SaveDraftAsync(await ReplyAsync(mailbox), "tag", default);
        _graph.Edit(_graph.Drafts[0]);
        Assert.Equal(DiscardOutcome.Changed, await mailbox.DiscardDraftAsync(saved, default));
        Assert.Equal(1, Drafts);
    }

    [Fact]
    public async Task A_wish_for_a_pause_is_told_exactly()
    {
        await using var mailbox = await OpenAsync();
        _graph.Trouble = async context =>
        {
            await FakeService.FailAsync(context, 429, "ApplicationThrottled", retryAfter: 17);
            return true;
        };
        var failure = await Assert.ThrowsAsync<MailboxException>(() => mailbox.FetchChangesAsync(null, default));
        Assert.Equal((MailboxProblem.Throttled, TimeSpan.FromSeconds(17)), (failure.Problem, failure.RetryAfter));
    }

    [Theory]
    [InlineData(500, "InternalServerError", nameof(MailboxProblem.Unavailable))]
    [InlineData(403, "ErrorAccessDenied", nameof(MailboxProblem.SignInRefused))]
    [InlineData(404, "MailboxNotEnabledForRESTAPI", nameof(MailboxProblem.Gone))]
    public async Task Failures_are_told_apart(int status, string code, string problem)
    {
        await using var mailbox = await OpenAsync();
        _graph.Trouble = async context =>
        {
            await FakeService.FailAsync(context, status, code);
            return true;
        };
        await FailsAsync(Enum.Parse<MailboxProblem>(problem), () => mailbox.FetchChangesAsync(null, default));
    }

    [Fact]
    public async Task Withdrawn_consent_is_a_persons_turn()
    {
        _graph.GivesTokens = false;
        await FailsAsync(MailboxProblem.SignInRefused, OpenAsync);
    }

    [Fact]
    public async Task A_token_that_ended_early_is_asked_for_again()
    {
        await using var mailbox = await OpenAsync();
        _graph.Token = "another.e30.signature";
        await mailbox.FetchChangesAsync(null, default);
        Assert.Equal(2, _graph.Calls.Count(call => call.EndsWith("/token", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Never_more_than_four_calls_at_once_and_none_that_sends()
    {
        await using var mailbox = await OpenAsync();
        var reply = await ReplyAsync(mailbox);
        _graph.Trouble = async _ =>
        {
            await Task.Delay(30);
            return false;
        };
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => mailbox.SaveDraftAsync(reply, $"tag {number}", default)));
        Assert.InRange(_graph.MostAtOnce, 2, 4);
        Assert.DoesNotContain(_graph.Calls, call => call.Contains("send", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_link_to_another_host_gets_no_token()
    {
        await using var mailbox = await OpenAsync();
        await using var thief = new FakeGraph("support@shop.example");
        _graph.Trouble = async context =>
        {
            await context.Response.WriteAsync($$"""{"value":[],"@odata.nextLink":"{{thief.Address}}/v1.0/users/x/mailFolders/inbox/messages/delta?$token=1"}""");
            return true;
        };
        var page = await mailbox.FetchChangesAsync(null, default);
        await FailsAsync(MailboxProblem.Unavailable, () => mailbox.FetchChangesAsync(page.Cursor, default));
        Assert.Empty(thief.Calls);
    }

    [Fact]
    public async Task More_rights_than_needed_are_warned_of()
    {
        _graph.Token = $"x.{System.Buffers.Text.Base64Url.EncodeToString("""{"roles":["Mail.ReadWrite","Mail.Send"]}"""u8)}.y";
        await using var mailbox = await OpenAsync();
        var health = await mailbox.CheckAsync(default);
        Assert.Equal(2, health.Warnings.Count);
        Assert.Contains("Mail.Send", health.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_is_asked_for_with_a_secret_and_renewed_at_half_of_its_life()
    {
        await using var mailbox = await OpenAsync();
        var first = await mailbox.SubscribeAsync(null, default);
        var wish = Assert.Single(_graph.Subscriptions);
        Assert.Equal("https://shop.example/api/mailboxes/notices/graph", wish.GetProperty("notificationUrl").GetString());
        var secret = wish.GetProperty("clientState").GetString()!;
        Assert.DoesNotContain(secret, first!.Subscription, StringComparison.Ordinal);
        Assert.Equal(PushSubscription.HashOf(secret), PushSubscription.Read(first.Subscription)!.SecretHash);
        var half = first.RenewAt - TimeProvider.System.GetUtcNow();
        Assert.InRange(half, TimeSpan.FromMinutes(2_110), TimeSpan.FromMinutes(2_115));
        Assert.Equal(first.Subscription, (await mailbox.SubscribeAsync(first.Subscription, default))!.Subscription);
        _graph.Subscriptions.Clear();
        Assert.NotEqual(first.Subscription, (await mailbox.SubscribeAsync(first.Subscription, default))!.Subscription);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    private protected override Task<IMailbox> OpenAsync()
    {
        var options = new MailboxesOptions { GraphEndpoint = $"{_graph.Address}/v1.0", GraphSignIn = _graph.Address, NotificationAddress = "https://shop.example" };
        return new GraphProvider(Clients, Options.Create(options), Tokens(options), TimeProvider.System)
            .OpenAsync(ToOpen(new MailboxCredentials { TenantId = "tenant", ClientId = "client", ClientSecret = "secret" }), default);
    }

    private protected override void Deliver(byte[] mail, string? thread) => _delivered.Add(_graph.Deliver(mail, conversation: thread));

    private protected override void RemoveAll() => _delivered.ForEach(_graph.Remove);

    private protected override void DraftOfPerson(byte[] mail, string? thread) => _graph.Deliver(mail, "drafts", thread, Address, isDraft: true);

    private protected override void SentByPerson(byte[] mail, string? thread) => _graph.Deliver(mail, "sentitems", thread, Address);

    private protected override void Forget() => _graph.Epoch++;

    private static Task<bool> AbortAsync(HttpContext context, string method)
    {
        if (context.Request.Method != method)
        {
            return Task.FromResult(false);
        }

        context.Abort();
        return Task.FromResult(true);
    }
}
