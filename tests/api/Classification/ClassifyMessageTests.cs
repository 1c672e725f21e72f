using OutlookAssist.Classification;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tests.Api.Classification;

public sealed class ClassifyMessageTests
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static MessageClassification Classify(string text, string? subject = null, IReadOnlyDictionary<string, string>? headers = null) =>
        ClassifyMessage.Classify(MessageReader.Read(new Message(Subject: subject, ReceivedAt: Friday, Headers: headers, Body: new MessageBody("text", text))), OrganisationTriage.BuiltIn);

    [Theory]
    [InlineData("Our production system is down since this morning, nobody can work.", "critical")]
    [InlineData("Die Produktion steht, wir brauchen sofort Hilfe.", "critical")]
    [InlineData("Please send the signed contract by 5 pm today.", "high")]
    [InlineData("This is urgent, please answer.", "high")]
    [InlineData("If this is not solved I will contact my lawyer.", "high")]
    [InlineData("What are the sizes of the blue shirt?", "normal")]
    [InlineData("No rush, but could you tell me your opening hours when you have time?", "low")]
    [InlineData("This is not urgent: which colours do you have?", "low")]
    [InlineData("Thank you so much for your quick help, it works now!", "low")]
    public void Urgency_follows_from_what_is_at_stake(string text, string label) => Assert.Equal(label, Classify(text).Urgency.Label);

    [Fact]
    public void A_newsletter_in_capitals_does_not_hurry() =>
        Assert.Equal("low", Classify("URGENT! LAST CHANCE! SHOP NOW AND SAVE 50 %! UNSUBSCRIBE HERE").Urgency.Label);

    [Theory]
    [InlineData("What are the sizes of the blue shirt?")]
    [InlineData("No rush, but could you tell me your opening hours?")]
    [InlineData("Thank you so much for your quick help, it works now!")]
    [InlineData("If this is not solved I will contact my lawyer.")]
    [InlineData("Ich hätte gern ein Angebot.")]
    public void An_outage_with_a_deadline_never_lowers_urgency(string text)
    {
        string[] order = ["low", "normal", "high", "critical"];

        var before = Classify(text).Urgency.Label;
        var after = Classify($"{text} Production is down, we need it by 5 pm today.").Urgency.Label;

        Assert.True(Array.IndexOf(order, after) > Array.IndexOf(order, before), $"{before} became {after}");
    }

    [Theory]
    [InlineData("I am very disappointed, the machine is broken and nobody answers.", "negative")]
    [InlineData("The support was not good at all.", "negative")]
    [InlineData("Ich bin sehr enttäuscht von Ihrem Service.", "negative")]
    [InlineData("C'est inacceptable, je suis furieux.", "negative")]
    [InlineData("Estoy muy decepcionado, es inaceptable.", "negative")]
    [InlineData("I love the new version, great work!", "positive")]
    [InlineData("Ich bin begeistert, alles funktioniert hervorragend.", "positive")]
    [InlineData("😡😡", "negative")]
    [InlineData("Where can I find the manual?", "neutral")]
    [InlineData("Please send the invoice to our office in Berlin.", "neutral")]
    public void Sentiment_follows_words_negation_and_emoji(string text, string label) => Assert.Equal(label, Classify(text).Sentiment.Label);

    [Theory]
    [InlineData("The app shows an error message and crashes after the update.", "support")]
    [InlineData("Could you send us a quote for 50 licences?", "sales")]
    [InlineData("I was charged twice on invoice INV-2024-001.", "billing")]
    [InlineData("I want to return the shoes and get a refund.", "returns")]
    [InlineData("I forgot my password and cannot log in to my account.", "account")]
    [InlineData("Where is my parcel? The tracking has not changed.", "shipping")]
    [InlineData("I have a suggestion: it would be nice if you added a dark theme.", "feedback")]
    [InlineData("What are your opening hours?", "general")]
    [InlineData("This is unacceptable, I want to make a complaint about your staff.", "complaint")]
    [InlineData("Ich möchte die Ware zurückgeben und mein Geld zurück.", "returns")]
    [InlineData("Bitte senden Sie mir die Rechnung für die letzte Zahlung.", "billing")]
    [InlineData("Où est mon colis ? Le suivi ne change pas.", "shipping")]
    [InlineData("Olvidé mi contraseña y no puedo iniciar sesión.", "account")]
    public void The_category_follows_the_words_of_each_language(string text, string label) => Assert.Equal(label, Classify(text).Category.Label);

    [Theory]
    [InlineData("I want a refund for my last order.", "refund_request")]
    [InlineData("Please send me a copy of the invoice.", "invoice_request")]
    [InlineData("Where is my order?", "order_status")]
    [InlineData("I want to cancel my subscription.", "cancel")]
    [InlineData("Wo bleibt meine Bestellung?", "order_status")]
    public void The_best_intent_comes_first(string text, string label) => Assert.Equal(label, Classify(text).Intents[0].Label);

    [Fact]
    public void A_deadline_counts_from_when_the_mail_arrived()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero), Classify("Please answer by 5 pm today.").Urgency.Deadline);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 23, 59, 59, TimeSpan.Zero), Classify("Bitte bis Montag antworten.").Urgency.Deadline);
        Assert.Equal(new DateTimeOffset(2026, 12, 3, 23, 59, 59, TimeSpan.Zero), Classify("We need the parts before 3 December.").Urgency.Deadline);
        Assert.Null(Classify("The parcel arrived today.").Urgency.Deadline);
    }

    [Fact]
    public void Entities_carry_exact_offsets_of_the_new_text()
    {
        const string text = "Order A-1234 of 20 November 2026 cost 49,90 €, see https://example.com/a and write to ana@example.com about invoice no. 778-21.";

        var entities = Classify(text).Entities;

        Assert.Equal(["order_number", "date", "amount", "url", "email", "invoice_number"], entities.Select(entity => entity.Type));
        Assert.All(entities, entity => Assert.Equal(entity.Text, text[entity.Start..entity.End]));
        Assert.Equal("A-1234", entities[0].Text);
        Assert.Equal("778-21", entities[^1].Text);
    }

    [Theory]
    [InlineData("See you tomorrow.", "tomorrow", "2026-11-21")]
    [InlineData("Wir haben gestern bestellt.", "gestern", "2026-11-19")]
    [InlineData("It arrived on 24 December.", "24 December", "2026-12-24")]
    [InlineData("It arrived on January 5th.", "January 5th", "2027-01-05")]
    [InlineData("Rechnung vom 3.4.2025", "3.4.2025", "2025-04-03")]
    [InlineData("Invoice of 2025-04-03.", "2025-04-03", "2025-04-03")]
    [InlineData("Invoice of 04/23/2025.", "04/23/2025", "2025-04-23")]
    [InlineData("Invoice of 03/04/2025.", "03/04/2025", null)]
    [InlineData("Le 31 février 2025, c'est loin.", "31 février 2025", null)]
    public void A_date_has_its_day_counted_from_the_mails_own_where_it_is_but_one(string text, string written, string? day)
    {
        var date = Assert.Single(Classify(text).Entities, entity => entity.Type == "date");
        Assert.Equal((written, day), (date.Text, date.Value));
    }

    [Fact]
    public void A_mail_of_a_program_is_named_as_such() =>
        Assert.True(Classify("I am away.", "Out of office", new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied" }).Automatic.IsAutomatic);

    [Fact]
    public void The_same_mail_gets_the_same_answer_and_an_empty_one_gets_some_answer()
    {
        var first = System.Text.Json.JsonSerializer.Serialize(Classify("Where is my order 4711? I am angry."));
        var second = System.Text.Json.JsonSerializer.Serialize(Classify("Where is my order 4711? I am angry."));

        Assert.Equal(first, second);
        Assert.NotEmpty(Classify("").Intents);
        Assert.True(Classify("").OutOfScope);
    }
}
