using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Audit;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Audit;

/// <summary>The trail says who did what, when and from where, without a word of a mail, and each organisation reads its own.</summary>
public sealed class BrowseTrailTests : IAsyncLifetime
{
    private readonly SignInProduct product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Drafts_documents_keys_and_refusals_stand_in_it_without_a_word_of_the_mail()
    {
        using var worker = product.As("worker", TestIssuer.Tenant, "Agent", "KnowledgeAdmin", "Admin");
        using var draft = await worker.PostDraftAsync(new { subject = "Zebrafish", body = new { contentType = "text", content = "Where is my zebrafish order?" } });
        var id = (await draft.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var rated = await worker.PostAsJsonAsync($"/api/drafts/{id}/rating", new { outcome = "inserted", comment = "zebrafish" });
        var document = await worker.AcceptAsync("zebrafish.txt", "A zebrafish is small."u8.ToArray());
        using var deleted = await worker.DeleteAsync($"/api/knowledge/documents/{document}");
        using var key = await worker.PostAsJsonAsync("/api/access/keys", new { name = "k", scopes = new[] { "memory" } });
        using var refused = await worker.GetAsync("/api/audit");
        using var unknown = await product.Client.GetAsync("/api/knowledge/documents");

        var lines = await UntilAsync(lines => lines.Any(line => Action(line) == "access.unknown") && lines.Any(line => Action(line) == "access.refused"));
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
        Assert.Equal(id, Target(Only(lines, "draft.created")));
        Assert.Equal(id, Target(Only(lines, "draft.rated")));
        Assert.Equal(document, Target(Only(lines, "document.deleted")));
        Assert.Equal(201, Only(lines, "key.created").GetProperty("outcome").GetInt32());
        Assert.Equal("GET /api/audit/", Target(Only(lines, "access.refused")));
        Assert.Equal("Ana Ruiz", Only(lines, "draft.created").GetProperty("name").GetString());
        Assert.Equal("127.0.0.0/24", Only(lines, "draft.created").GetProperty("network").GetString());
        Assert.DoesNotContain("zebrafish", JsonSerializer.Serialize(lines), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_of_it()
    {
        using var agent = product.As("Agent");
        using var draft = await agent.PostDraftAsync(new { body = new { contentType = "text", content = "Hello?" } });
        using var other = product.As("person-9", TestIssuer.OtherTenant, "Auditor");
        Assert.DoesNotContain("draft.created", await other.GetStringAsync("/api/audit"), StringComparison.Ordinal);
        Assert.Equal(1, (await other.GetFromJsonAsync<JsonElement>("/api/audit/verification")).GetProperty("entries").GetInt64());
    }

    [Fact]
    public async Task Filters_pages_and_the_export_agree()
    {
        using var agent = product.As("Agent");
        for (var drafts = 0; drafts < 5; drafts++)
        {
            using var draft = await agent.PostDraftAsync(new { body = new { contentType = "text", content = "Hello?" } });
        }

        using var auditor = product.As("auditor", TestIssuer.Tenant, "Auditor");
        var first = await auditor.GetFromJsonAsync<JsonElement>("/api/audit?action=draft&person=person-1&limit=3");
        var rest = await auditor.GetFromJsonAsync<JsonElement>($"/api/audit?action=draft&person=person-1&limit=3&before={first.GetProperty("next").GetInt64()}");
        Assert.Equal(3, first.GetProperty("entries").GetArrayLength());
        Assert.Equal(2, rest.GetProperty("entries").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
        using var export = await auditor.GetAsync("/api/audit?action=draft&format=csv");
        Assert.Equal("text/csv", export.Content.Headers.ContentType?.MediaType);
        Assert.Equal(6, (await export.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        using var wrong = await auditor.GetAsync("/api/audit?limit=0");
        await ProblemAssert.NamesFieldAsync(wrong, "limit");
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a\",\"b", "\"a\"\",\"\"b\"")]
    [InlineData("", "\"\"")]
    public void No_cell_of_the_export_is_a_formula(string text, string cell) => Assert.Equal(cell, BrowseTrail.Cell(text));

    private static string? Action(JsonElement line) => line.GetProperty("action").GetString();

    private static string? Target(JsonElement line) => line.GetProperty("target").GetString();

    private static JsonElement Only(IReadOnlyList<JsonElement> lines, string action) => Assert.Single(lines, line => Action(line) == action);

    private async Task<IReadOnlyList<JsonElement>> UntilAsync(Func<IReadOnlyList<JsonElement>, bool> wanted)
    {
        using var auditor = product.As("auditor", TestIssuer.Tenant, "Auditor");
        for (var tries = 0; tries < 200; tries++)
        {
            var lines = (await auditor.GetFromJsonAsync<JsonElement>("/api/audit")).GetProperty("entries").EnumerateArray().ToList();
            if (wanted(lines))
            {
                return lines;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The trail never said what was awaited.");
    }
}
