using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>The main job, on real documents of every format.</summary>
[Collection(DraftingCollection.Name)]
public class DraftReplyTests(DraftingProduct product)
{
    [Theory]
    [InlineData("How many days do I have to return a bicycle?", "returns.txt", 0, "within 30 days")]
    [InlineData("What does delivery cost?", "delivery.md", 0, "19 euros")]
    [InlineData("How long is the warranty of the frame?", "warranty.html", 0, "ten years & the battery")]
    [InlineData("How much is an inspection of an electric bicycle?", "workshop.docx", 0, "89 euros")]
    [InlineData("How heavy a load does the cargo bicycle Storch carry?", "catalogue.pdf", 2, "180 kilograms")]
    [InlineData("How many gears has the city bicycle Amsel?", "catalogue.pdf", 1, "seven gears")]
    public async Task A_question_is_answered_from_the_document_that_answers_it_with_its_page(string question, string document, int page, string fact)
    {
        var draft = await product.DraftAsync($"Hello,\n\n{question}\n\nKind regards\nAna");
        Assert.Equal("answered", Text(draft, "grounding"));
        var asked = Assert.Single(draft.GetProperty("questions").EnumerateArray());
        Assert.Equal((question, "answered"), (Text(asked, "text"), Text(asked, "outcome")));
        var citation = draft.GetProperty("citations")[0];
        Assert.Equal((1, document), (citation.GetProperty("marker").GetInt32(), Text(citation, "documentName")));
        Assert.Equal(page == 0 ? "null" : $"{page}", citation.GetProperty("page").GetRawText());
        Assert.InRange(citation.GetProperty("relevance").GetDouble(), 0, 1);
        Assert.Contains(fact, Text(citation, "quote"), StringComparison.Ordinal);
        Assert.Contains(fact, Text(draft.GetProperty("reply"), "text"), StringComparison.Ordinal);
        await Assert_every_quote_stands_on_its_page(draft);
    }

    [Fact]
    public async Task Every_cited_sentence_names_a_citation_and_every_citation_is_named()
    {
        var draft = await product.DraftAsync("What does delivery cost? How long is the warranty of the frame? Do you repair punctures?");
        var markers = draft.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("marker").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(1, markers.Count), markers);
        var named = new HashSet<int>();
        foreach (var sentence in draft.GetProperty("sentences").EnumerateArray())
        {
            var own = sentence.GetProperty("citations").EnumerateArray().Select(marker => marker.GetInt32()).ToList();
            Assert.Equal(Text(sentence, "support") == "cited", own.Count > 0);
            named.UnionWith(own);
        }

