using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Knowledge;
using OutlookAssist.Tests.Api.Support;
using static OutlookAssist.Tests.Api.Support.SmallPdf;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>All files of a request are accepted or none, and a replaced document always answers in one of its versions.</summary>
public sealed class AddDocumentTests : IAsyncLifetime
{
    private readonly PausedProduct product = new();

    private string Originals => Path.Combine(product.DataDirectory, "documents");

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Theory]
    [InlineData("nothing.txt", new byte[0], HttpStatusCode.UnprocessableEntity, "empty-document")]
    [InlineData("setup.txt", new byte[] { 0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00 }, HttpStatusCode.UnsupportedMediaType, "unsupported-document")]
    [InlineData("tool.md", new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00 }, HttpStatusCode.UnsupportedMediaType, "unsupported-document")]
    [InlineData("setup.exe", new byte[] { 0x4D, 0x5A, 0x90, 0x00 }, HttpStatusCode.UnsupportedMediaType, "unsupported-document")]
    [InlineData("photo.pdf", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, HttpStatusCode.UnsupportedMediaType, "unsupported-document")]
    [InlineData("mail.msg", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, HttpStatusCode.UnsupportedMediaType, "unsupported-document")]
    [InlineData("noise.txt", new byte[] { 0x13, 0x07, 0x99, 0x00, 0x01, 0x02, 0xC3, 0x80, 0x00, 0x00, 0x00, 0x1F, 0x0E, 0x05 }, HttpStatusCode.UnsupportedMediaType, "unsupported-document")]
    [InlineData("without-an-ending", new byte[] { 0x41, 0x42 }, HttpStatusCode.UnsupportedMediaType, "unsupported-document")]
    public async Task One_file_that_is_refused_refuses_the_whole_request_by_name(string name, byte[] content, HttpStatusCode status, string code)
    {
        using var answer = await product.Client.SendFilesAsync([("good.txt", "This one is fine."u8.ToArray()), (name, content)]);
        var problem = await ProblemAssert.IsAsync(answer, status, code);
        var refused = Assert.Single(problem.GetProperty("files").EnumerateArray());
        Assert.Equal((name, code), (refused.GetProperty("name").GetString(), refused.GetProperty("code").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(refused.GetProperty("detail").GetString()));
        Assert.Empty(Directory.GetFiles(Originals));
        Assert.Empty(Directory.GetFiles(Path.Combine(product.DataDirectory, "incoming")));
        Assert.Equal(0, await CountAsync<KnowledgeDocument>());
    }

    [Fact]
    public async Task Every_refused_file_is_named()
    {
        using var answer = await product.Client.SendFilesAsync([("a.exe", "MZ"u8.ToArray()), ("b.txt", []), ("c.txt", "fine"u8.ToArray())]);
        var problem = await ProblemAssert.IsAsync(answer, HttpStatusCode.UnsupportedMediaType, "unsupported-document");
        Assert.Equal(["a.exe", "b.txt"], problem.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("documentId", "../escape", "documentId")]
    [InlineData("documentId", "..", "documentId")]
    [InlineData("documentId", "a b", "documentId")]
    [InlineData("tags", "no colon", "tags")]
    [InlineData("tags", ":value", "tags")]
    [InlineData("tags", "__reserved:value", "tags")]
    public async Task A_field_with_a_wrong_value_is_named(string field, string value, string named)
    {
        using var answer = await product.Client.SendFilesAsync([("a.txt", "text"u8.ToArray())], (field, value));
        await ProblemAssert.NamesFieldAsync(answer, named);
        Assert.Empty(Directory.GetFiles(Originals));
    }

    [Fact]
    public async Task One_identifier_for_two_files_is_refused()
    {
        using var answer = await product.Client.SendFilesAsync([("a.txt", "text"u8.ToArray()), ("b.txt", "text"u8.ToArray())], ("documentId", "both"));
        await ProblemAssert.NamesFieldAsync(answer, "documentId");
    }

    [Fact]
    public async Task Accepted_means_on_disk_and_queued_before_any_work_begins()
    {
        using var answer = await product.Client.SendFilesAsync([("plan.txt", "The bridge opens in May."u8.ToArray())], ("documentId", "plan"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Single(Directory.GetFiles(Originals));
        Assert.Equal("The bridge opens in May.", await product.Client.GetStringAsync("/api/knowledge/documents/plan/content"));
        var document = await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents/plan");
        Assert.Equal("queued", document.GetProperty("state").GetString());
        Assert.Equal(0, document.GetProperty("progress").GetDouble());
        Assert.False(document.GetProperty("answering").GetBoolean());
        Assert.Empty(await product.Client.SearchAsync("bridge"));
        await product.ResumeAsync();
        document = await product.SettledAsync("plan");
        Assert.Equal("ready", document.GetProperty("state").GetString());
        Assert.Equal(1, document.GetProperty("progress").GetDouble());
        Assert.Equal(["plan"], await product.Client.FindDocumentsAsync("bridge"));
    }

    [Fact]
    public async Task A_draft_says_when_documents_are_still_being_indexed()
    {
        await product.Client.AcceptAsync("plan.txt", "The bridge opens in May."u8.ToArray(), ("documentId", "plan"));
        Assert.Contains("knowledge-indexing", Warnings(await product.DraftAsync("When does the bridge open?")));
        await product.ResumeAsync();
        await product.SettledAsync("plan");
        var later = await product.DraftAsync("When does the bridge open?");
        Assert.DoesNotContain("knowledge-indexing", Warnings(later));
        Assert.Equal("answered", later.GetProperty("grounding").GetString());
    }

    [Fact]
    public async Task A_replaced_document_answers_with_its_old_version_until_the_new_one_is_ready()
    {
        await product.ResumeAsync();
        await product.Client.AddAsync("fees.txt", "The mooring fee is 20 euros."u8.ToArray(), ("documentId", "fees"));
        await product.PauseAsync();
        await product.Client.AcceptAsync("fees.txt", "The mooring fee is 30 euros."u8.ToArray(), ("documentId", "fees"));
        Assert.Contains("20 euros", await TextOfAsync("mooring fee"), StringComparison.Ordinal);
        Assert.True((await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents/fees")).GetProperty("answering").GetBoolean());
        await product.ResumeAsync();
        await product.SettledAsync("fees");
        Assert.Contains("30 euros", await TextOfAsync("mooring fee"), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Originals));
        Assert.Equal(1, await CountAsync<PassageRow>());
    }

    [Fact]
    public async Task While_a_document_is_replaced_a_search_always_finds_one_of_its_versions()
    {
        await product.ResumeAsync();
        byte[] Version(string word) => Encoding.UTF8.GetBytes(string.Join("\n\n", Enumerable.Range(0, 800).Select(number => $"Berth {number} at the {word} pier is let by the day, with water, power and a key for gate {number % 9}.")));
        await product.Client.AddAsync("berths.txt", Version("northern"), ("documentId", "berths"));
        for (var round = 0; round < 2; round++)
        {
            await product.Client.AcceptAsync("berths.txt", Version($"round{round}"), ("documentId", "berths"));
            var seen = 0;
            do
            {
                var found = await product.Client.SearchAsync("berth pier", "&limit=3");
                Assert.Equal(3, found.Count);
                Assert.Single(found.Select(result => result.GetProperty("documentId").GetString()).Distinct());
                seen++;
            }
            while ((await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents/berths")).GetProperty("state").GetString() != "ready");
            Assert.True(seen > 0);
            Assert.Contains($"round{round}", await TextOfAsync("berth pier"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_replacement_that_cannot_be_read_leaves_the_old_version_answering_and_says_why()
    {
        await product.ResumeAsync();
        await product.Client.AddAsync("rules.pdf", new SmallPdf().Page(Line(72, 700, 12, "Dogs must be kept on a leash on the pier.")).ToBytes(), ("documentId", "rules"));
        var failed = await product.Client.AddAsync("rules.pdf", "%PDF-1.7\nnothing that follows makes sense"u8.ToArray(), ("documentId", "rules"));
        Assert.Equal("failed", failed.GetProperty("state").GetString());
        Assert.Equal("damaged", failed.GetProperty("failure").GetProperty("code").GetString());
        Assert.True(failed.GetProperty("answering").GetBoolean());
        Assert.Equal(["rules"], await product.Client.FindDocumentsAsync("dogs leash"));
        await product.Client.AddAsync("rules.txt", "Cats need no leash."u8.ToArray(), ("documentId", "rules"));
        Assert.Contains("Cats", await TextOfAsync("leash"), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Originals));
    }

    [Fact]
    public async Task Two_uploads_of_one_identifier_at_once_leave_one_document_with_one_of_the_two_contents()
    {
        await product.ResumeAsync();
        var uploads = Enumerable.Range(0, 3).Select(number => Task.Run(() => product.Client.AcceptAsync("clash.txt", Encoding.UTF8.GetBytes($"The winner of the regatta is boat {number}."), ("documentId", "clash"))));
        await Task.WhenAll(uploads);
        Assert.Equal("ready", (await product.SettledAsync("clash")).GetProperty("state").GetString());
        Assert.Equal(1, await CountAsync<KnowledgeDocument>());
        Assert.Single(await product.Client.SearchAsync("regatta winner"));
        await UntilIdleAsync();
        Assert.Equal(1, await CountAsync<KnowledgeContent>());
        Assert.Equal(1, await CountAsync<PassageRow>());
        Assert.Single(Directory.GetFiles(Originals));
    }

    [Fact]
    public async Task Identical_content_under_a_second_identifier_is_indexed_once_and_keeps_its_own_name()
    {
        await product.ResumeAsync();
        var same = "The ferry leaves at eight."u8.ToArray();
        await product.Client.AddAsync("one.txt", same, ("documentId", "one"));
        await product.Client.AddAsync("two.txt", same, ("documentId", "two"));
        Assert.Equal(1, await CountAsync<PassageRow>());
        Assert.Single(Directory.GetFiles(Originals));
        Assert.Equal("two.txt", (await product.SettledAsync("two")).GetProperty("name").GetString());
        using (await product.Client.DeleteAsync("/api/knowledge/documents/one"))
        {
            var found = Assert.Single(await product.Client.SearchAsync("ferry leaves"));
            Assert.Equal(("two", "two.txt"), (found.GetProperty("documentId").GetString(), found.GetProperty("documentName").GetString()));
            Assert.Equal("The ferry leaves at eight.", await product.Client.GetStringAsync("/api/knowledge/documents/two/content"));
        }
    }

    [Fact]
    public async Task Identical_content_that_is_still_waiting_becomes_ready_under_both_identifiers()
    {
        var same = "The ferry leaves at eight."u8.ToArray();
        await product.Client.AcceptAsync("one.txt", same, ("documentId", "one"));
        await product.Client.AcceptAsync("two.txt", same, ("documentId", "two"));
        await product.ResumeAsync();
        Assert.Equal("ready", (await product.SettledAsync("one")).GetProperty("state").GetString());
        Assert.Equal("ready", (await product.SettledAsync("two")).GetProperty("state").GetString());
        Assert.Single(await product.Client.SearchAsync("ferry"));
    }

    [Fact]
    public async Task The_same_bytes_under_another_ending_are_read_in_their_own_way()
    {
        await product.ResumeAsync();
        var bytes = "<h1>Ferries</h1><p>The ferry leaves at eight.</p>"u8.ToArray();
        await product.Client.AddAsync("page.html", bytes, ("documentId", "page"));
        await product.Client.AddAsync("source.txt", bytes, ("documentId", "source"));
        var texts = (await product.Client.SearchAsync("ferry leaves")).ToDictionary(result => result.GetProperty("documentId").GetString()!, result => result.GetProperty("text").GetString()!);
        Assert.DoesNotContain("<p>", texts["page"], StringComparison.Ordinal);
        Assert.Contains("<p>", texts["source"], StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Warnings(JsonElement draft) => draft.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString());

    private async Task<string> TextOfAsync(string words) => (await product.Client.SearchAsync(words))[0].GetProperty("text").GetString()!;

    private async Task<int> CountAsync<T>()
        where T : class
    {
        await using var database = await product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContextAsync();
        return await database.Set<T>().CountAsync();
    }

    private async Task UntilIdleAsync()
    {
        for (var tries = 0; tries < 600 && await CountAsync<OutlookAssist.Jobs.Job>() > 0; tries++)
        {
            await Task.Delay(50);
        }
    }
}
