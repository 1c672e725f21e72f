using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Providers;

/// <summary>A remote Kernel Memory service keeps the contract too; here it is the <c>/memory</c> of a second product.</summary>
public sealed class KernelMemoryStoreTests : KnowledgeStoreContract
{
    private const string Key = "key of the store";
    private readonly Product _remote = new Product { Port = FreePort() }.With("Knowledge:MemoryKeys:0", Key);

    public KernelMemoryStoreTests() => Product = Local(_remote.Port);

    private protected override Product Product { get; }

    public override async Task InitializeAsync()
    {
        await _remote.InitializeAsync();
        await Product.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await Product.DisposeAsync();
        await _remote.DisposeAsync();
    }

    [Fact]
    public async Task The_remote_service_holds_what_was_uploaded_with_its_tags()
    {
        await AddAsync("handed", "The parcel was handed on.", "from:here");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/memory/upload-status?documentId=handed");
        request.Headers.TryAddWithoutValidation("Authorization", Key);
        var status = await (await _remote.Client.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(status.GetProperty("completed").GetBoolean());
        Assert.Equal("here", status.GetProperty("tags").GetProperty("from")[0].GetString());
    }

    [Fact]
    public async Task Several_files_of_one_document_travel_together()
    {
        var memory = new MemoryClient(Product.Client, "pairs");
        using var accepted = await memory.UploadAsync("pair", [], ("left.txt", "The left glove is green."), ("right.txt", "The right glove is grey."));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.True((await memory.ReadyAsync("pair")).GetProperty("completed").GetBoolean());
        var found = await memory.SearchAsync("right glove");
        Assert.Equal(["left.txt", "right.txt"], found.GetProperty("results").EnumerateArray().Select(citation => citation.GetProperty("sourceName").GetString()).Order());
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_a_503_and_loses_no_upload()
    {
        var port = FreePort();
        var product = Local(port);
        await product.InitializeAsync();
        try
        {
            await ProblemAssert.IsAsync(await product.Client.GetAsync("/api/knowledge/search?q=kettle"), HttpStatusCode.ServiceUnavailable, "store-unavailable");
            await ProblemAssert.IsAsync(await product.Client.PostAsJsonAsync("/api/drafts", new { message = new { body = new { contentType = "text", content = "When does the kettle boil?" } } }), HttpStatusCode.ServiceUnavailable, "store-unavailable");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await product.Client.GetAsync("/readyz")).StatusCode);
            using var form = new MultipartFormDataContent { { new StringContent("kettle"), "documentId" }, { new StringContent("The kettle boils at noon."), "file", "kettle.txt" } };
            Assert.Equal(HttpStatusCode.Accepted, (await product.Client.PostAsync("/api/knowledge/documents", form)).StatusCode);

            var late = new Product { Port = port }.With("Knowledge:MemoryKeys:0", Key);
            await late.InitializeAsync();
            try
            {
                Assert.Equal("ready", (await product.SettledAsync("kettle")).GetProperty("state").GetString());
                Assert.Equal(HttpStatusCode.OK, (await product.Client.GetAsync("/readyz")).StatusCode);
            }
            finally
            {
                await late.DisposeAsync();
            }
        }
        finally
        {
            await product.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_wrong_key_is_said_without_telling_it()
    {
        var product = Local(_remote.Port).With("Knowledge:ApiKey", "not the key");
        await product.InitializeAsync();
        try
        {
            var problem = await ProblemAssert.IsAsync(await product.Client.GetAsync("/api/knowledge/search?q=kettle"), HttpStatusCode.ServiceUnavailable, "store-unavailable");
            Assert.Contains("Knowledge:ApiKey", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("not the key", problem.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            await product.DisposeAsync();
        }
    }

    private static Product Local(int port) => new Product()
        .With("Knowledge:Provider", "KernelMemory").With("Knowledge:Endpoint", $"http://127.0.0.1:{port}/memory").With("Knowledge:ApiKey", Key);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
