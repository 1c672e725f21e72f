using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Http;

/// <summary>Whatever goes wrong at whatever address, the answer is a problem with a stable code.</summary>
[Collection(ProductCollection.Name)]
public class ProblemsTests(Product product)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/nothing/here")]
    [InlineData("/nothing.html")]
    [InlineData("/openapi/v9.json")]
    [InlineData("/api/knowledge/documents/x/pages/one")]
    [InlineData("/../../etc/passwd")]
    [InlineData("/addin/%2e%2e/%2e%2e/appsettings.json")]
    public async Task An_address_that_does_not_exist_is_not_found(string address)
    {
        using var answer = await product.Client.GetAsync(address);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Every_address_answers_a_method_it_does_not_know_with_405()
    {
        foreach (var route in Routes().GroupBy(route => route.Address))
        {
            foreach (var method in Methods.Except(route.Select(entry => entry.Method)))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), route.Key);
                using var answer = await product.Client.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {route.Key} answers {(int)answer.StatusCode}");
                await ProblemAssert.IsAsync(answer, HttpStatusCode.MethodNotAllowed, "method-not-allowed");
            }
        }
    }

    [Fact]
    public async Task Every_address_that_takes_a_body_refuses_another_medium_and_broken_JSON()
    {
        var bodies = Routes().Where(route => route.TakesJson).ToList();
        Assert.NotEmpty(bodies);
        foreach (var route in bodies)
        {
            using var plain = await SendAsync(route, "words", "text/plain");
            await ProblemAssert.IsAsync(plain, HttpStatusCode.UnsupportedMediaType, "unsupported-media");
            foreach (var broken in new[] { "", "{", "[1,", "\"", "{\"a\":}", "nul" })
            {
                using var answer = await SendAsync(route, broken, "application/json");
                await ProblemAssert.IsAsync(answer, HttpStatusCode.BadRequest, "validation");
            }
        }
    }

    [Theory]
    [InlineData("""{"message":{"body":{"content":5}}}""", "message.body.content")]
    [InlineData("""{"message":{"receivedAt":"yesterday","body":{"content":"a"}}}""", "message.receivedAt")]
    [InlineData("""{"message":[]}""", "message")]
    [InlineData("""{"options":{"tone":1},"message":{"body":{"content":"a"}}}""", "options.tone")]
    public async Task A_field_of_the_wrong_kind_is_named(string json, string field)
    {
        using var answer = await product.Client.PostTextAsync("/api/drafts", json);
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    [Fact]
    public async Task No_problem_repeats_what_was_sent()
    {
        const string secret = "Geheimnis-4711";
        foreach (var (address, json) in new[]
        {
            ("/api/drafts", """{"message":{"body":{"contentType":"SECRET","content":"a"}}}"""),
            ("/api/drafts", """{"message":{"body":{"content":"a"}},"options":{"tone":"SECRET"}}"""),
            ("/api/drafts", """{"message":{"body":{"content":{"SECRET":1}}}}"""),
            ("/api/drafts", """{"message":{"headers":{"SECRET":1}}}"""),
            ("/api/classifications", """{"messages":[{"body":{"contentType":"SECRET"}}]}"""),
        })
        {
            using var answer = await product.Client.PostTextAsync(address, json.Replace("SECRET", secret, StringComparison.Ordinal));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string address, string body, string type) =>
        client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address) { Content = new StringContent(body, System.Text.Encoding.UTF8, type) });

    private Task<HttpResponseMessage> SendAsync(Route route, string body, string type) => SendAsync(product.Client, route.Method, route.Address, body, type);

    /// <summary>What routing knows, with every parameter filled in.</summary>
    private IEnumerable<Route> Routes() =>
        from endpoint in product.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        let address = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.IsSimple && segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal
            ? literal.Content
            : string.Concat(segment.Parts.Select(part => part switch
            {
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart words => words.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "documentName" } => "v1",
                _ => "1",
            }))))
        let accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()
        select new Route(method, address, accepts?.ContentTypes.Contains("application/json") == true && accepts.RequestType is not null);

    private sealed record Route(string Method, string Address, bool TakesJson);
}
