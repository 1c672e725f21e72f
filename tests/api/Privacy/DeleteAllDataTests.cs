using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Privacy;

public sealed class DeleteAllDataTests : IAsyncLifetime
{
    private readonly Product product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Everything_goes_in_one_call_which_counts_it()
    {
        await product.UploadAsync(("a.txt", "The well is deep."u8.ToArray()), ("b.txt", "The rope is long."u8.ToArray()));
        var draft = await product.DraftAsync("How deep is the well?");
        var counts = await (await product.Client.DeleteAsync("/api/data")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((2, 1), (counts.GetProperty("documents").GetInt32(), counts.GetProperty("drafts").GetInt32()));
        Assert.Equal(0, (await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents")).GetProperty("total").GetInt32());
        Assert.Empty(await product.Client.SearchAsync("well rope"));
        Assert.Empty(Directory.GetFiles(Path.Combine(product.DataDirectory, "documents")));
        using var rating = await product.Client.PostAsJsonAsync($"/api/drafts/{draft.GetProperty("id").GetString()}/rating", new { outcome = "inserted" });
        await ProblemAssert.IsAsync(rating, HttpStatusCode.NotFound, "not-found");
        Assert.Equal("unanswered", (await product.DraftAsync("How deep is the well?")).GetProperty("grounding").GetString());
    }

    [Fact]
    public async Task With_nothing_to_remove_it_counts_nought()
    {
        var counts = await (await product.Client.DeleteAsync("/api/data")).Content.ReadFromJsonAsync<Dictionary<string, int>>();
        Assert.All(counts!, count => Assert.Equal(0, count.Value));
    }
}
