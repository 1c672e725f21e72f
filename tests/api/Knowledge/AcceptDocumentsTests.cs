using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Knowledge;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>Documents enter whole, one collection never sees another's, and a new version takes the place of the old one at once.</summary>
public sealed class AcceptDocumentsTests : IAsyncLifetime
{
    private static readonly KnowledgeScope Default = new("local");
    private static readonly KnowledgeScope Other = new("local", "other");
    private readonly Product _product = new();

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task The_same_bytes_in_two_collections_are_two_documents()
    {
        const string text = "The walrus express leaves on Thursdays from platform nine.";
        await AcceptAsync(Other, "same", ("other.txt", text));
        Assert.Empty(await FindAsync(Default, "walrus"));
        Assert.Equal(0, (await _product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents")).GetProperty("total").GetInt32());

        await AcceptAsync(Default, "same", ("default.txt", text));
        Assert.Equal(["default.txt"], await FindAsync(Default, "walrus"));
        Assert.Equal(["other.txt"], await FindAsync(Other, "walrus"));

        (await _product.Client.DeleteAsync("/api/knowledge/documents/same")).EnsureSuccessStatusCode();
        Assert.Empty(await FindAsync(Default, "walrus"));
        Assert.Equal(["other.txt"], await FindAsync(Other, "walrus"));
    }

    [Fact]
    public async Task A_file_that_the_new_version_lacks_goes_when_the_new_version_answers()
    {
        await AcceptAsync(Default, "tour", ("a.txt", "The lighthouse opens at seven."), ("b.txt", "The windmill closes at noon."));
        Assert.Equal(["b.txt"], await FindAsync(Default, "windmill"));

        await AcceptAsync(Default, "tour", ("c.txt", "The lighthouse opens at eight."));
        Assert.Empty(await FindAsync(Default, "windmill"));
        Assert.Equal(["c.txt"], await FindAsync(Default, "lighthouse"));
        Assert.Single((await _product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents")).GetProperty("documents").EnumerateArray());
    }

    private async Task AcceptAsync(KnowledgeScope scope, string documentId, params (string Name, string Text)[] files)
    {
        await using var services = _product.Services.CreateAsyncScope();
        var store = services.ServiceProvider.GetRequiredService<DocumentFiles>();
        var received = new List<ReceivedFile>();
        foreach (var (name, text) in files)
        {
            received.Add(await store.ReceiveAsync(scope.Organisation, name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), 1 << 20, CancellationToken.None));
        }

        await services.ServiceProvider.GetRequiredService<AcceptDocuments>().HandleAsync(scope, [new ReceivedDocument(documentId, received)], "{}", CancellationToken.None);
        var database = services.ServiceProvider.GetRequiredService<OutlookAssistDatabase>();
        for (var tries = 0; tries < 600 && await database.Set<KnowledgeDocument>().AnyAsync(document => document.PendingContentKey != null); tries++)
        {
            await Task.Delay(50);
        }
    }

    private async Task<IEnumerable<string>> FindAsync(KnowledgeScope scope, string words)
    {
        var found = await _product.Services.GetRequiredService<SearchKnowledge>().FindAsync(new KnowledgeQuestion(scope.Organisation, words, "en", Collection: scope.Collection), 10, CancellationToken.None);
        return found.Passages.Select(passage => passage.Passage.DocumentName);
    }
}
