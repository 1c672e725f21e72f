using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Mailboxes;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Mailboxes;

[Collection(ProductCollection.Name)]
public class ReceivedMessageTableTests(Product product)
{
    [Fact]
    public async Task The_database_itself_refuses_a_mail_twice_in_one_mailbox_and_takes_it_in_another()
    {
        var (first, second) = (await ConnectAsync(), await ConnectAsync());
        await StoreAsync(Mail(first, "the same"));
        await Assert.ThrowsAsync<DbUpdateException>(() => StoreAsync(Mail(first, "the same")));
        await StoreAsync(Mail(second, "the same"));
        await StoreAsync(Mail(first, "another"));
    }

    [Fact]
    public async Task Settings_and_content_come_back_as_they_were_stored_and_go_with_their_mailbox()
    {
        var id = await ConnectAsync();
        var mail = Mail(id, "with content");
        await StoreAsync(mail);
        await StoreAsync(new ReceivedContent { MessageId = mail.Id, Sealed = [1, 2, 3] });

        await using var database = Open();
        var mailbox = await database.Set<MailboxConnection>().SingleAsync(mailbox => mailbox.Id == id);
        Assert.Equal(new SendingRule("billing", 0.9), Assert.Single(mailbox.Settings.Sending));
        Assert.Equal(new Shift(DayOfWeek.Friday, new TimeOnly(9, 0), new TimeOnly(16, 30)), Assert.Single(mailbox.Settings.WorkingHours!.Shifts));
        Assert.Equal([1, 2, 3], (await database.Set<ReceivedContent>().AsNoTracking().SingleAsync(content => content.MessageId == mail.Id)).Sealed);

        database.Remove(mailbox);
        await database.SaveChangesAsync();
        Assert.False(await database.Set<ReceivedMessage>().AnyAsync(message => message.MailboxId == id));
        Assert.False(await database.Set<ReceivedContent>().AnyAsync(content => content.MessageId == mail.Id));
    }

    private async Task<string> ConnectAsync()
    {
        var hours = new WorkingHours("Europe/Vienna", [new Shift(DayOfWeek.Friday, new TimeOnly(9, 0), new TimeOnly(16, 30))], [new DateOnly(2026, 12, 24)]);
        var mailbox = new MailboxConnection
        {
            Id = Guid.NewGuid().ToString("N"),
            Organisation = "a test's own",
            Kind = MailboxKinds.Imap,
            Address = "support@shop.example",
            State = MailboxState.Paused,
            Settings = new MailboxSettings { WorkingHours = hours, Sending = [new SendingRule("billing", 0.9)] },
        };
        await StoreAsync(mailbox);
        return mailbox.Id;
    }

    private static ReceivedMessage Mail(string mailbox, string identity) =>
        new() { Organisation = "a test's own", MailboxId = mailbox, ProviderId = "1", ContentHash = identity, Identity = identity };

    private async Task StoreAsync(object row)
    {
        await using var database = Open();
        database.Add(row);
        await database.SaveChangesAsync();
    }

    private OutlookAssistDatabase Open() => product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext();
}
