using Microsoft.Extensions.Options;
using OutlookAssist.Mailboxes;
using OutlookAssist.Mailboxes.Providers.Imap;
using OutlookAssist.Tests.MailServers;

namespace OutlookAssist.Tests.Api.Mailboxes.Providers.Imap;

/// <summary>A real Dovecot keeps the contract.</summary>
[Collection(DovecotCollection.Name)]
public sealed class ImapMailboxTests : MailboxContract
{
    private const string Folder = "Support & Ürlaub";
    private const string FolderOnDisk = "Support &- &ANw-rlaub";
    private readonly DovecotServer _server;

    public ImapMailboxTests(DovecotServer server)
    {
        (_server, Address) = (server, server.NewUser());
        if (DovecotServer.Program is not null)
        {
            server.CreateFolder(Address, FolderOnDisk);
        }
    }

    private protected override string Address { get; }

    private protected override int Drafts => _server.Files(Address, "Drafts").Count;

    [DovecotFact]
    public Task New_mail_is_read() => New_mail_is_listed_and_read_and_then_nothing_is_new();

    [DovecotFact]
    public Task The_same_draft_twice_is_one() => A_draft_is_saved_once_however_often_it_is_asked_for();

    [DovecotFact]
    public Task Drafts_are_taken_back() => A_draft_is_taken_back_once();

    [DovecotFact]
    public Task Threads_are_read() => A_thread_tells_what_happened_in_it();

    [DovecotFact]
    public Task Mail_that_is_gone_is_nothing() => A_mail_that_is_gone_is_nothing();

    [DovecotFact]
    public Task A_new_numbering_reads_everything_again() => A_forgotten_place_gives_everything_again();

    [DovecotFact]
    public async Task Reading_marks_nothing_as_read_and_a_draft_says_that_a_person_sends_it()
    {
        await using var mailbox = await OpenAsync();
        await mailbox.SaveDraftAsync(await ReplyAsync(mailbox), "tag", CancellationToken.None);
        await mailbox.DownloadAsync((await ReadAllAsync(mailbox, null)).Found[0].ProviderId, CancellationToken.None);
        Assert.DoesNotContain(_server.Files(Address, FolderOnDisk), file => file.Contains(",S", StringComparison.Ordinal));
        var draft = await File.ReadAllBytesAsync(Assert.Single(_server.Files(Address, "Drafts")));
        Assert.Null(MailText.Field(draft, "Auto-Submitted"));
        Assert.NotNull(MailText.Field(draft, "In-Reply-To"));
    }

    [DovecotFact]
    public async Task New_mail_ends_the_waiting()
    {
        await using var mailbox = await OpenAsync();
        var waiting = mailbox.WaitForNewsAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
        while (!waiting.IsCompleted)
        {
            // Until it idles, a mail may be there before it looks.
            _server.Deliver(Address, MailText.To(Address), FolderOnDisk);
            await Task.WhenAny(waiting, Task.Delay(500));
        }

        Assert.True(await waiting);
    }

    [DovecotFact]
    public async Task Waiting_ends_without_news_and_the_mailbox_goes_on()
    {
        await using var mailbox = await OpenAsync();
        Assert.False(await mailbox.WaitForNewsAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None));
        var health = await mailbox.CheckAsync(CancellationToken.None);
        Assert.Contains(Folder, health.Folders);
        Assert.Empty(health.Warnings);
    }

    [DovecotFact]
    public Task A_wrong_password_is_a_persons_turn() => FailsAsync(MailboxProblem.SignInRefused, () => OpenAsync("wrong", _server.CertificateFile));

    [DovecotFact]
    public Task A_certificate_that_nobody_vouches_for_gets_no_password() => FailsAsync(MailboxProblem.NotSecure, () => OpenAsync(DovecotServer.Password, null));

    private protected override Task<IMailbox> OpenAsync() => OpenAsync(DovecotServer.Password, _server.CertificateFile);

    private protected override void Deliver(byte[] mail, string? thread) => _server.Deliver(Address, mail, FolderOnDisk);

    private protected override void RemoveAll() => _server.Files(Address, FolderOnDisk).ToList().ForEach(File.Delete);

    private protected override void DraftOfPerson(byte[] mail, string? thread) => _server.Deliver(Address, mail, "Drafts", "D");

    private protected override void SentByPerson(byte[] mail, string? thread) => _server.Deliver(Address, mail, "Sent", "S");

    private protected override void Forget() => _server.Renumber(Address, Folder, FolderOnDisk);

    private Task<IMailbox> OpenAsync(string password, string? authority)
    {
        var options = new MailboxesOptions { CertificateAuthority = authority };
        return new ImapProvider(Options.Create(options), Tokens(options), TimeProvider.System)
            .OpenAsync(ToOpen(new MailboxCredentials { Host = "127.0.0.1", Port = _server.Port, Password = password }, Folder), CancellationToken.None);
    }
}
