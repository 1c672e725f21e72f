using System.Net.Http.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Http;

[Collection(ProductCollection.Name)]
public class SecurityHeadersTests(Product product)
{
    [Theory]
    [InlineData("GET", "/", "")]
    [InlineData("GET", "/addin/taskpane.html", "")]
    [InlineData("GET", "/manifest.xml", "")]
    [InlineData("GET", "/healthz", "")]
    [InlineData("GET", "/readyz", "")]
    [InlineData("GET", "/openapi/v1.json", "")]
    [InlineData("GET", "/api/knowledge/documents", "")]
    [InlineData("GET", "/api/nothing", "")]
    [InlineData("PUT", "/api/drafts", "")]
    [InlineData("POST", "/api/drafts", "{")]
    [InlineData("POST", "/api/drafts", """{"message":{"body":{"content":""}}}""")]
    [InlineData("POST", "/api/drafts", """{"message":{"body":{"content":"Hello."}}}""")]
    public async Task Every_answer_tells_a_browser_what_it_may_do_and_hides_the_server(string method, string address, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Content = body.Length > 0 ? new StringContent(body, System.Text.Encoding.UTF8, "application/json") : null;
        using var answer = await product.Client.SendAsync(request);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self' https://outlook.office.com", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
        if (address.StartsWith("/api", StringComparison.Ordinal))
        {
            Assert.True(answer.Headers.CacheControl?.NoStore);
        }
    }
}
