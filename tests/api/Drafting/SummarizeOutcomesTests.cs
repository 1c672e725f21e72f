using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>What became of drafts is counted by who wrote them.</summary>
[Collection(SignInCollection.Name)]
public class SummarizeOutcomesTests(SignInProduct product)
{
    [Fact]
    public async Task Fates_and_edits_are_counted_for_the_own_organisation_alone()
    {
        using var other = product.As("admin", TestIssuer.OtherTenant, "Admin", "Agent");
        var before = await DraftsAsync(other);
        using var client = product.As("admin", TestIssuer.Tenant, "Admin", "Agent");
        var known = await DraftsAsync(client);
        await RateAsync(client, new { outcome = "inserted" });
        await RateAsync(client, new { outcome = "edited", editedShare = 0.5 });
        await RateAsync(client, new { outcome = "discarded" });
        await RateAsync(client, null);
        var group = await GroupAsync(client);
        Assert.Equal(known + 4, group.GetProperty("drafts").GetInt32());
        Assert.True(group.GetProperty("edited").GetInt32() >= 1 && group.GetProperty("discarded").GetInt32() >= 1 && group.GetProperty("unrated").GetInt32() >= 1);
        Assert.InRange(group.GetProperty("editedShare").GetDouble(), 0.001, 1);
        Assert.Equal(JsonValueKind.Null, group.GetProperty("promptVersion").ValueKind);
        Assert.Equal(before, await DraftsAsync(other));
    }

    [Fact]
    public async Task By_knowledge_each_state_has_its_line()
    {
        using var client = product.As("admin", TestIssuer.Tenant, "Admin", "Agent", "KnowledgeAdmin");
        await RateAsync(client, null);
        var document = await client.AddAsync("state.txt", "The greenhouse of the state is green."u8.ToArray());
        await RateAsync(client, null);
        using var deleted = await client.DeleteAsync(new Uri($"/api/knowledge/documents/{document.GetProperty("documentId").GetString()}", UriKind.Relative));
        var groups = (await client.GetFromJsonAsync<JsonElement>("/api/drafts/outcomes?by=knowledge&days=1")).GetProperty("groups").EnumerateArray().ToList();
        Assert.True(groups.Count >= 2);
        Assert.Equal(groups.Count, groups.Select(group => group.GetProperty("knowledgeVersion").GetInt64()).Distinct().Count());
    }

    [Theory]
    [InlineData("days=0", "days")]
    [InlineData("by=weather", "by")]
    public async Task A_wrong_question_names_its_field(string query, string field)
    {
        using var client = product.As("admin", TestIssuer.Tenant, "Admin");
        using var answer = await client.GetAsync(new Uri($"/api/drafts/outcomes?{query}", UriKind.Relative));
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    private static async Task RateAsync(HttpClient client, object? rating)
    {
        using var answer = await client.PostDraftAsync(new { body = new { content = "Do you sell unicycles for children?" } });
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        if (rating is not null)
        {
            using var rated = await client.PostAsJsonAsync($"/api/drafts/{id}/rating", rating);
            Assert.True(rated.IsSuccessStatusCode);
        }
    }

    private static async Task<JsonElement> GroupAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/drafts/outcomes")).GetProperty("groups").EnumerateArray().FirstOrDefault(group => group.GetProperty("provider").GetString() == "Embedded");

    private static async Task<int> DraftsAsync(HttpClient client) => await GroupAsync(client) is { ValueKind: JsonValueKind.Object } group ? group.GetProperty("drafts").GetInt32() : 0;
}
