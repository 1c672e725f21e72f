using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>Kernel Memory's ask answers with sentences of the documents, whole or streamed.</summary>
[Collection(ProductCollection.Name)]
public class AskMemoryTests(Product product)
{
    private const string Rule = "Season tickets for the planetarium cost 48 euros a year.";

    [Fact]
    public async Task A_question_is_answered_with_the_sentence_that_says_it_and_its_source()
    {
        await new MemoryClient(product.Client, "ask").ImportAsync("tickets", $"{Rule} Dogs stay outside.", "type:prices");
        using var response = await AskAsync(new { index = "ask", question = "What do season tickets for the planetarium cost a year in euros?", minRelevance = 0, stream = false, filters = new[] { new { } }, args = new { } });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.GetProperty("noResult").GetBoolean());
        Assert.Contains(Rule, answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("tickets", answer.GetProperty("relevantSources")[0].GetProperty("documentId").GetString());
        Assert.False(answer.TryGetProperty("streamState", out _));
        Assert.False(answer.TryGetProperty("noResultReason", out _));
    }

    [Theory]
    [InlineData("Who repairs the submarine's periscope gasket?")]
    [InlineData("")]
    public async Task What_the_documents_do_not_say_is_not_found(string question)
    {
        using var response = await AskAsync(new { index = "ask-nothing", question });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.GetProperty("noResult").GetBoolean());
        Assert.Equal("INFO NOT FOUND", answer.GetProperty("text").GetString());
        Assert.NotEmpty(answer.GetProperty("noResultReason").GetString()!);
        Assert.Empty(answer.GetProperty("relevantSources").EnumerateArray());
    }

    [Fact]
    public async Task Streamed_pieces_join_to_the_whole_answer()
    {
        await new MemoryClient(product.Client, "ask-stream").ImportAsync("tickets", Rule);
        var pieces = await StreamAsync(new { index = "ask-stream", question = "What do season tickets for the planetarium cost a year in euros?", stream = true });
        Assert.Equal("reset", pieces[0].GetProperty("streamState").GetString());
        Assert.All(pieces.Skip(1).SkipLast(1), piece => Assert.Equal("append", piece.GetProperty("streamState").GetString()));
        Assert.Equal("last", pieces[^1].GetProperty("streamState").GetString());
        Assert.Equal(Rule, string.Concat(pieces.Select(piece => piece.GetProperty("text").GetString())));
        Assert.Equal("tickets", pieces[^1].GetProperty("relevantSources")[0].GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task A_streamed_answer_that_does_not_exist_says_so()
    {
        var pieces = await StreamAsync(new { index = "ask-nothing", question = "Who repairs the periscope?", stream = true });
        Assert.Equal("INFO NOT FOUND", string.Concat(pieces.Select(piece => piece.GetProperty("text").GetString())));
        Assert.All(pieces, piece => Assert.True(piece.GetProperty("noResult").GetBoolean()));
    }

    private Task<HttpResponseMessage> AskAsync(object request) => product.Client.PostAsJsonAsync("/memory/ask", request);

    private async Task<List<JsonElement>> StreamAsync(object request)
    {
        using var response = await AskAsync(request);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("data: [DONE]", events[^1]);
        return [.. events.SkipLast(1).Select(text => JsonSerializer.Deserialize<JsonElement>(text["data: ".Length..]))];
    }
}
