using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>A collection for few: whoever is not named finds nothing of it, at no address, in no draft, and not even by its words or its name.</summary>
public sealed class ManageCollectionsTests : IAsyncLifetime
{
    private const string Group = "66666666-6666-4666-8666-666666666666";
    private const string Rule = "The retention bonus of the zirbelkamin project is 4711 euros a year.";
    private const string Question = "How much is the retention bonus of the zirbelkamin project a year in euros?";
    private readonly SignInProduct product = new();
    private HttpClient admin = null!;
    private HttpClient insider = null!;
    private HttpClient outsider = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        await product.InitializeAsync();
        admin = product.As("admin", TestIssuer.Tenant, "Admin");
        insider = product.With(product.Issuer.Token(new() { ["groups"] = new[] { Group } }, person: "insider", roles: ["Agent", "KnowledgeAdmin"]));
        outsider = product.As("outsider", TestIssuer.Tenant, "Agent", "Reviewer", "KnowledgeAdmin");
        Assert.Equal(HttpStatusCode.OK, (await PutAsync("salaries", new { groups = new[] { Group } })).StatusCode);
        id = (await insider.AddAsync("bonus.txt", Encoding.UTF8.GetBytes(Rule), ("collection", "salaries"))).GetProperty("documentId").GetString()!;
        await outsider.AddAsync("open.txt", "The showroom opens at nine on weekdays."u8.ToArray());
    }

    public async Task DisposeAsync()
    {
        admin.Dispose();
        insider.Dispose();
        outsider.Dispose();
        await product.DisposeAsync();
    }

    [Fact]
    public async Task Its_readers_search_cite_and_open_it_beside_everything_else()
    {
        Assert.Equal([id], await insider.FindDocumentsAsync("zirbelkamin bonus"));
        Assert.NotEmpty(await insider.FindDocumentsAsync("showroom opens"));
        var draft = await DraftAsync(insider);
        Assert.Equal(("answered", id), (draft.GetProperty("grounding").GetString(), draft.GetProperty("citations")[0].GetProperty("documentId").GetString()));
        Assert.Equal("salaries", (await insider.GetFromJsonAsync<JsonElement>($"/api/knowledge/documents/{id}")).GetProperty("collection").GetString());
        Assert.Contains(Rule, await insider.GetStringAsync($"/api/knowledge/documents/{id}/content"), StringComparison.Ordinal);
        var ticket = (await (await insider.PostAsJsonAsync("/api/access/links", new { path = $"/api/knowledge/documents/{id}/content" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ticket").GetString();
        Assert.Contains(Rule, await product.Client.GetStringAsync($"/api/knowledge/documents/{id}/content?ticket={ticket}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_finds_anything_of_it_anywhere()
    {
        Assert.Empty(await outsider.SearchAsync("zirbelkamin"));
        Assert.Empty(await outsider.SearchAsync("zirbelkamn"));
        var draft = await DraftAsync(outsider);
        Assert.Equal("unanswered", draft.GetProperty("grounding").GetString());
        var told = new StringBuilder(draft.GetProperty("citations").ToString() + draft.GetProperty("reply"));
        foreach (var address in new[]
        {
            "/api/knowledge/documents", "/api/knowledge/documents?state=deleted", "/api/knowledge/summary", "/api/knowledge/gaps", "/api/knowledge/collections", "/memory/indexes",
            $"/api/knowledge/documents/{id}", $"/api/knowledge/documents/{id}/content", $"/api/knowledge/documents/{id}/pages/0", $"/memory/upload-status?index=salaries&documentId={id}", $"/memory/download?index=salaries&documentId={id}&filename=bonus.txt",
        })
        {
            using var answer = await outsider.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync();
            told.AppendLine(text);
            Assert.True(address.Contains(id, StringComparison.Ordinal) ? answer.StatusCode == HttpStatusCode.NotFound : answer.IsSuccessStatusCode, $"{address} {text}");
        }

        foreach (var (address, body) in new (string, object)[]
        {
            ("/memory/search", new { index = "salaries", query = "bonus" }), ("/memory/search", new { index = "salaries", filters = new[] { new Dictionary<string, string[]> { ["__document_id"] = [id] } } }),
            ("/memory/ask", new { index = "salaries", question = "How much is the bonus?" }), ("/api/knowledge/preview", new { message = Mail() }),
        })
        {
            using var answer = await outsider.PostAsJsonAsync(address, body);
            Assert.True(answer.IsSuccessStatusCode);
            told.AppendLine(await answer.Content.ReadAsStringAsync());
        }

        Assert.DoesNotContain("4711", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("bonus.txt", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(id, told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"salaries\"", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_changes_or_removes_it()
    {
        foreach (var (method, address) in new[] { ("DELETE", ""), ("DELETE", "?purge=true"), ("POST", "/retry"), ("POST", "/cancel"), ("POST", "/restore") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/knowledge/documents/{id}{address}");
            using var answer = await outsider.SendAsync(request);
            await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
        }

        using var tags = await outsider.PutAsJsonAsync($"/api/knowledge/documents/{id}/tags", new { tags = new { } });
        await ProblemAssert.IsAsync(tags, HttpStatusCode.NotFound, "not-found");
        await outsider.DeleteAsync($"/memory/documents?index=salaries&documentId={id}");
        await outsider.DeleteAsync("/memory/indexes?index=salaries");
        using var added = await outsider.SendFilesAsync([("x.txt", "x y z"u8.ToArray())], ("collection", "salaries"));
        await ProblemAssert.NamesFieldAsync(added, "collection");
        using var form = new MultipartFormDataContent { { new StringContent("salaries"), "index" }, { new ByteArrayContent("x y z"u8.ToArray()), "file", "x.txt" } };
        using var uploaded = await outsider.PostAsync("/memory/upload", form);
        await ProblemAssert.IsAsync(uploaded, HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal([id], await insider.FindDocumentsAsync("zirbelkamin bonus"));
    }

    [Fact]
    public async Task A_deleted_document_comes_back_into_its_collection_for_its_readers_alone()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await insider.DeleteAsync($"/api/knowledge/documents/{id}")).StatusCode);
        Assert.DoesNotContain("bonus.txt", await outsider.GetStringAsync("/api/knowledge/documents?state=deleted"), StringComparison.Ordinal);
        Assert.Contains("bonus.txt", await insider.GetStringAsync("/api/knowledge/documents?state=deleted"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.PostAsync($"/api/knowledge/documents/{id}/restore", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await insider.PostAsync($"/api/knowledge/documents/{id}/restore", null)).StatusCode);
        Assert.Empty(await outsider.SearchAsync("zirbelkamin"));
        Assert.Equal([id], await insider.FindDocumentsAsync("zirbelkamin bonus"));
    }

    [Fact]
    public async Task Readers_can_change_and_count_at_once()
    {
        Assert.Equal(HttpStatusCode.OK, (await PutAsync("salaries", new { roles = new[] { "Reviewer" } })).StatusCode);
        Assert.Empty(await insider.SearchAsync("zirbelkamin"));
        Assert.Equal([id], await outsider.FindDocumentsAsync("zirbelkamin bonus"));
        using var removed = await admin.DeleteAsync("/api/knowledge/collections/salaries");
        await ProblemAssert.IsAsync(removed, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task A_key_reads_it_only_when_it_is_named()
    {
        var made = await (await admin.PostAsJsonAsync("/api/access/keys", new { name = "tool", scopes = new[] { "knowledgeRead" } })).Content.ReadFromJsonAsync<JsonElement>();
        using var tool = new HttpClient { BaseAddress = product.Client.BaseAddress, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", made.GetProperty("key").GetString()) } };
        Assert.Empty(await tool.SearchAsync("zirbelkamin"));
        Assert.Equal(HttpStatusCode.OK, (await PutAsync("salaries", new { keys = new[] { made.GetProperty("id").GetString() } })).StatusCode);
        Assert.Equal([id], await tool.FindDocumentsAsync("zirbelkamin bonus"));
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused()
    {
        foreach (var (name, body, field) in new[]
        {
            ("default", """{"roles":["Agent"]}""", "name"), ("a%20b", """{"roles":["Agent"]}""", "name"), ("x", """{"roles":["Admin"]}""", "roles"), ("x", """{"groups":[""]}""", "groups"), ("x", """{"keys":["a\nb"]}""", "keys"),
        })
        {
            using var answer = await admin.PutAsync($"/api/knowledge/collections/{name}/readers", new StringContent(body, Encoding.UTF8, "application/json"));
            await ProblemAssert.NamesFieldAsync(answer, field);
        }
    }

    private Task<HttpResponseMessage> PutAsync(string name, object readers) => admin.PutAsJsonAsync($"/api/knowledge/collections/{name}/readers", readers);

    private static object Mail() => new { body = new { contentType = "text", content = Question } };

    private static async Task<JsonElement> DraftAsync(HttpClient client) => await (await client.PostDraftAsync(Mail())).Content.ReadFromJsonAsync<JsonElement>();
}
