using Microsoft.Extensions.Options;
using OutlookAssist.Mailboxes;
using OutlookAssist.Mailboxes.Providers;
using OutlookAssist.Mailboxes.Providers.Imap;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Mailboxes.Providers.Imap;

/// <summary>Servers that misbehave: each is a failure in words of ours, soon, and without harm.</summary>
public sealed class ImapSessionTests
{
    private static readonly Func<ScriptedServer.Conversation, string, string, Task<bool>> Well = (_, _, _) => Task.FromResult(false);

    [Fact]
    public async Task A_server_that_behaves_is_read_literals_and_all()
    {
        await using var server = ScriptedImap.Start(Well);
        await using var mailbox = await OpenAsync(server);
        Assert.Equal(["INBOX", "My Draft"], (await mailbox.CheckAsync(default)).Folders);
        var page = await mailbox.FetchChangesAsync(null, default);
        var found = Assert.Single(page.Messages);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 0, 1, TimeSpan.Zero), found.ReceivedAt);
        Assert.Equal(ScriptedImap.Mail, System.Text.Encoding.ASCII.GetString((await mailbox.DownloadAsync(found.ProviderId, default))!));
        Assert.Empty((await mailbox.FetchChangesAsync(page.Cursor, default)).Messages);
        Assert.DoesNotContain(server.Heard, line => line.Contains("SELECT", StringComparison.Ordinal) || line.Contains("STORE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_numbering_forgets_the_place_and_the_old_names()
    {
        var validity = 7u;
        await using var server = ScriptedImap.Start(Well, () => validity);
        await using var mailbox = await OpenAsync(server);
        var page = await mailbox.FetchChangesAsync(null, default);
        validity = 8;
        var again = Assert.Single((await mailbox.FetchChangesAsync(page.Cursor, default)).Messages);
        Assert.NotEqual(page.Messages[0].ProviderId, again.ProviderId);
        Assert.Null(await mailbox.DownloadAsync(page.Messages[0].ProviderId, default));
    }

    [Fact]
    public Task A_mail_cut_in_the_middle_is_a_later_try() => MisbehavesAsync("UID FETCH 5 (UID BODY", async (talk, _) =>
    {
        await talk.SayAsync("* 1 FETCH (UID 5 BODY[] {500}\r\nFrom: <ana@");
        await talk.DisposeAsync();
    });

    [Fact]
    public Task A_line_that_never_ends_is_not_gathered_for_ever() => MisbehavesAsync("UID SEARCH", async (talk, _) =>
    {
        var digits = new string('5', 1 << 16);
        while (true)
        {
            await talk.SayAsync(digits);
        }
    });

    [Fact]
    public Task A_literal_beyond_all_sizes_is_not_read() => MisbehavesAsync("UID FETCH 5 (UID BODY", (talk, _) => talk.SayAsync("* 1 FETCH (UID 5 BODY[] {2000000000}\r\nFrom"));

    [Fact]
    public Task A_goodbye_is_a_later_try() => MisbehavesAsync("EXAMINE", (talk, _) => talk.SayAsync("* BYE going down\r\n"));

    [Fact]
    public Task Lists_without_bottom_are_refused() => MisbehavesAsync("UID SEARCH", (talk, _) => talk.SayAsync($"* SEARCH {new string('(', 5000)}\r\n"));

    [Fact]
    public Task A_server_that_falls_silent_is_not_waited_for_for_ever() => MisbehavesAsync("UID SEARCH", (talk, _) => talk.SilenceAsync(), patience: 5);

    [Fact]
    public Task An_answer_to_a_question_that_nobody_asked_is_nonsense() => MisbehavesAsync("EXAMINE", (talk, _) => talk.SayAsync("zz OK what\r\n"));

    [Theory]
    [InlineData("NO [OVERQUOTA] full", nameof(MailboxProblem.WrongSettings))]
    [InlineData("NO not today", nameof(MailboxProblem.Refused))]
    [InlineData("NO [UNAVAILABLE] later", nameof(MailboxProblem.Unavailable))]
    public async Task A_draft_that_is_not_taken_says_why(string refusal, string problem)
    {
        await using var server = ScriptedImap.Start(async (talk, tag, command) =>
        {
            if (command.StartsWith("APPEND", StringComparison.Ordinal))
            {
                await talk.SayAsync($"{tag} {refusal}\r\n");
                return true;
            }

            return false;
        });
        await using var mailbox = await OpenAsync(server);
        var reply = new ReplyDraft(new AnsweredMessage("7.5.INBOX", "<one@customer.example>", null, default), new MailAddress(null, "support@shop.example"), [new MailAddress(null, "ana@customer.example")], "Re: A question", "Soon.", "<p>Soon.</p>", [], default);
        Assert.Equal(problem, (await Assert.ThrowsAsync<MailboxException>(() => mailbox.SaveDraftAsync(reply, "tag", default))).Problem.ToString());
    }

    [Theory]
    [InlineData("NO [AUTHENTICATIONFAILED] no", nameof(MailboxProblem.SignInRefused))]
    [InlineData("NO [UNAVAILABLE] later", nameof(MailboxProblem.Unavailable))]
    public async Task A_refused_sign_in_is_a_persons_turn_and_a_busy_one_is_not(string refusal, string problem)
    {
        await using var server = ScriptedImap.Start(async (talk, tag, command) =>
        {
            if (!command.StartsWith("AUTHENTICATE", StringComparison.Ordinal))
            {
                return false;
            }

            await talk.SayAsync($"+ \r\n{tag} {refusal}\r\n");
            await talk.HearAsync();
            return true;
        });
        Assert.Equal(problem, (await Assert.ThrowsAsync<MailboxException>(() => OpenAsync(server))).Problem.ToString());
    }

    [Fact]
    public async Task A_token_that_is_refused_with_an_explanation_ends_as_a_refusal()
    {
        await using var tokens = new FakeGraph("support@shop.example");
        await using var server = ScriptedImap.Start(async (talk, tag, command) =>
        {
            if (command != "AUTHENTICATE XOAUTH2")
            {
                return false;
            }

            await talk.SayAsync("+ \r\n");
            await talk.HearAsync();
            await talk.SayAsync("+ eyJzdGF0dXMiOiI0MDEifQ==\r\n");
            Assert.Equal("", await talk.HearAsync());
            await talk.SayAsync($"{tag} NO refused\r\n");
            return true;
        });
        var credentials = new MailboxCredentials { Host = "127.0.0.1", Port = server.Port, RefreshToken = "refresh", ClientId = "id", TokenEndpoint = $"{tokens.Address}/token" };
        Assert.Equal(MailboxProblem.SignInRefused, (await Assert.ThrowsAsync<MailboxException>(() => OpenAsync(server, credentials))).Problem);
        Assert.Contains(server.Heard, line => line.Length > 0 && line.StartsWith("dXNlcj", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_TLS_nothing_secret_is_said()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await talk.SayAsync("* OK ready\r\n");
            while (true)
            {
                await talk.HearAsync();
            }
        }, isSecure: false);
        Assert.Equal(MailboxProblem.NotSecure, (await Assert.ThrowsAsync<MailboxException>(() => OpenAsync(server))).Problem);
        Assert.DoesNotContain(server.Heard, line => line.Contains("LOGIN", StringComparison.Ordinal) || line.Contains("AUTH", StringComparison.Ordinal));
    }

    private static async Task MisbehavesAsync(string at, Func<ScriptedServer.Conversation, string, Task> how, int patience = 60)
    {
        await using var server = ScriptedImap.Start(async (talk, tag, command) =>
        {
            if (!command.StartsWith(at, StringComparison.Ordinal))
            {
                return false;
            }

            await how(talk, tag);
            return true;
        });
        await using var mailbox = await OpenAsync(server, patience: patience);
        var failure = await Assert.ThrowsAsync<MailboxException>(async () =>
        {
            var page = await mailbox.FetchChangesAsync(null, default);
            await mailbox.DownloadAsync(page.Messages[0].ProviderId, default);
        });
        Assert.Equal(MailboxProblem.Unavailable, failure.Problem);
    }

    private static Task<IMailbox> OpenAsync(ScriptedServer server, MailboxCredentials? credentials = null, int patience = 60)
    {
        var options = new MailboxesOptions { CertificateAuthority = server.CertificateFile, TimeoutSeconds = patience, LargestMessageBytes = 1_000_000 };
        var clients = new SingleClient();
        return new ImapProvider(Options.Create(options), new AccessTokens(clients, Options.Create(options), TimeProvider.System), TimeProvider.System)
            .OpenAsync(new MailboxToOpen("one", "support@shop.example", [], new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), credentials ?? new MailboxCredentials { Host = "127.0.0.1", Port = server.Port, Password = "secret" }), default);
    }

    private sealed class SingleClient : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new();
    }
}
