using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Knowledge;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

public sealed class DeleteDocumentTests : IAsyncLifetime
{
    private readonly PausedProduct product = new();

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task A_deleted_document_is_gone_from_the_search_the_list_and_the_disk_at_once()
    {
        await product.ResumeAsync();
        await product.Client.AddAsync("keep.txt", "The windmill turns left."u8.ToArray(), ("documentId", "keep"));
        await product.Client.AddAsync("drop.txt", "The windmill turns right."u8.ToArray(), ("documentId", "drop"));
        using var answer = await product.Client.DeleteAsync("/api/knowledge/documents/drop?purge=true");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(["keep"], await product.Client.FindDocumentsAsync("windmill"));
        Assert.DoesNotContain("drop", await product.Client.GetStringAsync("/api/knowledge/documents"), StringComparison.Ordinal);
        using var gone = await product.Client.GetAsync("/api/knowledge/documents/drop/content");
        await ProblemAssert.IsAsync(gone, HttpStatusCode.NotFound, "not-found");
        Assert.Single(Directory.GetFiles(Path.Combine(product.DataDirectory, "documents")));
        Assert.Equal("The windmill turns left.", await product.Client.GetStringAsync("/api/knowledge/documents/keep/content"));
        await using var database = Open();
        Assert.Equal("The windmill turns left.", (await database.Set<PassageRow>().SingleAsync()).Text);
        var draft = await product.DraftAsync("Does the windmill turn right?");
        Assert.DoesNotContain("right.", draft.GetProperty("reply").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_deleted_before_its_turn_is_never_indexed()
    {
        await product.Client.AcceptAsync("late.txt", "The windmill turns."u8.ToArray(), ("documentId", "late"));
        using (await product.Client.DeleteAsync("/api/knowledge/documents/late?purge=true"))
        {
            await product.ResumeAsync();
            for (var tries = 0; tries < 400 && await JobsAsync() > 0; tries++)
            {
                await Task.Delay(25);
            }
        }

        Assert.Equal(0, await JobsAsync());
        Assert.Empty(await product.Client.SearchAsync("windmill"));
        Assert.Empty(Directory.GetFiles(Path.Combine(product.DataDirectory, "documents")));
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_not_found()
    {
        using var answer = await product.Client.DeleteAsync("/api/knowledge/documents/nobody");
        await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_deleted_identifier_can_be_used_again()
    {
        await product.ResumeAsync();
        await product.Client.AddAsync("a.txt", "The windmill turns."u8.ToArray(), ("documentId", "again"));
        using (await product.Client.DeleteAsync("/api/knowledge/documents/again"))
        {
            Assert.Equal("ready", (await product.Client.AddAsync("a.txt", "The windmill turns."u8.ToArray(), ("documentId", "again"))).GetProperty("state").GetString());
        }

        Assert.Equal(["again"], await product.Client.FindDocumentsAsync("windmill"));
        Assert.Equal(1, (await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents")).GetProperty("total").GetInt32());
    }

    private OutlookAssistDatabase Open() => product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext();

    private async Task<int> JobsAsync()
    {
        await using var database = Open();
        return await database.Set<Job>().CountAsync(job => job.Kind.StartsWith("Document"));
    }
}
