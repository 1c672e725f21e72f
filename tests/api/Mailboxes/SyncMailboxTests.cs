using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;
using OutlookAssist.Tests.Api.Support;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Mailboxes;

/// <summary>Reading a mailbox into the database, over the wire of a server that misbehaves; the workers rest, so that a test reads when it wants to.</summary>
public sealed class SyncMailboxTests : IAsyncLifetime, IDisposable
{
    private const string Organisation = "a test's own";
    private const string Address = "support@shop.example";
    private readonly FakeGraph _graph = new(Address);
    private readonly MailboxTable _table;

    public SyncMailboxTests() => _table = new MailboxTable(_graph);

    public Task InitializeAsync() => _table.ConnectAsync(Organisation, Address);

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    public void Dispose() => _table.Dispose();

    [Fact]
    public async Task A_new_mail_is_one_row_with_its_job_and_its_sealed_content()
    {
        var raw = MailText.To(Address, "A secret question about a bicycle?");
        var item = _graph.Deliver(raw);
        await _table.ReadAsync();
        var row = Assert.Single(await _table.MailsAsync());
        Assert.Equal((MessageState.Arrived, item.Id, item.Conversation, "ana@customer.example"), (row.State, row.ProviderId, row.ConversationId, row.FromAddress));
        Assert.Equal(1, await _table.JobsAsync());
        Assert.Equal(raw, await _table.ContentAsync(row));
        Assert.DoesNotContain("secret question", System.Text.Encoding.UTF8.GetString(await _table.SealedAsync(row)), StringComparison.Ordinal);
        var mailbox = await _table.MailboxAsync();
        Assert.True(mailbox.SyncedTicks > 0);
        Assert.Null(mailbox.Problem);
    }

