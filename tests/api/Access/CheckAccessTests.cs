using System.Net;
using System.Text;
using OutlookAssist.Access;
using OutlookAssist.Tests.Api.Support;
using Xunit.Abstractions;

namespace OutlookAssist.Tests.Api.Access;

/// <summary>Every route asked by every role, by nobody, and by somebody without a role: the status is what the table says.</summary>
[Collection(SignInCollection.Name)]
public class CheckAccessTests(SignInProduct product, ITestOutputHelper output)
{
    private const int MostInOneBreath = 50;

    [Fact]
    public async Task Every_route_lets_in_exactly_those_whom_the_table_names()
    {
        var wrong = new List<string>();
        var asked = 0;
        foreach (var role in new[] { Roles.None, Roles.SignedIn, Roles.Agent, Roles.Reviewer, Roles.KnowledgeAdmin, Roles.Admin, Roles.Auditor })
        {
            // Nobody may call so many addresses in one breath, so several people of the role share them.
            foreach (var routes in RouteTable.All.Chunk(MostInOneBreath))
            {
                using var client = role == Roles.None ? new HttpClient { BaseAddress = product.Client.BaseAddress } : product.As($"only-{role}-{asked}", TestIssuer.Tenant, role.ToString());
                foreach (var route in routes)
                {
                    asked++;
                    if (await WrongAsync(client, role, route) is { } fault)
                    {
                        wrong.Add(fault);
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(RouteTable.All.Count * 7, asked);
    }

    /// <summary>What is wrong about the answer to somebody of this role; null when it is as the table says.</summary>
    private async Task<string?> WrongAsync(HttpClient client, Roles role, RouteTable route)
    {
        using var answer = await SendAsync(client, route);
        var expected = route.IsOpen ? "allowed" : role == Roles.None ? "401" : (route.Roles & (role | Roles.SignedIn)) != 0 ? "allowed" : "403";
        var actual = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture) : "allowed";
        Assert.False(answer.StatusCode is HttpStatusCode.UnsupportedMediaType or HttpStatusCode.TooManyRequests, $"{route} {answer.StatusCode}");
        output.WriteLine($"{role,-15} {actual,-8} {route.Method} {route.Pattern}");
        return actual == expected ? null : $"{role} {route.Method} {route.Pattern}: {actual} instead of {expected}";
    }

    [Fact]
    public async Task An_address_that_does_not_exist_says_so_to_everybody()
    {
        using var client = new HttpClient { BaseAddress = product.Client.BaseAddress };
        using var answer = await client.GetAsync("/api/nothing");
        await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, RouteTable route)
    {
        var request = new HttpRequestMessage(new HttpMethod(route.Method == "*" ? "GET" : route.Method), route.Address);
        if (request.Method == HttpMethod.Post || request.Method == HttpMethod.Put)
        {
            // Routing refuses a wrong media type before anybody asks who it is.
            request.Content = route.Pattern is "/api/knowledge/documents/" or "/memory/upload"
                ? new MultipartFormDataContent { { new StringContent("none"), "documentId" } }
                : new StringContent("{}", Encoding.UTF8, route.Pattern == "/api/messages/parse" ? "message/rfc822" : "application/json");
        }

        using (request)
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }
    }
}
