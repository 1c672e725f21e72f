using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;
using static OutlookAssist.Tests.Api.Support.SmallPdf;
using static OutlookAssist.Tests.Api.Support.SmallZip;

namespace OutlookAssist.Tests.Api.Knowledge;

[Collection(ProductCollection.Name)]
public class BrowseDocumentsTests(Product product)
{
    [Fact]
    public async Task The_list_is_newest_first_and_its_pages_give_every_document_once()
    {
        var uploaded = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            uploaded.Add(await product.Client.AcceptAsync($"listed-{number}.txt", "Some words."u8.ToArray()));
        }

        var listed = new List<string>();
        string? cursor = null;
        do
        {
            var page = await product.Client.GetFromJsonAsync<JsonElement>($"/api/knowledge/documents?limit=2&cursor={cursor}");
            Assert.InRange(page.GetProperty("documents").GetArrayLength(), 1, 2);
            listed.AddRange(page.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("documentId").GetString()!));
            cursor = page.GetProperty("cursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(listed.Distinct(), listed);
        Assert.Equal(Enumerable.Reverse(uploaded), listed.Take(5));
        Assert.Equal(listed.Count, (await product.Client.GetFromJsonAsync<JsonElement>("/api/knowledge/documents?limit=1")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("cursor=yesterday", "cursor")]
    public async Task A_wrong_limit_or_cursor_is_named(string query, string field)
    {
        using var answer = await product.Client.GetAsync($"/api/knowledge/documents?{query}");
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    [Fact]
    public async Task A_limit_that_is_no_number_is_a_validation_problem()
    {
        using var answer = await product.Client.GetAsync("/api/knowledge/documents?limit=many");
        await ProblemAssert.IsAsync(answer, HttpStatusCode.BadRequest, "validation");
    }

    [Fact]
    public async Task A_document_tells_what_was_read_of_it()
    {
        var before = TimeProvider.System.GetUtcNow();
        var pdf = new SmallPdf().Page(Line(72, 700, 12, "The mill grinds on Mondays.")).Page(Line(72, 700, 12, "The bakery opens at six.")).ToBytes();
        var document = await product.Client.AddAsync("mill.pdf", pdf, ("documentId", "mill"), ("tags", "area:north"), ("tags", "Area:west"));
        Assert.Equal(["mill", "mill.pdf", "ready"], new[] { "documentId", "name", "state" }.Select(name => document.GetProperty(name).GetString()));
        Assert.Equal((2, pdf.Length), (document.GetProperty("pages").GetInt32(), document.GetProperty("size").GetInt32()));
        Assert.Equal(["north", "west"], document.GetProperty("tags").GetProperty("area").EnumerateArray().Select(value => value.GetString()));
        Assert.Equal("en", document.GetProperty("language").GetString());
        Assert.Equal(JsonValueKind.Null, document.GetProperty("failure").ValueKind);
        Assert.InRange(document.GetProperty("uploadedAt").GetDateTimeOffset(), before, TimeProvider.System.GetUtcNow());
        Assert.Equal("The bakery opens at six.", (await PageAsync("mill", 2)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_format_without_pages_is_page_nought()
    {
        await product.Client.AddAsync("one.txt", "All on one sheet."u8.ToArray(), ("documentId", "sheet"));
        var page = await PageAsync("sheet", 0);
        Assert.Equal("All on one sheet.", page.GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("page").ValueKind);
    }

    [Theory]
    [InlineData("/api/knowledge/documents/nobody")]
    [InlineData("/api/knowledge/documents/nobody/content")]
    [InlineData("/api/knowledge/documents/nobody/pages/1")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var answer = await product.Client.GetAsync(address);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_original_comes_back_byte_for_byte_with_a_type_of_ours()
    {
        foreach (var (name, content, type, isShown) in new[]
        {
            ("original.txt", "Grüße"u8.ToArray(), "text/plain", true),
            ("original.md", "# Title"u8.ToArray(), "text/plain", true),
            ("original.html", "<script>alert(1)</script><p>Text</p>"u8.ToArray(), "text/html", false),
            ("original.pdf", new SmallPdf().Page(Line(72, 700, 12, "Text.")).ToBytes(), "application/pdf", true),
            ("original.docx", Docx(P("Text.")), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
        })
        {
            var id = await product.Client.AcceptAsync(name, content);
            using var answer = await product.Client.GetAsync($"/api/knowledge/documents/{id}/content");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal(isShown ? "inline" : "attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            if (type != "application/pdf")
            {
                Assert.StartsWith("sandbox;", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            }
        }
    }

    private Task<JsonElement> PageAsync(string documentId, int page) => product.Client.GetFromJsonAsync<JsonElement>($"/api/knowledge/documents/{documentId}/pages/{page}");
}
