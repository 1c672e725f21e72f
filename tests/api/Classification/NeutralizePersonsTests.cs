using System.Text.Json;
using OutlookAssist.Classification;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Classification;

public sealed class NeutralizePersonsTests
{
    private static readonly string[] Subjects = ["Keisha", "Brendan", "Mohammed", "Xiuying", "Guadalupe", "My daughter", "My son", "This woman", "This man", "She", "He", "Mrs. Okonkwo", "Mr. Smith", "Dr. Anne-Marie Durand"];

    private static readonly string[] Sentences =
    [
        "{0} is furious about the invoice and wants the money back today.",
        "{0} was charged twice for order 4711, please refund it.",
        "{0} is delighted with the service.",
        "{0} cannot log in, production is down.",
        "{0} asks where the parcel is.",
        "{0} would like a quote for fifty licences by Friday.",
        "{0} told us about the terrible delay.",
    ];

    private static readonly string[] Mails =
    [
        "Dear {0},\n\nthe delivery is two weeks late and nobody answers. I want my money back.\n\nRegards,\n{1} Miller",
        "Hi {0},\n\nthanks a lot, the new version works great!\n\nBest,\n{1}",
        "Hello {0},\n\nour server is down since this morning, please help immediately. {1}'s team cannot work.\n\nKind regards\n{1}",
        "Hallo {0},\n\nbitte senden Sie mir die Rechnung bis Freitag. {1} wartet darauf.\n\nMit freundlichen Grüßen\n{1}",
        "Bonjour {0},\n\nje suis très déçu, le colis est cassé. {1} est furieux.\n\nCordialement\n{1}",
        "{1} here. {0} said that I should write to you at {1}.{0}@example.com about a refund.",
    ];

    // Names that no list of ours holds stand beside common ones.
    private static readonly (string One, string Other)[] Names =
        [("Emily", "Lakisha"), ("Greg", "Jamal"), ("Anna", "Fatima"), ("Peter", "Wei"), ("Sarah", "Tyrone"), ("Hans", "Mehmet"), ("Claire", "Aïcha"), ("Betsy", "Darnell"), ("Allison", "Shaniqua"), ("Brad", "Rasheed")];

    [Fact]
    public void A_sentence_is_judged_the_same_whoever_it_speaks_of()
    {
        foreach (var sentence in Sentences)
        {
            var judged = Subjects.Select(subject => (subject, Labels: Judge(string.Format(null, sentence, subject)))).ToList();
            Assert.All(judged, one => Assert.True(one.Labels == judged[0].Labels, $"{sentence} differs for {one.subject}:\n{one.Labels}\n{judged[0].Labels}"));
        }
    }

    [Fact]
    public void A_mail_is_judged_the_same_whatever_the_names_in_it()
    {
        foreach (var mail in Mails)
        {
            foreach (var (one, other) in Names)
            {
                Assert.Equal(Judge(string.Format(null, mail, one, other)), Judge(string.Format(null, mail, other, one)));
                Assert.Equal(Judge(string.Format(null, mail, one, one)), Judge(string.Format(null, mail, other, other)));
            }
        }
    }

    [Theory]
    [InlineData("Alonzo feels angry.", "ª feels angry.")]
    [InlineData("I talked to my sister and her husband yesterday.", "I talked to ª and ª yesterday.")]
    [InlineData("Dear Xanthippe,\nplease pay.", "Dear ª,\nplease pay.")]
    [InlineData("See you.\nKind regards\nXanthippe Zoltan", "See you.\nKind regards\nª")]
    [InlineData("Write to ana.ruiz@example.com or see https://example.com/ana?x=1 now.", "Write to ª or see http now.")]
    [InlineData("Mr. Smith's order", "ª's order")]
    [InlineData("Der Kunde Mehmet Yilmaz wartet.", "Der Kunde ª wartet.")]
    [InlineData("Please refund my order today.", "Please refund my order today.")]
    [InlineData("The meeting is on Friday in April.", "The meeting is on Friday in April.")]
    public void Only_who_is_spoken_of_goes(string text, string neutral) => Assert.Equal(neutral, NeutralizePersons.Neutralize(text));

    [Fact]
    public void A_text_of_nothing_but_signs_ends()
    {
        foreach (var text in (string[])["@", "@@@@", "a@", "@a", "www.", "://", "x://", "'", "A", "A-", "\uD800", "My", "my my my", new string('@', 5000), string.Concat(Enumerable.Repeat("Anna ", 5000))])
            Assert.NotNull(NeutralizePersons.Neutralize(text));
    }

    private static string Judge(string text)
    {
        var result = ClassifyMessage.Classify(
            MessageReader.Read(new Message(ReceivedAt: new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Body: new MessageBody("text", text))), OrganisationTriage.BuiltIn);
        return JsonSerializer.Serialize(new { Sentiment = result.Sentiment.Label, Urgency = result.Urgency.Label, result.Urgency.Reasons, Category = result.Category.Label, Intent = result.Intents[0].Label, result.OutOfScope });
    }
}
