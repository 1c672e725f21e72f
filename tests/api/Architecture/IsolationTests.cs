using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;
using Xunit.Abstractions;

namespace OutlookAssist.Tests.Api.Architecture;

/// <summary>Two organisations on one product: with every identifier of the first in hand, nobody of the second gets or changes anything of it, at any address.</summary>
public sealed class IsolationTests(ITestOutputHelper output) : IAsyncLifetime
{
    // The intruder knows the first word and asks for it everywhere; the others stand only in what the first organisation keeps.
    private const string Known = "kanarienlimette";
    private const string Secret = "tresorkeller";
    private const string Asked = "pfauenlampe";
    private const string Question = "How much does the pfauenlampe subscription cost per year?";
    private static readonly string[] Everything = ["Agent", "Reviewer", "KnowledgeAdmin", "Admin", "Auditor"];
    private readonly SignInProduct product = new();
    private readonly Dictionary<string, string> ids = [];

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Nobody_of_a_second_organisation_reaches_anything_of_the_first()
    {
        using var owner = product.As("owner", TestIssuer.Tenant, Everything);
        using var intruder = product.As("intruder", TestIssuer.OtherTenant, Everything);
        await SeedAsync(owner);
        var before = await StateAsync(owner);

        var crossings = new List<string>();
        foreach (var route in RouteTable.All.OrderBy(route => route.Method == "DELETE").ThenBy(route => route.Pattern == "/api/data"))
        {
            using var answer = await SendAsync(intruder, route);
            var told = route.Pattern.StartsWith("/hubs", StringComparison.Ordinal) ? "" : await answer.Content.ReadAsStringAsync();
            var crosses = told.Contains(Secret, StringComparison.OrdinalIgnoreCase)
                || told.Contains(Asked, StringComparison.OrdinalIgnoreCase)
                || (answer.IsSuccessStatusCode && NamesOne(route) && route.Pattern.StartsWith("/api/", StringComparison.Ordinal))
                || ids.Values.Any(id => id.Length > 8 && told.Contains(id, StringComparison.Ordinal));
            output.WriteLine($"{(crosses ? "CROSSED" : "apart  ")} {(int)answer.StatusCode} {route.Method} {route.Pattern}");
            if (crosses)
            {
                crossings.Add($"{route.Method} {route.Pattern}: {(int)answer.StatusCode} {told}");
            }
        }

        output.WriteLine($"{crossings.Count} crossings at {RouteTable.All.Count} addresses");
        Assert.Empty(crossings);
        Assert.Equal(before, await StateAsync(owner));
    }

