using System.Net;
using OutlookAssist.Access;
using OutlookAssist.Settings;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Access;

/// <summary>Any other website that is open in the same browser gets nothing.</summary>
[Collection(ProductCollection.Name)]
public class LocalOnlyTests(Product product)
{
    [Theory]
    [InlineData("attacker.example")]
    [InlineData("localhost.attacker.example")]
    [InlineData("127.0.0.1.attacker.example")]
    [InlineData("192.168.1.10")]
    public async Task A_rebound_host_name_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/knowledge/documents");
        request.Headers.Host = host;
        using var answer = await product.Client.SendAsync(request);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5180")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:5180")]
    public async Task This_machines_own_names_are_answered(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/knowledge/documents");
        request.Headers.Host = host;
        using var answer = await product.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://attacker.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    public async Task A_cross_origin_upload_is_refused_and_leaves_nothing(string origin)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent("planted"u8.ToArray()), "file", "planted.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/knowledge/documents") { Content = form };
        request.Headers.Add("Origin", origin);
        using var answer = await product.Client.SendAsync(request);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.Forbidden, "forbidden");
        Assert.DoesNotContain("planted.txt", await product.Client.GetStringAsync("/api/knowledge/documents"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cross_site_fetch_without_an_origin_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/knowledge/documents");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "no-cors");
        using var answer = await product.Client.SendAsync(request);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task The_pages_own_origin_is_answered_and_no_other_is_ever_allowed_by_a_header()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/knowledge/documents");
        request.Headers.Add("Origin", product.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await product.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5180")]
    [InlineData("http://*:5180")]
    [InlineData("http://+:80")]
    [InlineData("http://192.168.1.10:5180")]
    [InlineData("http://outlookassist.example")]
    public void An_address_that_other_machines_reach_stops_the_start(string address)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => LocalOnly.RefuseOpenAddresses(["http://localhost:1", address]));
        Assert.Contains(address, refusal.Message, StringComparison.Ordinal);
    }
}
