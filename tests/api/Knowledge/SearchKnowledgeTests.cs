using System.Text;
using OutlookAssist.Tests.Api.Support;
using static OutlookAssist.Tests.Api.Support.SmallPdf;

namespace OutlookAssist.Tests.Api.Knowledge;

[Collection(ProductCollection.Name)]
public class SearchKnowledgeTests(Product product)
{
    [Theory]
    [InlineData("", "q")]
    [InlineData("q=", "q")]
    [InlineData("q=%20%20", "q")]
    [InlineData("q=a&limit=0", "limit")]
    [InlineData("q=a&limit=101", "limit")]
    [InlineData("q=a&tag=nocolon", "tag")]
    public async Task A_wrong_parameter_is_named(string query, string field)
    {
        using var answer = await product.Client.GetAsync($"/api/knowledge/search?{query}");
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    [Fact]
    public async Task A_query_that_is_far_too_long_is_refused()
    {
        using var answer = await product.Client.GetAsync($"/api/knowledge/search?q={new string('a', 30_000)}");
        await ProblemAssert.NamesFieldAsync(answer, "q");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("NEAR(a b) AND NOT c*")]
    [InlineData("'); DROP TABLE Passages; --")]
    [InlineData("scope:local OR title:x")]
    [InlineData("the and of")]
    [InlineData("🙂 ؟ ¿")]
    [InlineData("a\0b")]
    [InlineData("%")]
    public async Task Signs_that_mean_something_to_a_database_are_only_words(string words)
    {
        Assert.True((await product.Client.SearchAsync(words)).Count >= 0);
        Assert.Equal("ready", (await product.Client.AddAsync("still-there.txt", "Still there."u8.ToArray(), ("documentId", "still-there"))).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_passage_that_speaks_of_the_words_comes_first_with_its_page_and_a_relevance()
    {
        await product.Client.AddAsync("observatory.pdf", new SmallPdf()
            .Page(Line(72, 700, 12, "The observatory was built in 1890 by the town."))
            .Page(Line(72, 700, 12, "Guided tours of the observatory begin at nine on clear evenings.")).ToBytes(), ("documentId", "observatory"));
        var found = await product.Client.SearchAsync("When do guided tours of the observatory begin?");
        Assert.Equal(("observatory", "observatory.pdf", 2), (found[0].GetProperty("documentId").GetString(), found[0].GetProperty("documentName").GetString(), found[0].GetProperty("page").GetInt32()));
        Assert.Contains("begin at nine", found[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.All(found, result => Assert.InRange(result.GetProperty("relevance").GetDouble(), 0, 1));
    }

    [Theory]
    [InlineData("Where is the orrery of the planettarium?", "typo-planetarium")]
    [InlineData("Wo steht die Museumsbibliothek?", "typo-bibliothek")]
    public async Task A_misspelled_or_joined_word_finds_what_was_meant(string question, string document)
    {
        await product.Client.AddAsync("planetarium.txt", "The planetarium keeps its orrery on the second floor of the east wing."u8.ToArray(), ("documentId", "typo-planetarium"));
        await product.Client.AddAsync("bibliothek.txt", "Die Bibliothek steht hinter dem Museum am Fluss und ist am Abend lange offen."u8.ToArray(), ("documentId", "typo-bibliothek"));
        Assert.Equal(document, (await product.Client.SearchAsync(question))[0].GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task Another_word_for_the_thing_decides_between_passages_that_say_the_same_of_the_rest()
    {
        await product.Client.AddAsync("badge-loops.txt", "Badge lanyards of visitors: loops happen at the gatehouse."u8.ToArray(), ("documentId", "badge-loops"), ("tags", "set:badge"));
        await product.Client.AddAsync("badge-photos.txt", "Badge images of visitors: deletion happens at the gatehouse."u8.ToArray(), ("documentId", "badge-photos"), ("tags", "set:badge"));
        await product.Client.AddAsync("badge-words.txt", "Remove your coat. Photos hang in the hall."u8.ToArray(), ("documentId", "badge-words"), ("tags", "set:badge"));
        var found = await product.Client.FindDocumentsAsync("Can visitors remove the photo of a badge at the gatehouse?", "&tag=set:badge");
        Assert.Equal(["badge-photos", "badge-loops"], found.Where(document => document != "badge-words"));
    }

    [Theory]
    [InlineData("Where does the return merchandise authorisation go?", "rma-parcel")]
    [InlineData("How does a CDA end?", "cda-end")]
    public async Task A_short_form_that_a_document_explains_stands_for_its_words_and_they_for_it(string question, string document)
    {
        await product.Client.AddAsync("rma-glossary.txt", "A return merchandise authorisation (RMA) is a number that the service desk gives out."u8.ToArray(), ("documentId", "rma-glossary"), ("tags", "set:forms"));
        await product.Client.AddAsync("rma-parcel.txt", "The RMA belongs on the outside of the parcel."u8.ToArray(), ("documentId", "rma-parcel"), ("tags", "set:forms"));
        await product.Client.AddAsync("cda-glossary.txt", "CDA (confidential disclosure agreement) is what both sides sign first."u8.ToArray(), ("documentId", "cda-glossary"), ("tags", "set:forms"));
        await product.Client.AddAsync("cda-end.txt", "The confidential disclosure agreement lapses after five years."u8.ToArray(), ("documentId", "cda-end"), ("tags", "set:forms"));
        Assert.Contains(document, await product.Client.FindDocumentsAsync(question, "&tag=set:forms"));
    }

    [Fact]
    public async Task A_section_that_runs_over_a_page_break_proves_on_its_first_page_what_it_says_on_the_next()
    {
        await product.Client.AddAsync("falconer.pdf", new SmallPdf().Page(Falconer("Falconer") + Line(72, 660, 10, "The duties of the falconer are feeding and flying the birds every morning."))
            .Page(Line(72, 700, 10, "Qualifications: a licence for raptors and two winters of experience.")).ToBytes(), ("documentId", "falconer-one"), ("tags", "set:falconer-one"));
        await product.Client.AddAsync("falconers.pdf", new SmallPdf().Page(Falconer("Falconer") + Line(72, 660, 10, "The duties of the falconer are feeding and flying the birds every morning."))
            .Page(Falconer("Gardener") + Line(72, 660, 10, "Qualifications: a licence for tractors and two summers of experience.")).ToBytes(), ("documentId", "falconer-two"), ("tags", "set:falconer-two"));
        Assert.True(await FirstPageAsync("one") > await FirstPageAsync("two"));

        static string Falconer(string heading) => Line(72, 700, 20, heading, "F2");

        async Task<double> FirstPageAsync(string which) =>
            (await product.Client.SearchAsync("What are the duties and qualifications of the falconer?", $"&tag=set:falconer-{which}"))
                .First(result => result.GetProperty("page").GetInt32() == 1).GetProperty("relevance").GetDouble();
    }

    [Fact]
    public async Task Inflected_words_and_words_without_accents_are_found()
    {
        await product.Client.AddAsync("fernwaerme.txt", "Die Anschlüsse der Fernwärme werden jährlich im Frühjahr geprüft."u8.ToArray(), ("documentId", "fernwaerme"));
        Assert.Equal("fernwaerme", (await product.Client.FindDocumentsAsync("Anschluss Fernwärme Prüfung jährlich"))[0]);
        Assert.Equal("fernwaerme", (await product.Client.FindDocumentsAsync("Fernwarme jahrlich gepruft"))[0]);
    }

    [Fact]
    public async Task A_tag_lets_through_only_documents_that_carry_it()
    {
        await product.Client.AddAsync("cellar-a.txt", "The cellar is dry in building A."u8.ToArray(), ("documentId", "cellar-a"), ("tags", "building:A"), ("tags", "kind:note"));
        await product.Client.AddAsync("cellar-b.txt", "The cellar is dry in building B."u8.ToArray(), ("documentId", "cellar-b"), ("tags", "building:B"), ("tags", "kind:note"));
        Assert.Equal(["cellar-a"], await product.Client.FindDocumentsAsync("cellar dry", "&tag=building:A"));
        Assert.Equal(["cellar-a", "cellar-b"], (await product.Client.FindDocumentsAsync("cellar dry", "&tag=kind:note")).Order());
        Assert.Equal(["cellar-b"], await product.Client.FindDocumentsAsync("cellar dry", "&tag=kind:note&tag=BUILDING:B"));
        Assert.Empty(await product.Client.FindDocumentsAsync("cellar dry", "&tag=building:C"));
    }

    [Fact]
    public async Task No_more_than_the_limit_is_given()
    {
        await product.Client.AddAsync("shelves.md", Encoding.UTF8.GetBytes(string.Join("\n\n", Enumerable.Range(0, 30).Select(number => $"# Shelf {number}\n\nShelf {number} holds archive boxes of the year {1950 + number}."))), ("documentId", "shelves"));
        Assert.Equal(3, (await product.Client.SearchAsync("shelf archive boxes", "&limit=3")).Count);
    }
}
