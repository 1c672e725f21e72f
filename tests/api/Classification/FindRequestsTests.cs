using OutlookAssist.Classification;

namespace OutlookAssist.Tests.Api.Classification;

public sealed class FindRequestsTests
{
    private static string[] Texts(string text, string language = "en") => [.. FindRequests.Find(text, language).Select(request => request.Text)];

    [Theory]
    [InlineData("I would also like to know how long the warranty on your tents is, in case we take the smaller one.", "en")]
    [InlineData("We would just like to know where the parcel is.", "en")]
    [InlineData("Ich würde außerdem auch gerne wissen, wie lange die Garantie gilt.", "de")]
    [InlineData("Je voudrais aussi savoir combien coûte le retour.", "fr")]
    [InlineData("Me gustaría también saber cuánto cuesta la devolución.", "es")]
    public void A_word_in_between_hides_no_question(string text, string language) =>
        Assert.Equal(text, Assert.Single(FindRequests.Find($"Hello,\n\n{text}\n\nAna", language)).Text);

    [Theory]
    [InlineData("We also had a lovely time.")]
    [InlineData("The parcel just arrived.")]
    public void A_filler_alone_asks_nothing(string text) => Assert.Empty(FindRequests.Find(text, "en"));

    [Fact]
    public void Every_question_of_a_mail_is_found_without_its_list_marks()
    {
        const string text = "Hi Ana,\n\nHope you are well. I have two questions:\n1. What does the basic plan cost?\n2. Can I upgrade later\n\nCould you also please send me a copy of invoice 4711? I would like to know whether you ship to Canada. Thanks in advance!";

        Assert.Equal(
            ["What does the basic plan cost?", "Can I upgrade later", "Could you also please send me a copy of invoice 4711?", "I would like to know whether you ship to Canada."],
            Texts(text));
    }

    [Theory]
    [InlineData("en", "What is the return period?")]
    [InlineData("en", "how long does shipping take")]
    [InlineData("en", "Please let me know when the parts arrive.")]
    [InlineData("en", "I am wondering if the blue one is available.")]
    [InlineData("de", "Wann kommt meine Bestellung an?")]
    [InlineData("de", "Außerdem wüsste ich gerne, ob Sie nach Österreich liefern.")]
    [InlineData("fr", "Je voudrais savoir si vous livrez en Suisse.")]
    [InlineData("fr", "Quels sont vos horaires ?")]
    [InlineData("es", "¿Cuánto cuesta el plan básico?")]
    [InlineData("es", "Me gustaría saber si tienen tallas grandes.")]
    [InlineData("it", "Vorrei sapere quando arriva il pacco.")]
    [InlineData("pt", "Gostaria de saber se há desconto.")]
    [InlineData("nl", "Ik zou graag weten wanneer mijn pakket komt.")]
    [InlineData("ja", "返品の期間はいつまでですか？")]
    public void A_question_is_found_with_or_without_its_mark(string language, string sentence)
    {
        var request = Assert.Single(FindRequests.Find(sentence, language));

        Assert.Equal(sentence, request.Text);
        Assert.Equal(RequestKind.Question, request.Kind);
    }

    [Theory]
    [InlineData("en", "Please send me an invoice copy.")]
    [InlineData("en", "Cancel my order 4711.")]
    [InlineData("en", "Can you send me the contract?")]
    [InlineData("de", "Bitte schicken Sie mir eine Kopie der Rechnung.")]
    [InlineData("fr", "Merci de m'envoyer la facture.")]
    [InlineData("es", "Necesito una copia de la factura.")]
    [InlineData("it", "Vorrei restituire l'articolo.")]
    [InlineData("pt", "Por favor, envie a segunda via da fatura.")]
    [InlineData("nl", "Stuur mij de factuur.")]
    public void Something_to_be_done_is_a_request(string language, string sentence)
    {
        var request = Assert.Single(FindRequests.Find(sentence, language));

        Assert.Equal(sentence, request.Text);
        Assert.Equal(RequestKind.Request, request.Kind);
    }

    [Theory]
    [InlineData("en", "Hello, how are you?")]
    [InlineData("en", "I hope this email finds you well.")]
    [InlineData("en", "If you have any questions, please call me.")]
    [InlineData("en", "Thank you for your help.")]
    [InlineData("en", "Click here to see the offer!")]
    [InlineData("en", "When I opened the box, the glass was broken.")]
    [InlineData("en", "The parcel arrived yesterday.")]
    [InlineData("de", "Wie geht es Ihnen?")]
    [InlineData("de", "Bei Fragen rufen Sie mich bitte an.")]
    [InlineData("fr", "N'hésitez pas à me contacter si vous avez des questions.")]
    [InlineData("es", "Quedo a su disposición para cualquier duda.")]
    public void Politeness_and_advertising_ask_nothing(string language, string sentence) => Assert.Empty(FindRequests.Find(sentence, language));

    [Fact]
    public void A_plea_for_help_counts_only_when_nothing_concrete_follows()
    {
        Assert.Equal(["can you help me?"], Texts("Hello team, can you help me?"));
        Assert.Equal(["What is the reset procedure and how long does it take?"], Texts("Hello team, can you help me? What is the reset procedure and how long does it take?"));
    }

    [Fact]
    public void The_items_below_a_lead_are_the_requests() =>
        Assert.Equal(["the price of the premium plan", "the delivery time"], Texts("Please let me know:\n- the price of the premium plan\n- the delivery time"));

    [Fact]
    public void A_polite_clause_around_a_question_is_left_out()
    {
        Assert.Equal(["what does it cost?"], Texts("Thank you for your answer, what does it cost?"));
        Assert.Equal(["please send me the invoice"], Texts("please send me the invoice, thanks in advance."));
    }

    [Fact]
    public void The_text_stands_verbatim_at_its_offsets()
    {
        const string text = "Dear team,\n\n• Can you ship to Canada?\n• how much is it";

        Assert.All(FindRequests.Find(text, "en"), request => Assert.Equal(request.Text, text.Substring(request.Start, request.Length)));
        Assert.Equal(2, FindRequests.Find(text, "en").Count);
    }

    [Fact]
    public void Every_item_of_a_line_with_a_bullet_is_an_item() =>
        Assert.Equal(["the price.", "the weight"], Texts("Please tell me:\n- the price. the weight"));

    [Fact]
    public void One_endless_line_of_many_questions_is_read_to_its_end()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(number => $"What is {number}? "));
        Assert.Equal(100_000, FindRequests.Find(text, "en").Count);
    }
}
