using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Organisations;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Organisations;

/// <summary>Organisations come, are shut out, come back and go, and only the one that runs the product decides it.</summary>
public sealed class ManageOrganisationsTests : IAsyncLifetime
{
    private const string Third = "44444444-4444-4444-8444-444444444444";
    private readonly SignInProduct product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task One_is_added_suspended_resumed_and_erased_with_all_it_has()
    {
        using var home = product.As("admin", TestIssuer.Tenant, "Admin", "Auditor");
        using var agent = product.As("person-3", Third, "Agent", "Admin", "KnowledgeAdmin");
        await ProblemAssert.IsAsync(await DraftAsync(agent), HttpStatusCode.Forbidden, "forbidden");

        using var added = await home.PostAsJsonAsync("/api/organisations", new { id = Third.ToUpperInvariant(), name = "Third" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using var again = await home.PostAsJsonAsync("/api/organisations", new { id = Third });
        await ProblemAssert.IsAsync(again, HttpStatusCode.Conflict, "conflict");
        Assert.Equal(HttpStatusCode.OK, (await DraftAsync(agent)).StatusCode);
        var key = (await (await agent.PostAsJsonAsync("/api/access/keys", new { name = "tool", scopes = new[] { "drafts" } })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
        using var tool = new HttpClient { BaseAddress = product.Client.BaseAddress, DefaultRequestHeaders = { { "X-Api-Key", key } } };
        Assert.Equal(HttpStatusCode.OK, (await DraftAsync(tool)).StatusCode);
        await agent.AddAsync("secret.txt", "The vault holds forty crowns."u8.ToArray());

        Assert.Equal(HttpStatusCode.OK, (await home.PostAsync($"/api/organisations/{Third}/suspend", null)).StatusCode);
        await ProblemAssert.IsAsync(await DraftAsync(agent), HttpStatusCode.Forbidden, "organisation-suspended");
        await ProblemAssert.IsAsync(await DraftAsync(tool), HttpStatusCode.Forbidden, "organisation-suspended");
        Assert.Equal(HttpStatusCode.OK, (await home.PostAsync($"/api/organisations/{Third}/resume", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DraftAsync(agent)).StatusCode);

        using var erased = await home.DeleteAsync($"/api/organisations/{Third}");
        var counts = (await erased.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("erased");
        Assert.Equal((3, 1, 1), (counts.GetProperty("drafts").GetInt32(), counts.GetProperty("documents").GetInt32(), counts.GetProperty("apiKeys").GetInt32()));
        await ProblemAssert.IsAsync(await DraftAsync(agent), HttpStatusCode.Forbidden, "forbidden");
        await ProblemAssert.IsAsync(await DraftAsync(tool), HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Empty(ByteScan.Find(product.DataDirectory, ["forty crowns", "person-3"]));
        var trail = await home.GetFromJsonAsync<JsonElement>("/api/audit?action=organisation");
        Assert.Equal(
            ["organisation.erased", "organisation.resumed", "organisation.suspended", "organisation.added"],
            trail.GetProperty("entries").EnumerateArray().Where(entry => entry.GetProperty("outcome").GetInt32() < 300).Select(entry => entry.GetProperty("action").GetString()));
    }

    [Fact]
    public async Task A_tenant_of_the_settings_stays_out_once_it_was_erased_until_it_is_added_again()
    {
        using var home = product.As("Admin");
        using var guest = product.As("person-2", TestIssuer.OtherTenant, "Agent");
        Assert.Equal(HttpStatusCode.OK, (await DraftAsync(guest)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await home.DeleteAsync($"/api/organisations/{TestIssuer.OtherTenant}")).StatusCode);
        await ProblemAssert.IsAsync(await DraftAsync(guest), HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.Created, (await home.PostAsJsonAsync("/api/organisations", new { id = TestIssuer.OtherTenant })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DraftAsync(guest)).StatusCode);
    }

    [Fact]
    public async Task The_home_organisation_can_be_neither_suspended_nor_erased_and_nobody_else_decides()
    {
        using var home = product.As("Admin");
        await ProblemAssert.IsAsync(await home.PostAsync($"/api/organisations/{TestIssuer.Tenant}/suspend", null), HttpStatusCode.Conflict, "conflict");
        await ProblemAssert.IsAsync(await home.DeleteAsync($"/api/organisations/{TestIssuer.Tenant}"), HttpStatusCode.Conflict, "conflict");
        await ProblemAssert.IsAsync(await home.DeleteAsync($"/api/organisations/{Third}"), HttpStatusCode.NotFound, "not-found");
        using var guest = product.As("admin-2", TestIssuer.OtherTenant, "Admin");
        await ProblemAssert.IsAsync(await guest.GetAsync("/api/organisations"), HttpStatusCode.Forbidden, "forbidden");
        await ProblemAssert.IsAsync(await guest.DeleteAsync($"/api/organisations/{TestIssuer.Tenant}"), HttpStatusCode.Forbidden, "forbidden");
        await ProblemAssert.IsAsync(await guest.PostAsJsonAsync("/api/organisations", new { id = Third }), HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task What_is_no_tenant_is_refused()
    {
        using var home = product.As("Admin");
        foreach (var id in new[] { "", "contoso.example", "../local", "44444444-4444-4444-8444-44444444444" })
        {
            using var answer = await home.PostAsJsonAsync("/api/organisations", new { id });
            await ProblemAssert.NamesFieldAsync(answer, "id");
        }
    }

    [Fact]
    public async Task The_command_does_the_same()
    {
        Assert.Equal(0, await RunAsync("add", Third, "Third", "Bank"));
        Assert.Equal(1, await RunAsync("add", Third));
        using var agent = product.As("person-3", Third, "Agent");
        Assert.Equal(HttpStatusCode.OK, (await DraftAsync(agent)).StatusCode);
        Assert.Equal(0, await RunAsync("suspend", Third));
        Assert.Equal(1, await RunAsync("suspend", TestIssuer.Tenant));
        Assert.Equal(0, await RunAsync("resume", Third));
        Assert.Equal(1, await RunAsync("erase", Third));
        Assert.Equal(0, await RunAsync("erase", Third, "yes"));
        Assert.Equal(1, await RunAsync("nonsense"));
        Assert.Equal(0, await RunAsync("list"));
        Assert.Contains($"{Third}  erased", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{TestIssuer.Tenant}  active  home", output.ToString(), StringComparison.Ordinal);
    }

    private readonly StringWriter output = new();

    private Task<int> RunAsync(params string[] words) => OrganisationsCommand.RunAsync(product.Services, words, output);

    private static Task<HttpResponseMessage> DraftAsync(HttpClient client) => client.PostDraftAsync(new { body = new { contentType = "text", content = "How deep is the well?" } });
}
