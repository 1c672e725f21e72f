using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>Tags can be changed after the upload, and the list can be filtered by them.</summary>
public class ChangeTagsTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task New_tags_replace_the_old_ones_for_list_and_search_at_once()
    {
        var document = Assert.Single(await product.UploadAsync(("Tariff_2026.md", "# Tariff\n\nThe quokka line costs two coins."u8.ToArray())));
        var id = document.GetProperty("documentId").GetString();
        await product.UploadAsync(("other.md", "The quokka line is blue."u8.ToArray()));

        Assert.Equal(HttpStatusCode.NoContent, (await PutAsync(id, new { tags = new Dictionary<string, string[]> { ["Region"] = ["north", "south"], ["year"] = ["2026"] } })).StatusCode);
        Assert.Equal(1, await TotalAsync("tag=region:south&tag=year:2026"));
        Assert.Equal(0, await TotalAsync("tag=region:east"));
        Assert.Equal(["Tariff_2026.md"], await FindAsync("quokka&tag=region:north"));

        Assert.Equal(HttpStatusCode.NoContent, (await PutAsync(id, new { tags = new { } })).StatusCode);
        Assert.Equal(0, await TotalAsync("tag=region:south"));
        Assert.Empty(await FindAsync("quokka&tag=region:north"));
    }

    [Fact]
    public async Task The_list_is_filtered_by_state_and_by_a_part_of_the_name_and_goes_on_where_it_ended()
    {
        await product.UploadAsync([.. Enumerable.Range(1, 5).Select(number => ($"Filter 100%_{number}.txt", System.Text.Encoding.UTF8.GetBytes($"Text number {number}")))]);
        await product.UploadAsync(("Filter 100 x.txt", "Another"u8.ToArray()));
        var first = await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents?limit=3&state=ready&name=filter%20100%25_");
        Assert.Equal(5, first.GetProperty("total").GetInt32());
        var second = await product.Client.GetFromJsonAsync<JsonElement>($"/api/knowledge/documents?limit=3&state=ready&name=filter%20100%25_&cursor={first.GetProperty("cursor").GetString()}");
        Assert.Equal(JsonValueKind.Null, second.GetProperty("cursor").ValueKind);
        var names = first.GetProperty("documents").EnumerateArray().Concat(second.GetProperty("documents").EnumerateArray()).Select(document => document.GetProperty("name").GetString());
        Assert.Equal(["Filter 100%_5.txt", "Filter 100%_4.txt", "Filter 100%_3.txt", "Filter 100%_2.txt", "Filter 100%_1.txt"], names);
        Assert.Equal(0, await TotalAsync("state=failed&name=filter"));
    }

    [Theory]
    [InlineData("state=lost", "state")]
    [InlineData("tag=nothing", "tag")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=x", "cursor")]
    public async Task A_filter_that_makes_no_sense_is_named(string query, string field) =>
        await ProblemAssert.NamesFieldAsync(await product.Client.GetAsync($"/api/knowledge/documents?{query}"), field);

    [Theory]
    [InlineData("""{"tags":{"":["x"]}}""")]
    [InlineData("""{"tags":{"__document_id":["x"]}}""")]
    [InlineData("""{"tags":{"a:b":["x"]}}""")]
    [InlineData("""{"tags":{"a":[""]}}""")]
    [InlineData("""{"tags":null}""")]
    public async Task What_is_no_tag_is_refused(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await ProblemAssert.NamesFieldAsync(await product.Client.PutAsync("/api/knowledge/documents/any/tags", content), "tags");
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_a_404() =>
        await ProblemAssert.IsAsync(await PutAsync("missing", new { tags = new { } }), HttpStatusCode.NotFound, "not-found");

    private Task<HttpResponseMessage> PutAsync(string? id, object body) => product.Client.PutAsJsonAsync($"/api/knowledge/documents/{id}/tags", body);

    private async Task<int> TotalAsync(string query) => (await product.Client.GetFromJsonAsync<JsonElement>($"/api/knowledge/documents?{query}")).GetProperty("total").GetInt32();

    private async Task<IEnumerable<string?>> FindAsync(string query) =>
        (await product.Client.GetFromJsonAsync<JsonElement>($"/api/knowledge/search?q={query}")).GetProperty("results").EnumerateArray().Select(result => result.GetProperty("documentName").GetString());
}