    [Fact]
    public async Task Reading_again_or_from_the_beginning_or_under_another_name_makes_nothing_twice()
    {
        var mails = Enumerable.Range(0, 7).Select(number => MailText.To(Address, $"Question {number}?", $"<person{number}@customer.example>")).ToList();
        mails.ForEach(mail => _graph.Deliver(mail));
        await _table.ReadAsync();
        await _table.ReadAsync();
        await _table.ChangeAsync(mailbox => mailbox.Cursor = null);
        await _table.ReadAsync();
        mails.ForEach(mail => _graph.Deliver([.. "Received: from somewhere; Fri, 20 Nov 2026 08:00:00 +0000\r\n"u8, .. mail]));
        await _table.ReadAsync();
        Assert.Equal(7, (await _table.MailsAsync()).Count);
        Assert.Equal(7, await _table.JobsAsync());
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\r\n", SkippedReasons.Automatic)]
    [InlineData("List-Id: <news.customer.example>\r\n", SkippedReasons.List)]
    [InlineData("Precedence: bulk\r\n", SkippedReasons.List)]
    [InlineData("Return-Path: <>\r\n", SkippedReasons.Report)]
    [InlineData("X-Auto-Response-Suppress: All\r\n", SkippedReasons.Suppressed)]
    [InlineData("Content-Type: text/calendar; method=REQUEST\r\n", SkippedReasons.Calendar)]
    [InlineData("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n", SkippedReasons.Encrypted)]
    [InlineData("Authentication-Results: mx.shop.example; spf=pass; dmarc=fail action=none\r\n", SkippedReasons.FailedDmarc)]
    [InlineData("X-OutlookAssist-Draft: 7\r\n", SkippedReasons.Loop)]
    public async Task What_may_not_be_answered_is_left_alone_with_its_reason(string header, string reason)
    {
        _graph.Deliver(MailText.To(Address, more: header));
        await _table.ReadAsync();
        var row = Assert.Single(await _table.MailsAsync());
        Assert.Equal((MessageState.Skipped, reason), (row.State, row.SkippedReason));
        Assert.Equal(0, await _table.JobsAsync());
        Assert.Null(await _table.ContentAsync(row));
    }

    [Theory]
    [InlineData("<support@shop.example>", SkippedReasons.OwnAddress)]
    [InlineData("<noreply@customer.example>", SkippedReasons.Automatic)]
    [InlineData("<news-request@customer.example>", SkippedReasons.Automatic)]
    public async Task Our_own_mail_and_that_of_programs_is_left_alone(string from, string reason)
    {
        _graph.Deliver(MailText.To(Address, from: from));
        await _table.ReadAsync();
        Assert.Equal(reason, Assert.Single(await _table.MailsAsync()).SkippedReason);
    }

    [Fact]
    public async Task Mail_to_an_alias_counts_and_mail_to_others_does_not()
    {
        await _table.ChangeAsync(mailbox => mailbox.Settings = new MailboxSettings { Aliases = ["Help@shop.example"] });
        _graph.Deliver(MailText.To("help@shop.example", "To the alias?"));
        _graph.Deliver(MailText.To("support+orders@shop.example", "To a tag?"));
        _graph.Deliver(MailText.To("everybody@shop.example", "To others?"));
        await _table.ReadAsync();
        Assert.Equal([null, null, SkippedReasons.NotAddressed], (await _table.MailsAsync()).Select(row => row.SkippedReason));
    }

    [Fact]
    public async Task Mail_from_before_the_connection_and_drafts_are_not_even_downloaded()
    {
        _graph.Deliver(MailText.To(Address), received: TimeProvider.System.GetUtcNow().AddHours(-2));
        _graph.Deliver(MailText.To(Address), isDraft: true);
        await _table.ReadAsync();
        Assert.Equal(SkippedReasons.TooOld, Assert.Single(await _table.MailsAsync()).SkippedReason);
        Assert.DoesNotContain(_graph.Calls, call => call.Contains("$value", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_programs_that_answer_each_other_are_stopped()
    {
        for (var number = 0; number < 8; number++)
        {
            _graph.Deliver(MailText.To(Address, $"Thank you for your message number {number}."), conversation: "endless");
        }

        await _table.ReadAsync();
        var rows = await _table.MailsAsync();
        Assert.Equal(4, rows.Count(row => row.State == MessageState.Arrived));
        Assert.Equal(4, rows.Count(row => row.SkippedReason == SkippedReasons.PingPong));
    }

    [Fact]
    public async Task So_many_mails_of_one_sender_in_an_hour_and_no_more()
    {
        for (var number = 0; number < MailboxTable.MostPerSender + 3; number++)
        {
            _graph.Deliver(MailText.To(Address, $"Question number {number}?"));
        }

        _graph.Deliver(MailText.To(Address, "Somebody else?", "<ben@customer.example>"));
        await _table.ReadAsync();
        var rows = await _table.MailsAsync();
        Assert.Equal(3, rows.Count(row => row.SkippedReason == SkippedReasons.SenderCap));
        Assert.Equal(MessageState.Arrived, rows.Single(row => row.FromAddress == "ben@customer.example").State);
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_a_page_loses_nothing_and_repeats_nothing()
    {
        for (var number = 0; number < 9; number++)
        {
            _graph.Deliver(MailText.To(Address, $"Question {number}?", $"<person{number}@customer.example>"));
        }

        var crashes = 0;
        for (var isWhole = false; !isWhole;)
        {
            var left = 3 + (crashes % 4);
            _graph.Trouble = context =>
            {
                if (--left > 0)
                {
                    return Task.FromResult(false);
                }

                context.Abort();
                return Task.FromResult(true);
            };
            isWhole = await Record.ExceptionAsync(_table.ReadAsync) is not JobDeferredException;
            crashes += isWhole ? 0 : 1;
            Assert.InRange(crashes, 0, 200);
        }

        Assert.InRange(crashes, 3, 200);
        _graph.Trouble = null;
        await _table.ReadAsync();
        Assert.Equal(9, (await _table.MailsAsync()).Count);
        Assert.Equal(9, await _table.JobsAsync());
    }

    [Fact]
    public async Task A_wished_pause_is_kept_exactly_and_counts_as_no_failed_try()
    {
        _graph.Trouble = async context =>
        {
            await FakeService.FailAsync(context, 429, "ApplicationThrottled", retryAfter: 42);
            return true;
        };
        Assert.Equal(TimeSpan.FromSeconds(42), (await Assert.ThrowsAsync<JobDeferredException>(_table.ReadAsync)).Pause);
        Assert.Equal("mailbox-throttled", (await _table.MailboxAsync()).Problem);
    }

    [Fact]
    public async Task An_hour_of_failures_is_waited_out_and_then_everything_is_there()
    {
        _graph.Deliver(MailText.To(Address));
        _graph.Trouble = async context =>
        {
            await FakeService.FailAsync(context, 500, "InternalServerError");
            return true;
        };
        var waited = TimeSpan.Zero;
        for (var tries = 0; waited < TimeSpan.FromHours(1); tries++)
        {
            Assert.InRange(tries, 0, 100);
            var pause = (await Assert.ThrowsAsync<JobDeferredException>(_table.ReadAsync)).Pause;
            Assert.InRange(pause, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));
            waited += pause;
        }

        Assert.Equal(MailboxState.Connected, (await _table.MailboxAsync()).State);
        _graph.Trouble = null;
        await _table.ReadAsync();
        Assert.Single(await _table.MailsAsync());
        Assert.Equal(0, (await _table.MailboxAsync()).Failures);
    }

    [Theory]
    [InlineData(true, "mailbox-sign-in-refused")]
    [InlineData(false, "mailbox-gone")]
    public async Task Withdrawn_consent_and_a_mailbox_that_is_gone_in_the_middle_are_a_persons_turn(bool isConsent, string problem)
    {
        _graph.Deliver(MailText.To(Address, "One?"));
        var calls = 0;
        _graph.Trouble = async context =>
        {
            if (++calls < 3)
            {
                return false;
            }

            await FakeService.FailAsync(context, isConsent ? 403 : 404, isConsent ? "ErrorAccessDenied" : "MailboxNotEnabledForRESTAPI");
            return true;
        };
        await _table.ReadAsync();
        var mailbox = await _table.MailboxAsync();
        Assert.Equal((MailboxState.Failed, problem), (mailbox.State, mailbox.Problem));
        await _table.ReadAsync();
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task A_mail_that_breaks_every_rule_goes_to_the_rows_and_the_next_one_is_read()
    {
        _graph.Deliver(new byte[64]);
        _graph.Deliver([.. Enumerable.Range(0, 5_000).Select(number => (byte)(number * 31))]);
        _graph.Deliver(MailText.To(Address, "And a good one?"));
        await _table.ReadAsync();
        var rows = await _table.MailsAsync();
        Assert.Equal(3, rows.Count);
        Assert.Contains(rows, row => row.State == MessageState.Arrived && row.FromAddress == "ana@customer.example");
    }

    [Fact]
    public async Task A_paused_mailbox_is_not_read_and_a_reading_that_others_overtook_stores_nothing()
    {
        _graph.Deliver(MailText.To(Address));
        await _table.ChangeAsync(mailbox => mailbox.State = MailboxState.Paused);
        await _table.ReadAsync();
        Assert.Empty(_graph.Calls);
        await _table.ChangeAsync(mailbox => mailbox.State = MailboxState.Connected);
        _graph.Trouble = async context =>
        {
            if (context.Request.Path.Value!.EndsWith("$value", StringComparison.Ordinal))
            {
                await _table.ChangeAsync(mailbox => mailbox.State = MailboxState.Paused);
            }

            return false;
        };
        await _table.ReadAsync();
        Assert.Empty(await _table.MailsAsync());
    }
}
