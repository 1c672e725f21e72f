using System.Net;
using System.Net.Http.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Drafting;

/// <summary>What comes to the door of drafting is examined before any work is done, and the offending field is named.</summary>
[Collection(DraftingCollection.Name)]
public class DraftingModuleTests(DraftingProduct product)
{
    [Theory]
    [InlineData("{}", "message")]
    [InlineData("""{"message":{}}""", "message.body")]
    [InlineData("""{"message":{"body":{}}}""", "message.body.content")]
    [InlineData("""{"message":{"body":{"content":null}}}""", "message.body.content")]
    [InlineData("""{"message":{"body":{"content":""}}}""", "message.body.content")]
    [InlineData("""{"message":{"body":{"content":" \r\n\t "}}}""", "message.body.content")]
    [InlineData("""{"message":{"body":{"contentType":"html","content":"<html><head><style>p{color:red}</style></head><body><img src='x'><script>alert(1)</script></body></html>"}}}""", "message.body.content")]
    [InlineData("""{"message":{"body":{"contentType":"html","content":"<p style='display:none'>nobody sees this</p>"}}}""", "message.body.content")]
    [InlineData("""{"message":{"body":{"contentType":"text","content":"PNG\u0000\u0000\rIHDR\u0000"}}}""", "message.body.content")]
    [InlineData("""{"message":{"body":{"contentType":"rtf","content":"Hello"}}}""", "message.body.contentType")]
    [InlineData("""{"message":{"body":{"contentType":"text/html","content":"Hello"}}}""", "message.body.contentType")]
    [InlineData("""{"message":{"body":{"content":"Hello"}},"options":{"tone":"angry"}}""", "options.tone")]
    [InlineData("""{"message":{"body":{"content":"Hello"}},"options":{"length":"endless"}}""", "options.length")]
    [InlineData("""{"message":{"body":{"content":"Hello"}},"options":{"language":"english please"}}""", "options.language")]
    [InlineData("""{"message":{"body":{"content":"Hello"}},"options":{"language":"e"}}""", "options.language")]
    public async Task A_request_that_cannot_be_drafted_names_its_field(string json, string field)
    {
        using var answer = await product.Client.PostTextAsync("/api/drafts", json);
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    [Theory]
    [InlineData("""{"message":{"body":{"content":"What does delivery cost?"}}}""")]
    [InlineData("""{"message":{"body":{"content":"What does delivery cost?"}},"options":{}}""")]
    [InlineData("""{"message":{"body":{"content":"What does delivery cost?"}},"options":null}""")]
    [InlineData("""{"message":{"body":{"content":"What does delivery cost?"}},"options":{"tone":"formal","length":"short","language":"AUTO","instructions":"be quick"}}""")]
    [InlineData("""{"message":{"body":{"content":"What does delivery cost?"},"to":null,"headers":null,"somethingNew":{"of":"tomorrow"}}}""")]
    [InlineData("""{"message":{"body":{"contentType":"html","content":"<p>What does <b>delivery</b> cost?</p>"},"to":[{}],"cc":[],"attachments":[{"name":null}]}}""")]
    public async Task Only_the_body_is_needed(string json)
    {
        using var answer = await product.Client.PostTextAsync("/api/drafts", json);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_body_of_10_megabytes_is_too_large_whether_its_length_is_told_or_not_and_whether_the_sender_waits_or_not(bool isChunked, bool waits)
    {
        var json = """{"message":{"body":{"content":"LONG"}}}""".Replace("LONG", new string('a', 10 << 20), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/drafts") { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = isChunked ? true : null;
        request.Headers.ExpectContinue = waits;
        using var answer = await product.Client.SendAsync(request);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task A_body_just_below_the_limit_is_drafted()
    {
        var body = string.Concat(Enumerable.Repeat("The bell rings. ", 200_000)) + "What does delivery cost?";
        using var answer = await product.Client.PostDraftAsync(new { body = new { content = body } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_client_that_goes_away_does_no_harm()
    {
        using var impatient = new CancellationTokenSource();
        var call = product.Client.PostAsJsonAsync("/api/drafts", new { message = new { body = new { content = "What does delivery cost?" } } }, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("answered", (await product.DraftAsync("What does delivery cost?")).GetProperty("grounding").GetString());
    }
}
