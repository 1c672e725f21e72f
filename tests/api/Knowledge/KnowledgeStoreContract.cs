using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Knowledge;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>What a person may expect of the knowledge base, whichever store is behind it; each store's tests inherit it.</summary>
public abstract class KnowledgeStoreContract : IAsyncLifetime
{
    private static readonly KnowledgeScope Default = new("local");

    private protected abstract Product Product { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    private IKnowledgeStore Store => Product.Services.GetRequiredService<IKnowledgeStore>();

    [Fact]
    public async Task A_document_is_found_on_its_page_and_its_page_can_be_read()
    {
        var pdf = new SmallPdf().Page(SmallPdf.Line(72, 700, 12, "The rowing club meets at the old pier.")).Page(SmallPdf.Line(72, 700, 12, "A canoe costs nine euros an hour."));
        var document = Assert.Single(await Product.UploadAsync(("boats.pdf", pdf.ToBytes())));
        Assert.Equal("ready", document.GetProperty("state").GetString());
        Assert.Equal(2, document.GetProperty("pages").GetInt32());
        Assert.Equal("en", document.GetProperty("language").GetString());

        var found = (await SearchAsync("What does a canoe cost an hour?"))[0];
        Assert.Equal(("boats.pdf", 2), (found.GetProperty("documentName").GetString(), found.GetProperty("page").GetInt32()));
        Assert.Equal("A canoe costs nine euros an hour.", found.GetProperty("text").GetString());
        Assert.InRange(found.GetProperty("relevance").GetDouble(), 0.1, 1);

        var id = document.GetProperty("documentId").GetString()!;
        var pages = await Store.ReadPagesAsync(Default, [new PageReference(id, 1), new PageReference(id, 2), new PageReference(id, 3)], CancellationToken.None);
        Assert.Equal(["The rowing club meets at the old pier.", "A canoe costs nine euros an hour."], pages.Select(passage => passage.Text));
        Assert.Equal(["en"], (await Store.WordsAsync(Default, CancellationToken.None)).Languages);
    }

    [Fact]
    public async Task Tags_decide_what_is_looked_at()
    {
        await AddAsync("north", "The gate in the north opens at dawn.", "side:north", "kind:gate");
        await AddAsync("south", "The gate in the south opens at dusk.", "side:south", "kind:gate");
        Assert.Equal(["south"], (await SearchAsync("gate opens", "&tag=SIDE:south")).Select(IdOf));
        Assert.Equal(["north", "south"], (await SearchAsync("gate opens", "&tag=side:south&tag=side:north&tag=kind:gate")).Select(IdOf).Order());
        Assert.Empty(await SearchAsync("gate opens", "&tag=side:South"));
        var listed = await Store.ListAsync(Default, new TagFilter([[new TagCondition("side", ["south"])]]), 10, CancellationToken.None);
        Assert.Equal(["The gate in the south opens at dusk."], listed.Select(passage => passage.Text));
    }

    [Fact]
    public async Task The_same_id_replaces_and_a_deleted_document_is_gone()
    {
        await AddAsync("menu", "The canteen serves lentils on Monday.");
        await AddAsync("menu", "The canteen serves noodles on Monday.");
        var text = Assert.Single(await SearchAsync("canteen Monday")).GetProperty("text").GetString();
        Assert.Equal("The canteen serves noodles on Monday.", text);

        Assert.Equal(HttpStatusCode.NoContent, (await Product.Client.DeleteAsync("/api/knowledge/documents/menu")).StatusCode);
        for (var tries = 0; tries < 600 && (await SearchAsync("canteen Monday")).Count > 0; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Empty(await SearchAsync("canteen Monday"));
    }

    [Fact]
    public async Task A_deleted_document_can_be_brought_back()
    {
        await AddAsync("rules", "The archive closes on Sundays.");
        await Product.Client.DeleteAsync("/api/knowledge/documents/rules");
        for (var tries = 0; tries < 600 && (await SearchAsync("archive Sundays")).Count > 0; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Empty(await SearchAsync("archive Sundays"));
        Assert.Equal(HttpStatusCode.NoContent, (await Product.Client.PostAsync("/api/knowledge/documents/rules/restore", null)).StatusCode);
        Assert.Equal("ready", (await Product.SettledAsync("rules")).GetProperty("state").GetString());
        Assert.Equal(["rules"], (await SearchAsync("archive Sundays")).Select(IdOf));
    }

    [Fact]
    public async Task Equal_bytes_under_two_ids_are_two_documents()
    {
        await AddAsync("first", "The sauna is closed in August.");
        await AddAsync("second", "The sauna is closed in August.");
        await Product.Client.DeleteAsync("/api/knowledge/documents/first");
        for (var tries = 0; tries < 600 && (await SearchAsync("sauna August")).Any(found => IdOf(found) == "first"); tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(["second"], (await SearchAsync("sauna August")).Select(IdOf));
    }

    [Fact]
    public async Task Collections_are_kept_apart()
    {
        var other = new MemoryClient(Product.Client, "other");
        await other.ImportAsync("secret", "The vault opens with three keys.");
        Assert.Empty(await SearchAsync("vault keys"));
        Assert.Equal(["secret"], await other.FindAsync("vault keys"));
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_fails_with_a_sentence()
    {
        var document = Assert.Single(await Product.UploadAsync(("broken.pdf", "%PDF-1.7\nnothing follows"u8.ToArray())));
        Assert.Equal("failed", document.GetProperty("state").GetString());
        Assert.NotEmpty(document.GetProperty("failure").GetProperty("detail").GetString()!);
    }

    private protected async Task AddAsync(string documentId, string text, params string[] tags)
    {
        using var form = new MultipartFormDataContent { { new StringContent(documentId), "documentId" }, { new StringContent(text), "file", $"{documentId}.txt" } };
        foreach (var tag in tags)
        {
            form.Add(new StringContent(tag), "tags");
        }

        using var answer = await Product.Client.PostAsync("/api/knowledge/documents", form);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("ready", (await Product.SettledAsync(documentId)).GetProperty("state").GetString());
    }

    private protected async Task<IReadOnlyList<JsonElement>> SearchAsync(string query, string more = "") =>
        [.. (await Product.Client.GetFromJsonAsync<JsonElement>($"/api/knowledge/search?q={Uri.EscapeDataString(query)}{more}")).GetProperty("results").EnumerateArray()];

    private static string? IdOf(JsonElement result) => result.GetProperty("documentId").GetString();
}
