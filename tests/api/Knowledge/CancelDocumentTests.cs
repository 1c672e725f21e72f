using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Extraction;
using OutlookAssist.Jobs;
using OutlookAssist.Knowledge;
using OutlookAssist.LanguageModels;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>A document that is still being read can be stopped, tried again, and deleted without a trace.</summary>
public sealed class CancelDocumentTests : IAsyncLifetime
{
    private readonly Product _product = new();

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task A_document_that_waits_is_stopped_and_can_be_tried_again()
    {
        var key = await AddWaitingAsync("waiting");
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("waiting", "cancel")).StatusCode);
        var cancelled = await _product.SettledAsync("waiting");
        Assert.Equal("failed", cancelled.GetProperty("state").GetString());
        Assert.Equal("cancelled", cancelled.GetProperty("failure").GetProperty("code").GetString());
        await ProblemAssert.IsAsync(await PostAsync("waiting", "cancel"), HttpStatusCode.Conflict, "conflict");
        await ProblemAssert.IsAsync(await PostAsync("nobody", "cancel"), HttpStatusCode.NotFound, "not-found");

        await IngestAsync(key, _ => Task.CompletedTask);
        Assert.Equal("failed", (await _product.SettledAsync("waiting")).GetProperty("state").GetString());

        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("waiting", "retry")).StatusCode);
        Assert.Equal("ready", (await _product.SettledAsync("waiting")).GetProperty("state").GetString());
        Assert.Equal(1, await PassagesAsync());
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("delete")]
    public async Task Stopped_in_the_middle_of_being_indexed_it_leaves_no_passage(string how)
    {
        var key = await AddWaitingAsync("middle");
        await IngestAsync(key, async write =>
        {
            using var answer = how == "cancel" ? await PostAsync("middle", "cancel") : await _product.Client.DeleteAsync("/api/knowledge/documents/middle?purge=true");
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            await write();
        });
        Assert.Equal(0, await PassagesAsync());
        Assert.Equal(how == "cancel" ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await _product.Client.GetAsync("/api/knowledge/documents/middle")).StatusCode);
    }

    /// <summary>A document on disk and in the database that no job knows of, so that the test alone decides when it is read.</summary>
    private async Task<long> AddWaitingAsync(string documentId)
    {
        await using var services = _product.Services.CreateAsyncScope();
        var files = services.ServiceProvider.GetRequiredService<DocumentFiles>();
        var received = await files.ReceiveAsync("local", "a.txt", new MemoryStream("The tide turns at noon."u8.ToArray()), 1 << 20, CancellationToken.None);
        var database = services.ServiceProvider.GetRequiredService<OutlookAssistDatabase>();
        var content = new KnowledgeContent
        {
            Organisation = "local",
            Collection = KnowledgeScope.DefaultCollection,
            Sha256 = received.Sha256!,
            Name = received.Name,
            ContentType = "text/plain",
            File = files.Keep(received),
        };
        database.Add(content);
        await database.SaveChangesAsync();
        database.Add(new KnowledgeDocument { Organisation = "local", Collection = content.Collection, DocumentId = documentId, Name = "a.txt", Tags = "{}", PendingContentKey = content.Key });
        await database.SaveChangesAsync();
        return content.Key;
    }

    private async Task IngestAsync(long key, Func<Func<Task>, Task> aroundWrite)
    {
        await using var services = _product.Services.CreateAsyncScope();
        var get = services.ServiceProvider;
        var files = get.GetRequiredService<DocumentFiles>();
        var intake = new ReadIntoStore(files, get.GetRequiredService<ExtractText>(), new InterruptedStore(get.GetRequiredService<IPassageStore>(), aroundWrite));
        var ingest = new IngestDocument(get.GetRequiredService<OutlookAssistDatabase>(), files, intake, get.GetRequiredService<RunningIngestions>(), get.GetRequiredService<KnowledgeNews>(), get.GetRequiredService<JobQueue>(), get.GetRequiredService<EmbedTexts>());
        await ingest.HandleAsync(new DocumentAccepted(key), CancellationToken.None);
    }

    private async Task<int> PassagesAsync()
    {
        await using var services = _product.Services.CreateAsyncScope();
        return await services.ServiceProvider.GetRequiredService<OutlookAssistDatabase>().Set<PassageRow>().CountAsync();
    }

    private Task<HttpResponseMessage> PostAsync(string documentId, string what) => _product.Client.PostAsync($"/api/knowledge/documents/{documentId}/{what}", null);

    /// <summary>Lets a test act just before passages are written, and writes them whatever happened.</summary>
    private sealed class InterruptedStore(IPassageStore inner, Func<Func<Task>, Task> aroundWrite) : IPassageStore
    {
        public Task WriteAsync(KnowledgeContent content, IReadOnlyList<PassageDraft> passages, Func<double, Task> progress, CancellationToken cancellation) =>
            aroundWrite(() => inner.WriteAsync(content, passages, progress, CancellationToken.None));

        public Task<PassageMatches> MatchAsync(PassageQuery query, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<Passage>> ListAsync(KnowledgeScope scope, TagFilter tags, int limit, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<CollectionWords> WordsAsync(KnowledgeScope scope, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<Passage>> ReadPagesAsync(KnowledgeScope scope, IReadOnlyCollection<PageReference> pages, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
