using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting.SavedReplies;

/// <summary>The library is written, changed, tried and emptied, each organisation its own.</summary>
[Collection(SignInCollection.Name)]
public class ManageSavedRepliesTests(SignInProduct product)
{
    private const string Address = "/api/saved-replies";

    [Fact]
    public async Task A_reply_is_written_listed_changed_and_removed()
    {
        using var keeper = product.As("keeper", TestIssuer.Tenant, "KnowledgeAdmin");
        using var created = await keeper.PostAsJsonAsync(Address, Reply("Opening hours"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        Assert.Contains("Opening hours", await NamesAsync(keeper));

        using var taken = await keeper.PostAsJsonAsync(Address, Reply("Opening hours"));
        await ProblemAssert.IsAsync(taken, HttpStatusCode.Conflict, "conflict");
        using var changed = await keeper.PutAsJsonAsync($"{Address}/{id}", Reply("Hours"));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.DoesNotContain("Opening hours", await NamesAsync(keeper));
        using var removed = await keeper.DeleteAsync(new Uri($"{Address}/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var again = await keeper.DeleteAsync(new Uri($"{Address}/{id}", UriKind.Relative));
        await ProblemAssert.IsAsync(again, HttpStatusCode.NotFound, "not-found");
        using var gone = await keeper.PutAsJsonAsync($"{Address}/{id}", Reply("Hours"));
        await ProblemAssert.IsAsync(gone, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Another_organisation_neither_sees_nor_touches_it()
    {
        using var keeper = product.As("keeper", TestIssuer.Tenant, "KnowledgeAdmin");
        using var stranger = product.As("stranger", TestIssuer.OtherTenant, "KnowledgeAdmin");
        using var created = await keeper.PostAsJsonAsync(Address, Reply("Ours alone"));
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        Assert.DoesNotContain("Ours alone", await NamesAsync(stranger));
        using var changed = await stranger.PutAsJsonAsync($"{Address}/{id}", Reply("Theirs"));
        await ProblemAssert.IsAsync(changed, HttpStatusCode.NotFound, "not-found");
        using var same = await stranger.PostAsJsonAsync(Address, Reply("Ours alone"));
        Assert.Equal(HttpStatusCode.Created, same.StatusCode);
    }

    [Theory]
    [InlineData("""{"questions":["a"],"language":"en","text":"x"}""", "name")]
    [InlineData("""{"name":"n","questions":[],"language":"en","text":"x"}""", "questions")]
    [InlineData("""{"name":"n","questions":[" "],"language":"en","text":"x"}""", "questions")]
    [InlineData("""{"name":"n","questions":["a"],"language":"xx","text":"x"}""", "language")]
    [InlineData("""{"name":"n","questions":["a"],"language":"en","text":" "}""", "text")]
    [InlineData("""{"name":"n","questions":["a"],"language":"en","text":"{{#each x}}"}""", "text")]
    public async Task What_cannot_be_used_is_refused_by_its_field(string json, string field)
    {
        using var keeper = product.As("keeper", TestIssuer.Tenant, "KnowledgeAdmin");
        using var answer = await keeper.PostTextAsync(Address, json);
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    [Fact]
    public async Task A_text_can_be_tried_without_being_kept()
    {
        using var keeper = product.As("keeper", TestIssuer.Tenant, "KnowledgeAdmin");
        using var tried = await keeper.PostAsJsonAsync($"{Address}/templates/trial", new { text = "Hello {{customer.name}}, {{order_number}}", values = new Dictionary<string, string> { ["customer.name"] = "Ana" } });
        Assert.Equal("Hello Ana, [order number]", (await tried.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString());
    }

    private static object Reply(string name) => new { name, questions = new[] { "When are you open?" }, language = "en", text = "We are open from nine to five." };

    private static async Task<IReadOnlyList<string?>> NamesAsync(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(Address)).GetProperty("replies").EnumerateArray().Select(reply => reply.GetProperty("name").GetString())];
}
