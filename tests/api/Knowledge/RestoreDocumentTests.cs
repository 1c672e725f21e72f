using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Knowledge;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>What was deleted is hidden at once, comes back whole, and is gone for good when its time is over.</summary>
public sealed class RestoreDocumentTests : IAsyncLifetime
{
    private const string Text = "The narwhal ferry leaves from pier four at seven.";
    private readonly Product _product = new();

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task A_deleted_document_is_hidden_everywhere_and_comes_back_with_its_tags()
    {
        var id = await UploadAsync("ferry.txt", Text, ("tags", "team:north"));
        Assert.Equal(["ferry.txt"], await FindAsync("narwhal"));

        await DeleteAsync(id);
        Assert.Empty(await FindAsync("narwhal"));
        Assert.Equal(0, (await GetAsync("/api/knowledge/documents")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await GetAsync("/api/knowledge/summary")).GetProperty("deleted").GetInt32());
        Assert.Equal("ferry.txt", Assert.Single((await GetAsync("/api/knowledge/documents?state=deleted")).GetProperty("documents").EnumerateArray()).GetProperty("name").GetString());
        foreach (var path in new[] { "", "/content", "/pages/0" })
        {
            await ProblemAssert.IsAsync(await _product.Client.GetAsync($"/api/knowledge/documents/{id}{path}"), HttpStatusCode.NotFound, "not-found");
        }

        await ProblemAssert.IsAsync(await _product.Client.DeleteAsync($"/api/knowledge/documents/{id}"), HttpStatusCode.NotFound, "not-found");
        Assert.Equal(HttpStatusCode.NoContent, (await RestoreAsync(id)).StatusCode);
        Assert.Equal(["ferry.txt"], await FindAsync("narwhal"));
        Assert.Equal("north", (await GetAsync($"/api/knowledge/documents/{id}")).GetProperty("tags").GetProperty("team")[0].GetString());
        Assert.Equal(Text, await _product.Client.GetStringAsync($"/api/knowledge/documents/{id}/content"));
        await ProblemAssert.IsAsync(await RestoreAsync(id), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_time_for_an_undo_ends_by_a_job_and_the_file_goes_with_it()
    {
        var id = await UploadAsync("ferry.txt", Text);
        await DeleteAsync(id);
        await RestoreAsync(id);
        await MakeJobsDueAsync();
        Assert.Equal(["ferry.txt"], await FindAsync("narwhal"));

        await DeleteAsync(id);
        Assert.Single(Directory.GetFiles(Path.Combine(_product.DataDirectory, "documents")));
        await MakeJobsDueAsync();
        Assert.Empty(Directory.GetFiles(Path.Combine(_product.DataDirectory, "documents")));
        await ProblemAssert.IsAsync(await RestoreAsync(id), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Purge_leaves_nothing_and_also_reaches_what_was_deleted_before()
    {
        var one = await UploadAsync("one.txt", Text);
        var two = await UploadAsync("two.txt", "The dugong bus leaves at nine.");
        await DeleteAsync(one);
        await DeleteAsync(one, "?purge=true");
        await DeleteAsync(two, "?purge=true");
        await ProblemAssert.IsAsync(await RestoreAsync(one), HttpStatusCode.NotFound, "not-found");
        await ProblemAssert.IsAsync(await RestoreAsync(two), HttpStatusCode.NotFound, "not-found");
        Assert.Empty(Directory.GetFiles(Path.Combine(_product.DataDirectory, "documents")));
    }

    [Fact]
    public async Task Identical_content_stays_with_the_other_document_whichever_is_deleted_restored_or_purged()
    {
        var one = await UploadAsync("one.txt", Text);
        var two = await UploadAsync("two.txt", Text);
        await DeleteAsync(one);
        Assert.Equal(["two.txt"], await FindAsync("narwhal"));
        await MakeJobsDueAsync();
        Assert.Equal(Text, await _product.Client.GetStringAsync($"/api/knowledge/documents/{two}/content"));

        await DeleteAsync(two);
        await UploadAsync("three.txt", Text);
        Assert.Equal(["three.txt"], await FindAsync("narwhal"));
        await MakeJobsDueAsync();
        Assert.Equal(["three.txt"], await FindAsync("narwhal"));
    }

    [Fact]
    public async Task An_identifier_that_was_taken_meanwhile_is_a_conflict_and_the_newest_deletion_wins()
    {
        await UploadAsync("old.txt", Text, ("documentId", "ferry"));
        await DeleteAsync("ferry");
        await UploadAsync("new.txt", "The narwhal ferry leaves from pier nine.", ("documentId", "ferry"));
        await ProblemAssert.IsAsync(await RestoreAsync("ferry"), HttpStatusCode.Conflict, "conflict");
        Assert.Equal(["new.txt"], await FindAsync("narwhal"));

        await DeleteAsync("ferry");
        await RestoreAsync("ferry");
        Assert.Equal(["new.txt"], await FindAsync("narwhal"));
    }

    [Fact]
    public async Task Deleting_all_data_takes_what_could_be_brought_back_too()
    {
        var id = await UploadAsync("ferry.txt", Text);
        await DeleteAsync(id);
        (await _product.Client.DeleteAsync("/api/data")).EnsureSuccessStatusCode();
        await ProblemAssert.IsAsync(await RestoreAsync(id), HttpStatusCode.NotFound, "not-found");
        Assert.Empty(Directory.GetFiles(Path.Combine(_product.DataDirectory, "documents")));
    }

    private async Task<string> UploadAsync(string name, string text, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var field in fields)
        {
            form.Add(new StringContent(field.Value), field.Name);
        }

        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name);
        using var answer = await _product.Client.PostAsync("/api/knowledge/documents", form);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("documents")[0].GetProperty("documentId").GetString()!;
        Assert.Equal("ready", (await _product.SettledAsync(id)).GetProperty("state").GetString());
        return id;
    }

    private async Task DeleteAsync(string id, string query = "") =>
        Assert.Equal(HttpStatusCode.NoContent, (await _product.Client.DeleteAsync($"/api/knowledge/documents/{id}{query}")).StatusCode);

    private Task<HttpResponseMessage> RestoreAsync(string id) => _product.Client.PostAsync($"/api/knowledge/documents/{id}/restore", null);

    private Task<JsonElement> GetAsync(string path) => _product.Client.GetFromJsonAsync<JsonElement>(path);

    private async Task<IEnumerable<string?>> FindAsync(string words) =>
        (await GetAsync($"/api/knowledge/search?q={words}")).GetProperty("results").EnumerateArray().Select(result => result.GetProperty("documentName").GetString());

    private async Task MakeJobsDueAsync()
    {
        await using var services = _product.Services.CreateAsyncScope();
        var database = services.ServiceProvider.GetRequiredService<OutlookAssistDatabase>();
        await database.ExecuteAsync("UPDATE Jobs SET RunAfterTicks = 0", CancellationToken.None);
        for (var tries = 0; tries < 600 && await database.Set<Job>().AnyAsync(job => job.Kind == nameof(DocumentDeleted)); tries++)
        {
            await Task.Delay(50);
        }
    }
}
