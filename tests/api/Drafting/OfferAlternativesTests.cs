using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>Other manners of the same reply, each a draft of its own.</summary>
[Collection(DraftingCollection.Name)]
public class OfferAlternativesTests(DraftingProduct product)
{
    private const string Mail = "Hello,\n\nhow long may I return a bicycle, and when do I get my refund?\n\nAna Ruiz";

    [Fact]
    public async Task They_differ_from_the_draft_and_from_each_other_and_stay_checked()
    {
        var first = await product.DraftAsync(Mail, from: new { name = "Ana Ruiz", address = "ana@example.com" });
        using var answer = await OfferAsync(first, """{"count":3}""");
        var offered = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("alternatives").EnumerateArray().ToList();
        Assert.InRange(offered.Count, 2, 3);
        var texts = offered.Select(one => one.GetProperty("draft").GetProperty("reply").GetProperty("text").GetString()).Append(first.GetProperty("reply").GetProperty("text").GetString()).ToList();
        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.All(offered, one => Assert.NotEmpty(one.GetProperty("draft").GetProperty("citations").EnumerateArray()));
        using var rated = await product.Client.PostTextAsync($"/api/drafts/{offered[0].GetProperty("draft").GetProperty("id").GetString()}/rating", """{"outcome":"inserted"}""");
        Assert.Equal(HttpStatusCode.NoContent, rated.StatusCode);
    }

    [Theory]
    [InlineData("""{"count":0}""")]
    [InlineData("""{"count":4}""")]
    public async Task A_number_that_is_too_large_or_none_is_named(string json)
    {
        using var answer = await OfferAsync(await product.DraftAsync(Mail), json);
        await ProblemAssert.NamesFieldAsync(answer, "count");
    }

    [Fact]
    public async Task A_draft_that_is_not_there_has_none()
    {
        using var answer = await product.Client.PostTextAsync("/api/drafts/none/alternatives", "{}");
        await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
    }

    private Task<HttpResponseMessage> OfferAsync(JsonElement draft, string json) => product.Client.PostTextAsync($"/api/drafts/{draft.GetProperty("id").GetString()}/alternatives", json);
}
