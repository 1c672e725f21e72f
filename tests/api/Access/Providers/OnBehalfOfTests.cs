using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Access.Providers;

namespace OutlookAssist.Tests.Api.Access.Providers;

/// <summary>The exchange over the real wire format, at a token endpoint of ours that can misbehave.</summary>
public sealed class OnBehalfOfTests : IAsyncLifetime
{
    private const string Tenant = "11111111-1111-4111-8111-111111111111";
    private const string Bearer = "the.callers.token";
    private static readonly string[] Scopes = ["https://graph.microsoft.com/Mail.ReadWrite"];
    private readonly WebApplication server;
    private readonly List<Dictionary<string, string>> asked = [];
    private Func<HttpContext, Task> reply = _ => Task.CompletedTask;

    public OnBehalfOfTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(async context =>
        {
            var form = await context.Request.ReadFormAsync();
            asked.Add(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
            asked[^1]["path"] = context.Request.Path;
            await reply(context);
        });
    }

    public Task InitializeAsync() => server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_token_is_exchanged_once_and_remembered_for_the_same_caller_only()
    {
        reply = context => WriteAsync(context, 200, new { token_type = "Bearer", expires_in = 3600, access_token = $"for {asked.Count}", scope = Scopes[0], client_info = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { uid = asked[^1]["assertion"], utid = Tenant })) });
        var tokens = Tokens("secret");
        var first = await tokens.GetAsync(Bearer, Tenant, Scopes, CancellationToken.None);
        Assert.Equal(("for 1", NoToken.None), (first.Token, first.Why));
        Assert.Equal("for 1", (await tokens.GetAsync(Bearer, Tenant, Scopes, CancellationToken.None)).Token);
        Assert.Equal("for 2", (await tokens.GetAsync("another.callers.token", Tenant, Scopes, CancellationToken.None)).Token);
        var form = asked[0];
        Assert.Equal(("urn:ietf:params:oauth:grant-type:jwt-bearer", "on_behalf_of", Bearer, "secret"), (form["grant_type"], form["requested_token_use"], form["assertion"], form["client_secret"]));
        Assert.Equal($"/{Tenant}/oauth2/v2.0/token", form["path"]);
        Assert.Contains(Scopes[0], form["scope"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_must_sign_in_again_is_told_with_which_claims()
    {
        const string claims = """{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}""";
        reply = context => WriteAsync(context, 400, new { error = "invalid_grant", error_description = "AADSTS50076: more is needed", suberror = "basic_action", claims });
        var answer = await Tokens("secret").GetAsync(Bearer, Tenant, Scopes, CancellationToken.None);
        Assert.Equal((null, NoToken.SignInAgain, claims), (answer.Token, answer.Why, answer.Claims));
    }

    [Theory]
    [InlineData(401, "invalid_client", "Refused")]
    [InlineData(400, "unauthorized_client", "Refused")]
    [InlineData(500, "server_error", "Unavailable")]
    [InlineData(503, "temporarily_unavailable", "Unavailable")]
    [InlineData(429, "temporarily_unavailable", "Unavailable")]
    public async Task What_the_service_refuses_or_cannot_do_is_told_apart(int status, string error, string expected)
    {
        reply = context => WriteAsync(context, status, new { error, error_description = "no" });
        Assert.Equal(expected, (await Tokens("secret").GetAsync(Bearer, Tenant, Scopes, CancellationToken.None)).Why.ToString());
    }

    [Fact]
    public async Task An_answer_that_is_no_json_is_no_token()
    {
        reply = context => context.Response.WriteAsync("<html>maintenance</html>");
        Assert.Null((await Tokens("secret").GetAsync(Bearer, Tenant, Scopes, CancellationToken.None)).Token);
    }

    [Fact]
    public async Task A_service_that_hangs_is_given_up_and_a_caller_who_leaves_is_let_go()
    {
        reply = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        Assert.Equal(NoToken.Unavailable, (await Tokens("secret", TimeSpan.FromMilliseconds(300)).GetAsync(Bearer, Tenant, Scopes, CancellationToken.None)).Why);
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tokens("secret").GetAsync(Bearer, Tenant, Scopes, leaving.Token));
    }

    [Fact]
    public async Task Without_a_secret_nobody_is_asked()
    {
        Assert.Equal(NoToken.NotSetUp, (await Tokens(null).GetAsync(Bearer, Tenant, Scopes, CancellationToken.None)).Why);
        Assert.Empty(asked);
    }

    private static Task WriteAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(body), Encoding.UTF8);
    }

    private OnBehalfOf Tokens(string? secret, TimeSpan? patience = null) => new(
        new Clients(new Uri(server.Urls.First()), patience ?? TimeSpan.FromSeconds(30)),
        Options.Create(new AccessOptions { Mode = "Entra", TenantId = Tenant, ClientId = "33333333-3333-4333-8333-333333333333", ClientSecret = secret }));

    /// <summary>Clients that find the real host's address at our server.</summary>
    private sealed class Clients(Uri server, TimeSpan patience) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new Redirect(server)) { Timeout = patience };
    }

    private sealed class Redirect(Uri server) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("login.microsoftonline.com", request.RequestUri!.Host);
            request.RequestUri = new UriBuilder(request.RequestUri) { Scheme = "http", Host = server.Host, Port = server.Port }.Uri;
            request.Version = HttpVersion.Version11;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
