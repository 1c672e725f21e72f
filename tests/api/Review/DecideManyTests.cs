using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Review;

/// <summary>Many are decided with one call, and one that cannot be stops none of the others.</summary>
[Collection(ProductCollection.Name)]
public class DecideManyTests(Product product)
{
    [Fact]
    public async Task Each_is_answered_for_itself_in_order_and_all_can_be_taken_back()
    {
        long[] ids = [await OfferAsync(), 987_654_321, await OfferAsync()];
        var results = await ManyAsync(new { action = "reject", ids, reason = "not-needed" });
        Assert.Equal([true, false, true], results.Select(result => result.GetProperty("done").GetBoolean()));
        Assert.Equal(ids, results.Select(result => result.GetProperty("id").GetInt64()));
        Assert.Equal("not-found", results[1].GetProperty("code").GetString());
        Assert.Equal("rejected", results[2].GetProperty("item").GetProperty("state").GetString());
        Assert.Equal([true, false, true], (await ManyAsync(new { action = "undo", ids })).Select(result => result.GetProperty("done").GetBoolean()));
    }

    [Theory]
    [InlineData("""{"action":"burn","ids":[1]}""", "action")]
    [InlineData("""{"action":"approve","ids":[]}""", "ids")]
    [InlineData("""{"action":"approve"}""", "ids")]
    [InlineData("""{"action":"reject","ids":[1]}""", "reason")]
    public async Task What_makes_no_sense_is_refused_by_name(string body, string field)
    {
        using var answer = await product.Client.PostTextAsync("/api/review/bulk", body);
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    private Task<long> OfferAsync() => ReviewDesk.OfferAsync(product, ReviewDesk.Offer("local", ReviewDesk.NewMessage()));

    private async Task<List<JsonElement>> ManyAsync(object batch)
    {
        using var answer = await product.Client.PostAsJsonAsync("/api/review/bulk", batch);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray()];
    }
}