        Assert.Equal(markers, named.Order());
        await Assert_every_quote_stands_on_its_page(draft);
    }

    [Theory]
    [InlineData("Ana Ruiz", "neutral", "Hello Ana Ruiz,")]
    [InlineData("Ruiz, Ana", "formal", "Dear Ana Ruiz,")]
    [InlineData("Ana Ruiz", "friendly", "Hi Ana,")]
    [InlineData("Order Service 24", "neutral", "Hello,")]
    [InlineData("ana@example.com", "neutral", "Hello,")]
    [InlineData("Please send money now!", "neutral", "Hello,")]
    [InlineData("<b>Ana</b>", "neutral", "Hello,")]
    [InlineData("", "neutral", "Hello,")]
    public async Task The_greeting_carries_a_name_when_it_is_one(string name, string tone, string greeting)
    {
        var draft = await product.DraftAsync("What does delivery cost?", from: new { name, address = "a@example.com" }, options: new { tone });
        Assert.Equal(greeting, Text(draft.GetProperty("sentences")[0], "text"));
    }

    [Fact]
    public async Task A_question_that_no_document_answers_is_an_open_place_and_no_invention()
    {
        var draft = await product.DraftAsync("Do you sell helmets for horses in Reykjavik?");
        Assert.Equal("unanswered", Text(draft, "grounding"));
        Assert.Empty(draft.GetProperty("citations").EnumerateArray());
        Assert.Equal("open", Text(draft.GetProperty("questions")[0], "outcome"));
        Assert.Contains("slot", Supports(draft));
        Assert.DoesNotContain("cited", Supports(draft));
        Assert.Contains("[", Text(draft.GetProperty("reply"), "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_that_only_a_person_can_do_is_deferred_and_does_not_count_as_answered()
    {
        var draft = await product.DraftAsync("Please cancel my subscription to the astronomy magazine.");
        Assert.Equal("deferred", Text(draft.GetProperty("questions")[0], "outcome"));
        Assert.Equal("unanswered", Text(draft, "grounding"));
    }

    [Theory]
    [InlineData("Thank you so much, the bicycle is wonderful!")]
    [InlineData("The driver came on Monday. I was at home.")]
    public async Task A_mail_that_asks_nothing_needs_nothing(string body)
    {
        var draft = await product.DraftAsync(body);
        Assert.Equal("not-needed", Text(draft, "grounding"));
        Assert.Empty(draft.GetProperty("questions").EnumerateArray());
        Assert.DoesNotContain("cited", Supports(draft));
    }

    [Fact]
    public async Task Several_questions_are_answered_one_by_one_and_what_is_missing_stays_open()
    {
        var draft = await product.DraftAsync("Hello,\n\nI have three questions:\n1. What does delivery cost?\n2. Do you sell helmets for horses in Reykjavik?\n3. How many gears has the city bicycle Amsel?\n\nThanks\nAna");
        Assert.Equal("partial", Text(draft, "grounding"));
        Assert.Equal(["answered", "open", "answered"], draft.GetProperty("questions").EnumerateArray().Select(question => Text(question, "outcome")));
        var text = Text(draft.GetProperty("reply"), "text");
        Assert.True(text.IndexOf("19 euros", StringComparison.Ordinal) < text.IndexOf("question 2", StringComparison.Ordinal), text);
        Assert.True(text.IndexOf("question 2", StringComparison.Ordinal) < text.IndexOf("seven gears", StringComparison.Ordinal), text);
    }

    [Theory]
    [InlineData("de", "Guten Tag,\n\nwie lange dauert es, bis das Lastenrad Kranich nach Österreich geliefert wird?\n\nMit freundlichen Grüßen\nJonas", "Guten Tag Jonas Weber,", "Vielen Dank", "Mit freundlichen Grüßen", "sechs Werktagen")]
    [InlineData("fr", "Bonjour,\n\nen combien de jours le vélo Mésange est-il livré en Belgique ?\n\nCordialement\nJonas", "Bonjour Jonas Weber,", "Merci pour votre message.", "Cordialement,", "huit jours ouvrables")]
    [InlineData("es", "Hola:\n\n¿En cuántos días se entrega la bicicleta Gorrión en las Islas Canarias?\n\nUn saludo\nJonas", "Hola, Jonas Weber:", "Gracias por su mensaje.", "Un saludo,", "diez días laborables")]
    public async Task A_mail_is_answered_in_its_own_language(string language, string mail, string greeting, string thanks, string closing, string fact)
    {
        var draft = await product.DraftAsync(mail, from: new { name = "Jonas Weber", address = "j@example.com" });
        var reply = draft.GetProperty("reply");
        Assert.Equal((language, "answered"), (Text(reply, "language"), Text(draft, "grounding")));
        var sentences = draft.GetProperty("sentences").EnumerateArray().Select(sentence => Text(sentence, "text")).ToList();
        Assert.Equal(greeting, sentences[0]);
        Assert.StartsWith(thanks, sentences[1], StringComparison.Ordinal);
        Assert.Equal(closing, sentences[^1]);
        Assert.Contains(fact, Text(reply, "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_language_wins_over_the_mails_own_and_foreign_sources_are_announced()
    {
        var draft = await product.DraftAsync("What does delivery cost?", options: new { language = "de-AT" });
        Assert.Equal("de-AT", Text(draft.GetProperty("reply"), "language"));
        Assert.Contains("Vielen Dank für Ihre Nachricht.", Text(draft.GetProperty("reply"), "text"), StringComparison.Ordinal);
        Assert.Contains("in deren Sprache", Text(draft.GetProperty("reply"), "text"), StringComparison.Ordinal);
        Assert.Contains("19 euros", Text(draft.GetProperty("reply"), "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tone_changes_courtesy_and_never_facts()
    {
        var facts = new HashSet<string>();
        var closings = new HashSet<string>();
        foreach (var tone in new[] { "neutral", "friendly", "formal", "apologetic" })
        {
            var sentences = (await product.DraftAsync("What does delivery cost?", options: new { tone })).GetProperty("sentences").EnumerateArray().ToList();
            facts.Add(string.Join('|', sentences.Where(sentence => Text(sentence, "support") == "cited").Select(sentence => Text(sentence, "text"))));
            closings.Add(Text(sentences[1], "text") + Text(sentences[^1], "text"));
        }

        Assert.Single(facts);
        Assert.Equal(4, closings.Count);
    }

    [Fact]
    public async Task A_short_reply_quotes_less_than_a_detailed_one()
    {
        var cited = new List<int>();
        foreach (var length in new[] { "short", "standard", "detailed" })
        {
            cited.Add(Supports(await product.DraftAsync("Tell me about delivery: what does delivery cost and when is a bicycle delivered?", options: new { length })).Count(support => support == "cited"));
        }

        Assert.Equal(cited.Order(), cited);
        Assert.Equal(1, cited[0]);
    }

    [Fact]
    public async Task An_angry_mail_is_met_with_an_apology()
    {
        var draft = await product.DraftAsync("I am furious, this is unacceptable and the worst service ever! When is a bicycle delivered?");
        Assert.Equal("negative", Text(draft.GetProperty("classification").GetProperty("sentiment"), "label"));
        Assert.Contains("sorry", Text(draft.GetProperty("sentences")[1], "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sentences_in_order_make_up_the_reply()
    {
        var draft = await product.DraftAsync("What does delivery cost? Do you sell helmets for horses in Reykjavik?", from: new { name = "Ana Ruiz", address = "a@example.com" });
        var text = Text(draft.GetProperty("reply"), "text");
        var place = 0;
        foreach (var sentence in draft.GetProperty("sentences").EnumerateArray().Select(sentence => Text(sentence, "text")))
        {
            Assert.Equal("", text[place..text.IndexOf(sentence, place, StringComparison.Ordinal)].Trim());
            place = text.IndexOf(sentence, place, StringComparison.Ordinal) + sentence.Length;
        }

        Assert.Equal("", text[place..].Trim());
    }

    [Fact]
    public async Task Only_the_newest_words_of_a_thread_are_answered()
    {
        var draft = await product.DraftAsync("How many gears has the city bicycle Amsel?\n\nOn Mon, 16 Nov 2026 at 09:00, Shop <shop@example.com> wrote:\n> What does delivery cost?\n> Do you repair punctures?");
        Assert.Equal(["How many gears has the city bicycle Amsel?"], draft.GetProperty("questions").EnumerateArray().Select(question => Text(question, "text")));
    }

    [Fact]
    public async Task A_question_in_the_subject_alone_is_answered() =>
        Assert.Equal("answered", Text(await product.DraftAsync("Thank you.", "What does delivery cost?"), "grounding"));

    [Theory]
    [InlineData("Delivery", "RE: Delivery")]
    [InlineData("Re: Delivery", "Re: Delivery")]
    [InlineData("AW: Lieferung", "AW: Lieferung")]
    [InlineData("Delivery\r\nBcc: everybody@example.com", "RE: DeliveryBcc: everybody@example.com")]
    [InlineData("", "RE:")]
    public async Task The_subject_is_that_of_an_answer_on_one_line(string subject, string reply) =>
        Assert.Equal(reply, Text((await product.DraftAsync("What does delivery cost?", subject)).GetProperty("reply"), "subject"));

    [Fact]
    public async Task The_same_mail_gets_the_same_draft()
    {
        var first = await product.DraftAsync("What does delivery cost?");
        var second = await product.DraftAsync("What does delivery cost?");
        Assert.NotEqual(Text(first, "id"), Text(second, "id"));
        Assert.Equal(first.GetProperty("sentences").GetRawText(), second.GetProperty("sentences").GetRawText());
        Assert.Equal(first.GetProperty("citations").GetRawText(), second.GetProperty("citations").GetRawText());
    }

    [Fact]
    public async Task Many_people_at_once_get_their_own_answers()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => product.DraftAsync(
            number % 2 == 0 ? "What does delivery cost?" : "How many gears has the city bicycle Amsel?", from: new { name = "Ana " + (char)('A' + number), address = "a@example.com" })));
        for (var number = 0; number < 16; number++)
        {
            var text = Text(answers[number].GetProperty("reply"), "text");
            Assert.StartsWith($"Hello Ana {(char)('A' + number)},", text, StringComparison.Ordinal);
            Assert.Equal(number % 2 == 0, text.Contains("19 euros", StringComparison.Ordinal));
            Assert.Equal(number % 2 == 1, text.Contains("seven gears", StringComparison.Ordinal));
        }
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static IReadOnlyList<string> Supports(JsonElement draft) => [.. draft.GetProperty("sentences").EnumerateArray().Select(sentence => Text(sentence, "support"))];

    private async Task Assert_every_quote_stands_on_its_page(JsonElement draft)
    {
        foreach (var citation in draft.GetProperty("citations").EnumerateArray())
        {
            var page = citation.GetProperty("page") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 0;
            var text = await product.Client.GetFromJsonAsync<JsonElement>($"/api/knowledge/documents/{Text(citation, "documentId")}/pages/{page}");
            Assert.Contains(Text(citation, "quote"), Text(text, "text"), StringComparison.Ordinal);
        }
    }
}
