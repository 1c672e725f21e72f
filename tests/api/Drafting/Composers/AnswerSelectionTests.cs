using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;
using static OutlookAssist.Tests.Api.Support.SmallPdf;

namespace OutlookAssist.Tests.Api.Drafting.Composers;

[Collection(ProductCollection.Name)]
public class AnswerSelectionTests(Product product)
{
    [Fact]
    public async Task A_question_that_names_a_document_is_answered_from_no_other()
    {
        await product.Client.AddAsync("osprey-goldwing.md", "# Osprey Goldwing plan\n\nThe Osprey Goldwing plan pays 900 crowns for earhorns, eyecups and nosecaps."u8.ToArray(), ("documentId", "osprey-goldwing"));
        await product.Client.AddAsync("osprey-silver.md", "# Osprey Silver plan\n\nThe Osprey Silver plan pays 400 crowns for earhorns, eyecups, nosecaps, zincairs and earmoulds."u8.ToArray(), ("documentId", "osprey-silver"));
        var cited = await CitedAsync("What does the Osprey Goldwing plan pay for earhorns, eyecups, nosecaps, zincairs and earmoulds?");
        Assert.Equal(["osprey-goldwing.md#null"], cited);
    }

    [Fact]
    public async Task Where_the_next_page_goes_on_with_the_section_and_says_the_rest_both_pages_are_cited()
    {
        await product.Client.AddAsync("lampwright.pdf", new SmallPdf()
            .Page(Line(72, 700, 20, "The lampwright", "F2") + Line(72, 660, 10, "The evening rounds of the lampwright begin at the harbour stairs."))
            .Page(Line(72, 700, 10, "Wicks are trimmed with brass scissors before the lamps are lit.")).ToBytes(), ("documentId", "lampwright"));
        var cited = await CitedAsync("Where do the evening rounds of the lampwright at the harbour begin, and what about wicks?");
        Assert.Equal(["lampwright.pdf#1", "lampwright.pdf#2"], cited);
    }

    private async Task<IReadOnlyList<string>> CitedAsync(string question)
    {
        using var answer = await product.Client.PostAsJsonAsync("/api/drafts", new { message = new { body = new { contentType = "text", content = question } } });
        answer.EnsureSuccessStatusCode();
        var draft = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return [.. draft.GetProperty("citations").EnumerateArray().Select(citation => $"{citation.GetProperty("documentName").GetString()}#{citation.GetProperty("page").GetRawText()}").Distinct()];
    }
}
