using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>Clients made for Kernel Memory v1 find at <c>/memory</c> what they expect.</summary>
[Collection(ProductCollection.Name)]
public class KernelMemoryApiTests(Product product)
{
    private readonly MemoryClient _memory = new(product.Client, "contract");

    [Fact]
    public async Task An_upload_is_accepted_followed_found_and_downloaded()
    {
        const string text = "The amber ferry crosses the strait every forty minutes.";
        using var accepted = await _memory.UploadAsync("ferry", ["type:timetable", "user:Ana"], ("ferry.txt", text));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("/memory/upload-status?index=contract&documentId=ferry", accepted.Headers.Location!.OriginalString);
        var body = await accepted.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("contract", "ferry"), (body.GetProperty("index").GetString(), body.GetProperty("documentId").GetString()));
        Assert.NotEmpty(body.GetProperty("message").GetString()!);

        var status = await _memory.ReadyAsync("ferry");
        Assert.True(status.GetProperty("completed").GetBoolean());
        Assert.False(status.GetProperty("failed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, status.GetProperty("failure_reason").ValueKind);
        Assert.Equal("ferry", status.GetProperty("document_id").GetString());
        Assert.Equal("timetable", status.GetProperty("tags").GetProperty("type")[0].GetString());
        Assert.Empty(status.GetProperty("remaining_steps").EnumerateArray());
        Assert.Equal(status.GetProperty("steps").GetArrayLength(), status.GetProperty("completed_steps").GetArrayLength());
        Assert.True(status.TryGetProperty("creation", out _) && status.TryGetProperty("last_update", out _));

        var answer = await _memory.SearchAsync("How often does the amber ferry cross?");
        Assert.False(answer.GetProperty("noResult").GetBoolean());
        var citation = answer.GetProperty("results")[0];
        Assert.Equal("ferry.txt", citation.GetProperty("sourceName").GetString());
        Assert.Equal("text/plain", citation.GetProperty("sourceContentType").GetString());
        Assert.Equal($"contract/ferry/{citation.GetProperty("fileId").GetString()}", citation.GetProperty("link").GetString());
        var partition = citation.GetProperty("partitions")[0];
        Assert.Equal(text, partition.GetProperty("text").GetString());
        Assert.InRange(partition.GetProperty("relevance").GetDouble(), 0.1, 1);
        Assert.Equal("Ana", partition.GetProperty("tags").GetProperty("user")[0].GetString());

        using var original = await product.Client.GetAsync("/memory" + citation.GetProperty("sourceUrl").GetString());
        Assert.Equal(text, await original.Content.ReadAsStringAsync());
        Assert.Contains("sandbox", original.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_can_be_asked_for_in_ranges()
    {
        await _memory.ImportAsync("range", "0123456789abcdef");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/memory/download?index=contract&documentId=range&filename=content.txt");
        request.Headers.Range = new RangeHeaderValue(4, 7);
        using var part = await product.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("4567", await part.Content.ReadAsStringAsync());
        Assert.Equal("bytes 4-7/16", part.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task The_page_of_a_passage_is_its_section()
    {
        var pdf = new SmallPdf().Page(SmallPdf.Line(72, 700, 12, "The first page greets.")).Page(SmallPdf.Line(72, 700, 12, "The quokka sleeps in the second pavilion."));
        using var form = new MultipartFormDataContent { { new StringContent("contract"), "index" }, { new StringContent("pages"), "documentId" }, { new ByteArrayContent(pdf.ToBytes()), "anything", "pages.pdf" } };
        using var accepted = await product.Client.PostAsync("/memory/upload", form);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.True((await _memory.ReadyAsync("pages")).GetProperty("completed").GetBoolean());
        var found = await _memory.SearchAsync("quokka pavilion");
        Assert.Equal(2, found.GetProperty("results")[0].GetProperty("partitions")[0].GetProperty("sectionNumber").GetInt32());
    }

    [Fact]
    public async Task One_index_never_sees_another_and_goes_whole()
    {
        var (red, blue) = (new MemoryClient(product.Client, "red"), new MemoryClient(product.Client, "blue"));
        await red.ImportAsync("memo", "The ocelot prefers red velvet cushions.");
        await blue.ImportAsync("memo", "The ocelot prefers blue silk cushions.");
        Assert.Contains("red", (await red.SearchAsync("ocelot cushions")).GetProperty("results").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("blue silk", (await red.SearchAsync("ocelot cushions")).ToString(), StringComparison.Ordinal);
        Assert.Contains("blue", await IndexesAsync());

        using var deleted = await product.Client.DeleteAsync("/memory/indexes?index=blue");
        Assert.Equal(HttpStatusCode.Accepted, deleted.StatusCode);
        Assert.Equal("blue", (await deleted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("index").GetString());
        Assert.DoesNotContain("blue", await IndexesAsync());
        Assert.True((await blue.SearchAsync("ocelot cushions")).GetProperty("noResult").GetBoolean());
        Assert.Single(await red.FindAsync("ocelot cushions"));
    }

    [Fact]
    public async Task The_empty_index_is_the_default_one_that_drafts_use()
    {
        await new MemoryClient(product.Client).ImportAsync("axolotl", "Axolotl food is sold in the annex of the market hall.");
        Assert.Contains("default", await IndexesAsync());
        var found = await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/search?q=axolotl+food");
        Assert.Equal("axolotl", found.GetProperty("results")[0].GetProperty("documentId").GetString());
        await product.Client.DeleteAsync("/memory/documents?index=default&documentId=axolotl");
        Assert.Empty(await new MemoryClient(product.Client).FindAsync("axolotl annex"));
    }

    [Fact]
    public async Task The_same_id_replaces_all_files_of_a_document()
    {
        using var first = await _memory.UploadAsync("set", [], ("a.txt", "The piccolo is tuned on Monday."), ("b.txt", "The bassoon is tuned on Tuesday."));
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        await _memory.ReadyAsync("set");
        Assert.Equal(["a.txt", "b.txt"], (await _memory.SearchAsync("piccolo tuned Monday")).GetProperty("results").EnumerateArray().Select(citation => citation.GetProperty("sourceName").GetString()));

        using var second = await _memory.UploadAsync("set", [], ("c.txt", "The piccolo is tuned on Friday."));
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        await _memory.ReadyAsync("set");
        var text = (await _memory.SearchAsync("piccolo bassoon tuned")).ToString();
        Assert.Contains("Friday", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Monday", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bassoon is", text, StringComparison.Ordinal);

        using var deleted = await product.Client.DeleteAsync("/memory/documents?index=contract&documentId=set");
        Assert.Equal(HttpStatusCode.Accepted, deleted.StatusCode);
        await ProblemAssert.IsAsync(await product.Client.GetAsync("/memory/upload-status?index=contract&documentId=set"), HttpStatusCode.NotFound, "not-found");
        Assert.Empty(await _memory.FindAsync("piccolo tuned"));
    }

    [Fact]
    public async Task Filters_are_alternatives_of_pairs_and_empty_ones_do_not_count()
    {
        var memory = new MemoryClient(product.Client, "filters");
        await memory.ImportAsync("one", "Lanterns are lit in the north garden.", "type:news", "year:2025");
        await memory.ImportAsync("two", "Lanterns are lit in the south garden.", "type:news", "year:2026");
        await memory.ImportAsync("three", "Lanterns are lit in the west garden.", "type:Story", "place:a:b");
        Assert.Equal(3, (await memory.FindAsync("lanterns garden", new { })).Count);
        Assert.Equal(["two"], await memory.FindAsync("lanterns garden", new { type = new[] { "news" }, year = new[] { "2026" } }));
        Assert.Equal(["one", "three"], (await memory.FindAsync("lanterns garden", new { year = new[] { "2025" } }, new { }, new { TYPE = new[] { "Story" } })).Order().Reverse().OrderBy(id => id.Length));
        Assert.Empty(await memory.FindAsync("lanterns garden", new { type = new[] { "story" } }));
        Assert.Empty(await memory.FindAsync("lanterns garden", new { year = new[] { "2025", "2026" } }));
        Assert.Equal(["three"], await memory.FindAsync("lanterns garden", new { place = new[] { "a:b" } }));
        Assert.Equal(["one"], await memory.FindAsync("lanterns garden", new Dictionary<string, string[]> { ["__document_id"] = ["one"] }));

        var listed = await memory.SearchAsync("", [new { type = new[] { "news" } }], minRelevance: 0.9);
        Assert.Equal(["one", "two"], listed.GetProperty("results").EnumerateArray().Select(citation => citation.GetProperty("documentId").GetString()));
        Assert.All(listed.GetProperty("results").EnumerateArray(), citation => Assert.True(double.IsFinite(citation.GetProperty("partitions")[0].GetProperty("relevance").GetDouble())));
        Assert.True((await memory.SearchAsync("")).GetProperty("noResult").GetBoolean());
        Assert.Single((await memory.SearchAsync("lanterns garden", limit: 1)).GetProperty("results").EnumerateArray());
        Assert.True((await memory.SearchAsync("lanterns", minRelevance: 1.1)).GetProperty("noResult").GetBoolean());
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_says_so_instead_of_staying_in_progress()
    {
        using var accepted = await _memory.UploadAsync("broken", [], ("broken.pdf", "%PDF-1.7\nnothing follows"));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var status = await _memory.ReadyAsync("broken");
        Assert.False(status.GetProperty("completed").GetBoolean());
        Assert.True(status.GetProperty("failed").GetBoolean());
        Assert.NotEmpty(status.GetProperty("failure_reason").GetString()!);
    }

    [Theory]
    [InlineData("GET", "/memory/upload-status?index=contract", HttpStatusCode.BadRequest, "validation")]
    [InlineData("GET", "/memory/upload-status?index=contract&documentId=nobody", HttpStatusCode.NotFound, "not-found")]
    [InlineData("GET", "/memory/upload-status?index=a%20b&documentId=x", HttpStatusCode.BadRequest, "validation")]
    [InlineData("GET", "/memory/upload-status?documentId=%27%20OR%201%3D1--", HttpStatusCode.NotFound, "not-found")]
    [InlineData("GET", "/memory/download?index=contract&documentId=x", HttpStatusCode.BadRequest, "validation")]
    [InlineData("GET", "/memory/download?index=contract&filename=x", HttpStatusCode.BadRequest, "validation")]
    [InlineData("GET", "/memory/download?index=contract&documentId=x&filename=..%2F..%2Foutlookassist.db", HttpStatusCode.NotFound, "not-found")]
    [InlineData("DELETE", "/memory/documents?index=contract", HttpStatusCode.BadRequest, "validation")]
    [InlineData("DELETE", "/memory/indexes?index=..%2F..", HttpStatusCode.BadRequest, "validation")]
    public async Task A_call_that_is_wrong_in_itself_is_a_problem(string method, string address, HttpStatusCode status, string code) =>
        await ProblemAssert.IsAsync(await product.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address)), status, code);

    [Fact]
    public async Task Uploads_that_cannot_be_taken_name_the_field()
    {
        await ProblemAssert.NamesFieldAsync(await _memory.UploadAsync("x", []), "file");
        await ProblemAssert.NamesFieldAsync(await _memory.UploadAsync("../x", [], ("a.txt", "a")), "documentId");
        await ProblemAssert.NamesFieldAsync(await _memory.UploadAsync("x", ["__document_id:y"], ("a.txt", "a")), "tags");
        await ProblemAssert.NamesFieldAsync(await _memory.UploadAsync("x", [" __file_id:y"], ("a.txt", "a")), "tags");
        await ProblemAssert.NamesFieldAsync(await _memory.UploadAsync("x", ["no colon"], ("a.txt", "a")), "tags");
        await ProblemAssert.NamesFieldAsync(await _memory.UploadAsync("x", [], ("content.url", "http://localhost/admin")), "file");
        await ProblemAssert.NamesFieldAsync(await _memory.UploadAsync("x", [], ("a.txt", "a"), ("a.txt", "b")), "file");
        await ProblemAssert.NamesFieldAsync(await new MemoryClient(product.Client, "a/b").UploadAsync("x", [], ("a.txt", "a")), "index");
        await ProblemAssert.IsAsync(await product.Client.GetAsync("/memory/upload-status?index=contract&documentId=x"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Searches_that_cannot_be_made_are_problems()
    {
        await ProblemAssert.NamesFieldAsync(await product.Client.PostAsJsonAsync("/memory/search", new { query = "x", filters = new[] { new Dictionary<string, string[]> { ["__file_type"] = ["x"] } } }), "filters");
        await ProblemAssert.NamesFieldAsync(await product.Client.PostAsJsonAsync("/memory/search", new { query = new string('x', 20_001) }), "query");
        await ProblemAssert.NamesFieldAsync(await product.Client.PostAsJsonAsync("/memory/search", new { query = "x", limit = "many" }), "limit");
        await ProblemAssert.IsAsync(await product.Client.PostAsJsonAsync("/memory/search", new { query = new string('x', 2 << 20) }), HttpStatusCode.RequestEntityTooLarge, "too-large");
        await ProblemAssert.IsAsync(await product.Client.PostAsync("/memory/search", new StringContent("index=default", Encoding.UTF8, "text/plain")), HttpStatusCode.UnsupportedMediaType, "unsupported-media");
    }

    [Fact]
    public async Task Tags_with_quotes_and_operators_are_words_like_others()
    {
        var memory = new MemoryClient(product.Client, "quoting");
        await memory.ImportAsync("sly", "The sly heron waits.", "note:\" OR 1=1; DROP TABLE Passages; --", "ключ:значение");
        Assert.Equal(["sly"], await memory.FindAsync("heron\" OR scope:* NEAR(", new { note = new[] { "\" OR 1=1; DROP TABLE Passages; --" } }));
        Assert.Equal(["sly"], await memory.FindAsync("heron", new Dictionary<string, string[]> { ["КЛЮЧ"] = ["значение"] }));
        Assert.Empty(await memory.FindAsync("heron", new { note = new[] { "' OR ''='" } }));
    }

    [Fact]
    public async Task The_service_says_that_it_is_there()
    {
        Assert.NotEmpty(await product.Client.GetStringAsync("/memory"));
        Assert.NotEmpty(await product.Client.GetStringAsync("/memory/health"));
    }

    private async Task<IEnumerable<string?>> IndexesAsync() =>
        (await product.Client.GetFromJsonAsync<JsonElement>("/memory/indexes")).GetProperty("results").EnumerateArray().Select(index => index.GetProperty("name").GetString());
}
