using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Mailboxes;
using OutlookAssist.Tests.Api.Support;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Mailboxes;

/// <summary>Notices of receipt go out only where they were allowed, once, to people, over TLS.</summary>
public sealed class SendAcknowledgementTests : IAsyncLifetime
{
    private const string Address = "support@shop.example";
    private readonly FakeGraph _graph = new(Address);
    private readonly List<string> _sent = [];

    [Fact]
    public async Task A_sender_gets_one_notice_that_says_what_it_is_and_no_second_one_within_days()
    {
        await using var smtp = FakeSmtp.Start(_sent);
        using var table = await TableAsync(smtp);
        var mails = await ReadAsync(table, "One?", "Two?");
        Assert.Equal(AcknowledgementOutcome.Sent, await SendAsync(table, mails[0]));
        Assert.Equal(AcknowledgementOutcome.SentBefore, await SendAsync(table, mails[1]));
        Assert.Equal(AcknowledgementOutcome.SentBefore, await SendAsync(table, mails[0]));
        var mail = Assert.Single(_sent);
        Assert.Contains("Auto-Submitted: auto-replied", mail, StringComparison.Ordinal);
        Assert.Contains($"In-Reply-To: {mails[0].InternetMessageId}", mail, StringComparison.Ordinal);
        Assert.Contains("MAIL FROM:<>", smtp.Heard);
        Assert.Equal("RCPT TO:<ana@customer.example>", Assert.Single(smtp.Heard, line => line.StartsWith("RCPT", StringComparison.Ordinal)));
        Assert.True(smtp.Heard.ToList().FindIndex(line => line.StartsWith("AUTH", StringComparison.Ordinal)) > smtp.Heard.ToList().IndexOf("STARTTLS"));
    }

    [Fact]
    public async Task Nobody_gets_one_where_nobody_allowed_it()
    {
        await using var smtp = FakeSmtp.Start(_sent);
        using var table = await TableAsync(smtp, isAllowed: false);
        Assert.Equal(AcknowledgementOutcome.NotAllowed, await SendAsync(table, (await ReadAsync(table, "One?"))[0]));
        Assert.Empty(smtp.Heard);
    }

    [Fact]
    public async Task A_program_gets_none()
    {
        await using var smtp = FakeSmtp.Start(_sent);
        using var table = await TableAsync(smtp);
        _graph.Deliver(MailText.To(Address, more: "Auto-Submitted: auto-generated\r\n"));
        await table.ReadAsync();
        Assert.Equal(AcknowledgementOutcome.NotAnswerable, await SendAsync(table, (await table.MailsAsync())[0]));
        Assert.Empty(smtp.Heard);
    }

    [Fact]
    public async Task A_server_without_TLS_gets_neither_password_nor_mail()
    {
        await using var smtp = FakeSmtp.Start(_sent, offersTls: false);
        using var table = await TableAsync(smtp);
        var mail = (await ReadAsync(table, "One?"))[0];
        Assert.Equal(MailboxProblem.NotSecure, (await Assert.ThrowsAsync<MailboxException>(() => SendAsync(table, mail))).Problem);
        Assert.DoesNotContain(smtp.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("535 no", "250 taken", nameof(MailboxProblem.SignInRefused))]
    [InlineData("235 welcome", "554 no", nameof(MailboxProblem.Refused))]
    [InlineData("235 welcome", "451 later", nameof(MailboxProblem.Unavailable))]
    [InlineData("nonsense", "250 taken", nameof(MailboxProblem.Unavailable))]
    public async Task A_refusal_is_told_and_a_second_try_sends_nothing(string signIn, string accepted, string problem)
    {
        await using var smtp = FakeSmtp.Start(_sent, signIn: signIn, accepted: accepted);
        using var table = await TableAsync(smtp);
        var mail = (await ReadAsync(table, "One?"))[0];
        Assert.Equal(problem, (await Assert.ThrowsAsync<MailboxException>(() => SendAsync(table, mail))).Problem.ToString());
        Assert.Equal(AcknowledgementOutcome.SentBefore, await SendAsync(table, mail));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    private async Task<MailboxTable> TableAsync(ScriptedServer smtp, bool isAllowed = true)
    {
        var table = new MailboxTable(_graph, null, ("Mailboxes:CertificateAuthority", smtp.CertificateFile), ("Mailboxes:TimeoutSeconds", "60"));
        await table.ConnectAsync("a test's own", Address, new MailboxSettings { Acknowledgements = isAllowed }, new MailboxCredentials { TenantId = "tenant", ClientId = "client", ClientSecret = "secret", Smtp = new SmtpCredentials("127.0.0.1", smtp.Port, "support", "password") });
        return table;
    }

    private async Task<IReadOnlyList<ReceivedMessage>> ReadAsync(MailboxTable table, params string[] bodies)
    {
        foreach (var body in bodies)
        {
            _graph.Deliver(MailText.To(Address, body));
        }

        await table.ReadAsync();
        return await table.MailsAsync();
    }

    private static Task<AcknowledgementOutcome> SendAsync(MailboxTable table, ReceivedMessage message) =>
        table.Services.GetRequiredService<SendAcknowledgement>().HandleAsync(message, "Re: A question", "We have it.\n.\nA person answers soon.", "<p>We have it.</p>", CancellationToken.None);
}
