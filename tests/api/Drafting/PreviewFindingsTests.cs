using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>An editor sees what a mail would find, with the words that led there, and nothing is kept of it.</summary>
public class PreviewFindingsTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Each_question_shows_its_passages_and_whether_a_draft_would_answer_it()
    {
        await product.UploadAsync(("heron.md", "# Heron gate\n\nThe heron gate opens at six in the morning. Tickets are sold at the kiosk."u8.ToArray()));
        var preview = await PreviewAsync("Hello,\n\nwhen does the heron gate open? Do you sponsor Greenland expeditions?\n\nAna");
        var questions = preview.GetProperty("questions").EnumerateArray().ToList();
        Assert.Equal([true, false], questions.Select(question => question.GetProperty("answered").GetBoolean()));
        var result = questions[0].GetProperty("results")[0];
        Assert.Equal("heron.md", result.GetProperty("documentName").GetString());
        var text = result.GetProperty("text").GetString()!;
        var words = result.GetProperty("highlights").EnumerateArray().Select(span => text.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32())).ToList();
        Assert.Contains("heron", words);
        Assert.Contains("opens", words);
        Assert.DoesNotContain("The", words);
        Assert.Equal(0, (await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/gaps")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_search_points_at_its_words_only_when_asked()
    {
        await product.UploadAsync(("osprey.md", "Ospreys nest on the tower."u8.ToArray()));
        var plain = await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/search?q=osprey");
        Assert.Equal(JsonValueKind.Null, plain.GetProperty("results")[0].GetProperty("highlights").ValueKind);
        var pointed = await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/search?q=osprey&highlight=true");
        Assert.Equal(0, pointed.GetProperty("results")[0].GetProperty("highlights")[0].GetProperty("start").GetInt32());
        Assert.Equal(7, pointed.GetProperty("results")[0].GetProperty("highlights")[0].GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task A_mail_without_words_is_refused() =>
        await ProblemAssert.NamesFieldAsync(await product.Client.PostAsJsonAsync("/api/knowledge/preview", new { message = new { body = new { content = " " } } }), "message.body.content");

    private async Task<JsonElement> PreviewAsync(string text)
    {
        using var answer = await product.Client.PostAsJsonAsync("/api/knowledge/preview", new { message = new { body = new { content = text } } });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
