using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Access;

/// <summary>An identifier is no key: another organisation, and for drafts another person, is told that there is no such thing.</summary>
public sealed class CallerTests : IAsyncLifetime
{
    private static readonly string[] Everything = ["Agent", "Reviewer", "KnowledgeAdmin", "Admin", "Auditor"];
    private readonly SignInProduct product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task No_address_that_takes_an_identifier_gives_another_organisation_anything()
    {
        using var owner = product.As("owner", TestIssuer.Tenant, Everything);
        using var stranger = product.As("stranger", TestIssuer.OtherTenant, Everything);
        var draft = await DraftAsync(owner);
        var document = (await owner.AddAsync("secret.txt", "The safe opens with marmalade."u8.ToArray())).GetProperty("documentId").GetString()!;
        using var made = await owner.PostAsJsonAsync("/api/access/keys", new { name = "ours", scopes = new[] { "memory" } });
        var key = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;

        var asked = 0;
        // A collection's name is everybody's own to choose, and organisations are the home organisation's: IsolationTests and ManageOrganisationsTests ask those.
        foreach (var route in RouteTable.All.Where(route => route.Pattern.Contains('{') && !route.Pattern.Contains(":long") && !route.Pattern.Contains("{name}") && !route.Pattern.StartsWith("/api/organisations", StringComparison.Ordinal)))
        {
            var id = route.Pattern.StartsWith("/api/drafts", StringComparison.Ordinal) ? draft : route.Pattern.StartsWith("/api/access/keys", StringComparison.Ordinal) ? key : document;
            using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Address.Replace("none", id, StringComparison.Ordinal));
            request.Content = route.Method is "POST" or "PUT" ? new StringContent("""{"outcome":"inserted","tags":[]}""", Encoding.UTF8, "application/json") : null;
            using var answer = await stranger.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{route}: {(int)answer.StatusCode} {text}");
            Assert.DoesNotContain("marmalade", text, StringComparison.Ordinal);
            asked++;
        }

        Assert.True(asked >= 11, $"{asked}");
        Assert.Equal("ready", (await owner.SettledAsync(document)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_one_organisation_knows_no_search_list_draft_or_memory_of_another_ever_shows()
    {
        using var owner = product.As("owner", TestIssuer.Tenant, Everything);
        using var stranger = product.As("stranger", TestIssuer.OtherTenant, Everything);
        await owner.AddAsync("marmalade.txt", "The marmalade safe opens at seven in the evening."u8.ToArray());
        using var uploaded = await owner.PostAsync("/memory/upload", new MultipartFormDataContent { { new StringContent("marmalade-memory"), "documentId" }, { new ByteArrayContent("The marmalade vault closes at nine."u8.ToArray()), "file0", "marmalade2.txt" } });
        const string question = "When does the marmalade safe open?";
        string[] answers =
        [
            await stranger.GetStringAsync("/api/knowledge/documents"),
            await stranger.GetStringAsync("/api/knowledge/documents?name=marmalade"),
            await stranger.GetStringAsync("/api/knowledge/search?q=marmalade%20safe"),
            await stranger.GetStringAsync("/api/knowledge/gaps"),
            await stranger.GetStringAsync("/memory/indexes"),
            await PostAsync(stranger, "/memory/search", """{"index":"","query":"marmalade","filters":[]}"""),
            await PostAsync(stranger, "/memory/search", """{"index":"default","query":"","filters":[{}]}"""),
            await PostAsync(stranger, "/memory/ask", JsonSerializer.Serialize(new { question = "hours of the vault?", filters = Array.Empty<object>() })),
            await PostAsync(stranger, "/api/drafts", JsonSerializer.Serialize(new { message = new { body = new { contentType = "text", content = "What opens at seven in the evening?" } } })),
            await stranger.GetStringAsync("/api/audit"),
        ];
        Assert.All(answers, answer => Assert.DoesNotContain("marmalade safe opens", answer, StringComparison.OrdinalIgnoreCase));
        Assert.All(answers, answer => Assert.DoesNotContain("marmalade.txt", answer, StringComparison.OrdinalIgnoreCase));
        Assert.All(answers, answer => Assert.DoesNotContain("vault closes", answer, StringComparison.OrdinalIgnoreCase));
        using var status = await stranger.GetAsync("/memory/upload-status?documentId=marmalade-memory");
        Assert.Equal(HttpStatusCode.NotFound, status.StatusCode);
        using var download = await stranger.GetAsync("/memory/download?documentId=marmalade-memory&filename=marmalade2.txt");
        Assert.Equal(HttpStatusCode.NotFound, download.StatusCode);
        using var deleted = await stranger.DeleteAsync("/api/data");
        Assert.True(deleted.IsSuccessStatusCode);
        Assert.Contains("seven in the evening", await PostAsync(owner, "/api/drafts", JsonSerializer.Serialize(new { message = new { body = new { contentType = "text", content = question } } })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_its_own_persons_alone()
    {
        using var owner = product.As("owner", TestIssuer.Tenant, "Agent");
        using var colleague = product.As("colleague", TestIssuer.Tenant, "Agent");
        var draft = await DraftAsync(owner);
        using var rated = await colleague.PostAsJsonAsync($"/api/drafts/{draft}/rating", new { outcome = "discarded" });
        await ProblemAssert.IsAsync(rated, HttpStatusCode.NotFound, "not-found");
        using var disclosed = await colleague.GetAsync($"/api/drafts/{draft}/disclosure");
        await ProblemAssert.IsAsync(disclosed, HttpStatusCode.NotFound, "not-found");
        using var own = await owner.PostAsJsonAsync($"/api/drafts/{draft}/rating", new { outcome = "discarded" });
        Assert.Equal(HttpStatusCode.NoContent, own.StatusCode);
    }

    private static async Task<string> DraftAsync(HttpClient client)
    {
        using var answer = await client.PostDraftAsync(new { body = new { contentType = "text", content = "Hello, do you repair tents?" } });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<string> PostAsync(HttpClient client, string address, string body)
    {
        using var answer = await client.PostTextAsync(address, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }
}
