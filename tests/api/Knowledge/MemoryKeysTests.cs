using System.Net;
using System.Net.Http.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>Where keys are set, <c>/memory</c> opens to one of them and to nothing else.</summary>
public sealed class MemoryKeysTests : IAsyncLifetime
{
    private readonly Product _product = new Product().With("Knowledge:MemoryKeys:0", "first-key").With("Knowledge:MemoryKeys:1", "second-key");

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("wrong-key", HttpStatusCode.Forbidden)]
    [InlineData("first-ke", HttpStatusCode.Forbidden)]
    [InlineData("Bearer first-key", HttpStatusCode.Forbidden)]
    [InlineData("first-key", HttpStatusCode.OK)]
    [InlineData("second-key", HttpStatusCode.OK)]
    public async Task The_key_is_the_raw_value_of_authorization(string? key, HttpStatusCode expected)
    {
        foreach (var (method, path) in new[] { (HttpMethod.Get, "/memory/indexes"), (HttpMethod.Post, "/memory/search"), (HttpMethod.Post, "/memory/ask") })
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = method == HttpMethod.Post ? JsonContent.Create(new { query = "x", question = "x" }) : null;
            if (key is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", key);
            }

            using var answer = await _product.Client.SendAsync(request);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_call_without_a_key_learns_nothing_of_what_else_is_wrong_with_it()
    {
        await ProblemAssert.IsAsync(await _product.Client.PostAsync("/memory/upload", new StringContent("nonsense")), HttpStatusCode.Unauthorized, "unauthorized");
        await ProblemAssert.IsAsync(await _product.Client.GetAsync("/memory/download"), HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Equal(HttpStatusCode.OK, (await _product.Client.GetAsync("/memory/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _product.Client.GetAsync("/api/knowledge/documents")).StatusCode);
    }
}
