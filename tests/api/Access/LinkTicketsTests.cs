using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Access;

/// <summary>A ticket opens one document for one minute, and nothing else.</summary>
public sealed class LinkTicketsTests : IAsyncLifetime
{
    private readonly SignInProduct product = new() { Clock = new FakeClock() };

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task It_opens_its_own_document_within_a_minute_and_no_other_address()
    {
        using var admin = product.As("KnowledgeAdmin");
        var id = await admin.AcceptAsync("note.txt", "The kiosk opens at nine."u8.ToArray());
        var other = await admin.AcceptAsync("other.txt", "The kiosk closes at six."u8.ToArray());
        var path = $"/api/knowledge/documents/{id}/content";
        var ticket = await IssueAsync(admin, path);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{path}?ticket={ticket}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(path));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync($"/api/knowledge/documents/{other}/content?ticket={ticket}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync($"/api/knowledge/documents/{id}?ticket={ticket}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync($"{path}?ticket={ticket[..^2]}AA"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync($"{path}?ticket=e30.e30"));
        using var stranger = product.As("person-9", TestIssuer.OtherTenant, "Agent");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{path}?ticket={await IssueAsync(stranger, path)}"));

        product.Clock!.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync($"{path}?ticket={ticket}"));
    }

    [Theory]
    [InlineData("/api/data")]
    [InlineData("/api/knowledge/documents/x")]
    [InlineData("")]
    public async Task No_other_path_gets_one(string path)
    {
        using var agent = product.As("Agent");
        using var answer = await agent.PostAsJsonAsync("/api/access/links", new { path });
        await ProblemAssert.NamesFieldAsync(answer, "path");
    }

    private static async Task<string> IssueAsync(HttpClient client, string path)
    {
        using var answer = await client.PostAsJsonAsync("/api/access/links", new { path });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ticket").GetString()!;
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await product.Client.GetAsync(address);
        return answer.StatusCode;
    }
}
