using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>What is too large or of no use is refused whole, and nothing of it stays.</summary>
public sealed class UploadMemoryTests : IAsyncLifetime
{
    private readonly Product _product = new Product().With("Knowledge:MaxFileBytes", "100").With("Knowledge:MaxFilesPerRequest", "2");

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task A_document_with_one_file_that_cannot_be_taken_is_refused_whole()
    {
        var memory = new MemoryClient(_product.Client);
        await ProblemAssert.IsAsync(await memory.UploadAsync("big", [], ("a.txt", "small"), ("b.txt", new string('b', 101))), HttpStatusCode.RequestEntityTooLarge, "too-large");
        await ProblemAssert.IsAsync(await memory.UploadAsync("many", [], ("a.txt", "a"), ("b.txt", "b"), ("c.txt", "c")), HttpStatusCode.RequestEntityTooLarge, "too-large");
        await ProblemAssert.IsAsync(await memory.UploadAsync("none", [], ("a.txt", "")), HttpStatusCode.UnprocessableEntity, "empty-document");
        await ProblemAssert.IsAsync(await memory.UploadAsync("image", [], ("a.png", "png")), HttpStatusCode.UnsupportedMediaType, "unsupported-document");
        Assert.Empty((await _product.Client.GetFromJsonAsync<JsonElement>("/memory/indexes")).GetProperty("results").EnumerateArray());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_product.DataDirectory, "incoming")).Concat(Directory.EnumerateFiles(Path.Combine(_product.DataDirectory, "documents"))));
    }

    [Fact]
    public async Task Without_an_identifier_the_document_gets_one()
    {
        using var accepted = await new MemoryClient(_product.Client).UploadAsync(null, ["a:b"], ("a.txt", "The comet returns in May."));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var body = await accepted.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEmpty(body.GetProperty("documentId").GetString()!);
        Assert.Equal("default", body.GetProperty("index").GetString());
        Assert.Equal(HttpStatusCode.OK, (await _product.Client.GetAsync(accepted.Headers.Location)).StatusCode);
    }
}
