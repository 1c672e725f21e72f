using OutlookAssist.Classification;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Classification;

public sealed class JudgedMailsTests
{
    private static readonly Message Plain = new(Subject: "Offer", From: new MailAddress("Ana", "ana@example.com"), ReceivedAt: DateTimeOffset.UnixEpoch, Body: new MessageBody("text", "Please answer today."));

    private static UInt128 KeyOf(Message message) => JudgedMails.KeyOf(MessageReader.Read(message));

    [Fact]
    public void The_same_mail_has_the_same_key() => Assert.Equal(KeyOf(Plain), KeyOf(Plain with { Id = "another copy" }));

    [Fact]
    public void Whatever_a_judgement_depends_on_changes_the_key()
    {
        Message[] others =
        [
            Plain with { Subject = "Offers" },
            Plain with { From = new MailAddress("Ana", "vip@example.com") },
            Plain with { ReceivedAt = DateTimeOffset.UnixEpoch.AddDays(1) },
            Plain with { Body = new MessageBody("text", "Please answer tomorrow.") },
            Plain with { Headers = new Dictionary<string, string> { ["Importance"] = "high" } },
            Plain with { Attachments = [new MessageAttachment("a.ics", "text/calendar", 1)] },
        ];
        Assert.Equal(others.Length + 1, others.Append(Plain).Select(KeyOf).Distinct().Count());
    }

    [Fact]
    public void Too_many_are_forgotten_and_the_newest_is_kept()
    {
        var judged = new JudgedMails();
        var result = ClassifyMessage.Classify(MessageReader.Read(Plain), OrganisationTriage.BuiltIn);
        for (UInt128 key = 0; key < 5_000; key++)
            judged.Keep(key, result);
        Assert.Null(judged.Find(0));
        Assert.NotNull(judged.Find(4_999));
    }
}
