using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Access;
using OutlookAssist.Classification;
using OutlookAssist.Mailboxes;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Classification;

[Collection(ProductCollection.Name)]
public class JudgedMailsTests(Product product)
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

    [Fact]
    public async Task What_was_judged_for_one_organisation_says_nothing_for_another()
    {
        using var scope = product.Services.CreateScope();
        var classify = scope.ServiceProvider.GetRequiredService<ClassifyMessage>();
        var labels = scope.ServiceProvider.GetRequiredService<ChangeLabels>();
        var mail = MessageReader.Read(Plain with { Body = new MessageBody("text", "Which soil do tulips need?") });
        await OwnAsync("first", "gardening", "plumbing");
        await OwnAsync("second", "flowers", "pipes");
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal("gardening", await CategoryAsync("first"));
            Assert.Equal("flowers", await CategoryAsync("second"));
            Assert.Contains(await CategoryAsync("third"), ClassifyMessage.BuiltInCategories);
        }

        async Task OwnAsync(string organisation, string garden, string house) => await labels.ReplaceAsync(
            new LabelConfiguration([
                new LabelSetting(garden, ["How do I prune my roses?", "The lawn has brown patches.", "When should tulips be planted?", "My hedge grows too slowly.", "Which soil do tomatoes need?"]),
                new LabelSetting(house, ["The tap in the kitchen drips.", "Our boiler gives no hot water.", "A pipe has burst in the cellar.", "The toilet is blocked.", "How do I replace a washer?"])]),
            new Caller(organisation, "somebody"), CancellationToken.None);

        async Task<string> CategoryAsync(string organisation) => (await classify.ClassifyAsync(mail, organisation, CancellationToken.None)).Category.Label;
    }
}