    [Fact]
    public async Task A_second_person_of_the_same_organisation_does_not_reach_the_drafts_of_the_first()
    {
        using var owner = product.As("owner", TestIssuer.Tenant, "Agent");
        using var colleague = product.As("colleague", TestIssuer.Tenant, Everything);
        var id = (await (await owner.PostDraftAsync(Mail(Question))).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        foreach (var route in RouteTable.All.Where(route => route.Pattern.StartsWith("/api/drafts/{id}", StringComparison.Ordinal)))
        {
            ids["/api/drafts"] = id;
            using var answer = await SendAsync(colleague, route);
            await ProblemAssert.IsAsync(answer, System.Net.HttpStatusCode.NotFound, "not-found");
        }
    }

    /// <summary>Something of everything in the first organisation, and the identifiers by the address that takes them.</summary>
    private async Task SeedAsync(HttpClient owner)
    {
        ids["/api/drafts"] = await IdOfAsync(owner.PostDraftAsync(Mail(Question)));
        ids["/api/knowledge/gaps"] = await GapAsync(owner);
        ids["/api/knowledge/documents"] = (await owner.AddAsync("prices.txt", Encoding.UTF8.GetBytes($"The {Known} is kept in the {Secret}."))).GetProperty("documentId").GetString()!;
        ids["/api/classifications/corrections"] = await IdOfAsync(owner.PostAsJsonAsync("/api/classifications/corrections", new { message = Mail($"the {Asked} has not come"), labels = new { category = "shipping" } }));
        ids["/api/access/keys"] = await IdOfAsync(owner.PostAsJsonAsync("/api/access/keys", new { name = Asked, scopes = new[] { "drafts" } }));
        using var form = new MultipartFormDataContent { { new StringContent("owned-memory"), "documentId" }, { new StringContent("shelf"), "index" }, { new ByteArrayContent(Encoding.UTF8.GetBytes($"A {Known} lies in the {Secret} too.")), "file", "shelf.txt" } };
        using var upload = await owner.PostAsync("/memory/upload", form);
        Assert.True(upload.IsSuccessStatusCode);
        for (var tries = 0; tries < 600 && !(await owner.GetStringAsync("/memory/upload-status?index=shelf&documentId=owned-memory")).Contains("\"completed\":true", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(50);
        }
    }

    private static async Task<string> GapAsync(HttpClient owner)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var gaps = (await owner.GetFromJsonAsync<JsonElement>("/api/knowledge/gaps")).GetProperty("gaps");
            if (gaps.GetArrayLength() > 0)
            {
                return gaps[0].GetProperty("id").ToString();
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The question did not become a gap within half a minute.");
    }

    /// <summary>What the first organisation sees of its own things.</summary>
    private static async Task<string> StateAsync(HttpClient owner)
    {
        var text = new StringBuilder();
        foreach (var address in new[] { "/api/knowledge/documents", "/api/knowledge/gaps", "/api/classifications/corrections", "/api/classifications/labels", "/memory/indexes", "/memory/upload-status?index=shelf&documentId=owned-memory", $"/api/knowledge/search?q={Known}" })
        {
            text.AppendLine(await owner.GetStringAsync(address));
        }

        return text.AppendLine((await owner.GetFromJsonAsync<JsonElement>("/api/access/keys")).GetProperty("keys")[0].GetProperty("revokedAt").ToString()).ToString();
    }

    private Task<HttpResponseMessage> SendAsync(HttpClient client, RouteTable route)
    {
        var owner = ids.OrderByDescending(entry => entry.Key.Length).FirstOrDefault(entry => route.Pattern.StartsWith(entry.Key + "/{", StringComparison.Ordinal)).Value;
        var address = owner is null ? route.Address : route.Pattern.Replace("{page:int}", "0", StringComparison.Ordinal)
            .Replace("{id:long}", owner, StringComparison.Ordinal).Replace("{id}", owner, StringComparison.Ordinal).Replace("{documentId}", owner, StringComparison.Ordinal);
        address += route.Pattern switch
        {
            "/api/knowledge/search" => $"?q={Known}",
            "/memory/upload-status" or "/memory/documents" => "?index=shelf&documentId=owned-memory",
            "/memory/download" => "?index=shelf&documentId=owned-memory&filename=shelf.txt",
            "/memory/indexes" when route.Method == "DELETE" => "?index=shelf",
            "/api/privacy/exports" => "?address=ana@customers.example",
            _ => "",
        };
        var request = new HttpRequestMessage(new HttpMethod(route.Method == "*" ? "GET" : route.Method), address);
        if (route.Method is "POST" or "PUT")
        {
            request.Content = BodyOf(route);
        }

        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static HttpContent BodyOf(RouteTable route) => route.Pattern switch
    {
        "/api/knowledge/documents/" or "/memory/upload" => new MultipartFormDataContent { { new StringContent("none"), "documentId" } },
        "/api/messages/parse" => new StringContent($"Subject: x\r\n\r\n{Known}", Encoding.UTF8, "message/rfc822"),
        "/api/drafts/{id}/rating" => JsonContent.Create(new { outcome = "inserted" }),
        "/api/drafts/{id}/revisions" => JsonContent.Create(new { instruction = "shorter" }),
        "/api/drafts/" or "/api/knowledge/preview" => JsonContent.Create(new { message = Mail($"Where is the {Known} kept?") }),
        "/api/knowledge/gaps/{id:long}/answer" => JsonContent.Create(new { question = "What?", answer = "That." }),
        "/api/knowledge/documents/{documentId}/tags" => JsonContent.Create(new { tags = new Dictionary<string, string[]> { ["a"] = ["b"] } }),
        "/memory/search" => JsonContent.Create(new { index = "shelf", query = Known }),
        "/memory/ask" => JsonContent.Create(new { index = "shelf", question = $"Where is the {Known}?" }),
        "/api/privacy/erasures" => JsonContent.Create(new { address = "ana@customers.example" }),
        "/api/privacy/redactions" => JsonContent.Create(new { text = Known }),
        _ => new StringContent("{}", Encoding.UTF8, "application/json"),
    };

    private static object Mail(string text) => new { subject = "A question", body = new { contentType = "text", content = text } };

    private bool NamesOne(RouteTable route) => ids.Keys.Any(key => route.Pattern.StartsWith(key + "/{", StringComparison.Ordinal));

    private static async Task<string> IdOfAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").ToString();
    }
}
