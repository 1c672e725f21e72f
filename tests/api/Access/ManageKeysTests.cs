using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Access;

/// <summary>A key is shown once, does what it was made for, and ends when it is revoked, over, or out of its network.</summary>
public sealed class ManageKeysTests : IAsyncLifetime
{
    private readonly SignInProduct product = new() { Clock = new FakeClock() };

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task It_is_shown_once_and_only_its_digest_is_kept()
    {
        using var admin = product.As("Admin");
        var made = await MakeAsync(admin, new { name = "Service desk", scopes = new[] { "drafts" } });
        var key = made.GetProperty("key").GetString()!;
        Assert.StartsWith("oak_", key, StringComparison.Ordinal);
        Assert.DoesNotContain(key, await admin.GetStringAsync("/api/access/keys"), StringComparison.Ordinal);
        await product.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var secret = key.Split('_', 3)[2];
        foreach (var file in Directory.EnumerateFiles(product.DataDirectory, "outlookassist.db*"))
        {
            Assert.DoesNotContain(secret, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        }

        await product.InitializeAsync();
    }

    [Theory]
    [InlineData("drafts", "POST /api/drafts/", true)]
    [InlineData("drafts", "POST /api/classifications/", false)]
    [InlineData("knowledgeRead", "GET /api/knowledge/documents/", true)]
    [InlineData("knowledgeRead", "POST /api/knowledge/documents/{documentId}/retry", false)]
    [InlineData("memory", "GET /memory/indexes", true)]
    [InlineData("memory", "GET /api/knowledge/documents/", false)]
    [InlineData("knowledgeWrite", "GET /api/access/keys/", false)]
    [InlineData("knowledgeWrite", "GET /api/audit/", false)]
    public async Task It_opens_what_its_scope_names_and_nothing_else(string scope, string route, bool allowed)
    {
        using var admin = product.As("Admin");
        var key = (await MakeAsync(admin, new { name = "x", scopes = new[] { scope } })).GetProperty("key").GetString()!;
        var (method, address) = (route.Split(' ')[0], route.Split(' ')[1].Replace("{documentId}", "none", StringComparison.Ordinal));
        using var answer = await SendAsync(key, method, address);
        Assert.Equal(allowed, answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized));
    }

    [Theory]
    [InlineData("Authorization", "Bearer {0}", HttpStatusCode.OK)]
    [InlineData("Authorization", "{0}", HttpStatusCode.OK)]
    [InlineData("X-Api-Key", "{0}", HttpStatusCode.OK)]
    [InlineData("X-Api-Key", "{0}x", HttpStatusCode.Unauthorized)]
    [InlineData("X-Api-Key", "oak_", HttpStatusCode.Unauthorized)]
    [InlineData("X-Api-Key", "oak_000000000000_x", HttpStatusCode.Unauthorized)]
    public async Task It_is_taken_from_either_header_and_must_be_whole(string header, string value, HttpStatusCode status)
    {
        using var admin = product.As("Admin");
        var key = (await MakeAsync(admin, new { name = "x", scopes = new[] { "memory" } })).GetProperty("key").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/memory/indexes");
        request.Headers.TryAddWithoutValidation(header, string.Format(System.Globalization.CultureInfo.InvariantCulture, value, key));
        using var answer = await product.Client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_revoked_key_and_one_that_is_over_are_refused_and_the_list_says_so()
    {
        using var admin = product.As("Admin");
        var revoked = await MakeAsync(admin, new { name = "revoked", scopes = new[] { "memory" } });
        var short_ = await MakeAsync(admin, new { name = "short", scopes = new[] { "memory" }, expiresAt = product.Clock!.GetUtcNow().AddMinutes(10) });
        using (var used = await SendAsync(revoked.GetProperty("key").GetString()!, "GET", "/memory/indexes"))
        {
            Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        }

        using (var ended = await admin.DeleteAsync($"/api/access/keys/{revoked.GetProperty("id").GetString()}"))
        {
            Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        }

        await RefusedAsync(revoked, "revoked");
        product.Clock.Advance(TimeSpan.FromMinutes(11));
        await RefusedAsync(short_, "ended");
        using var later = product.As("Admin");
        var keys = (await later.GetFromJsonAsync<JsonElement>("/api/access/keys")).GetProperty("keys").EnumerateArray().ToDictionary(key => key.GetProperty("name").GetString()!);
        Assert.NotEqual(JsonValueKind.Null, keys["revoked"].GetProperty("revokedAt").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, keys["revoked"].GetProperty("lastUsedAt").ValueKind);
        Assert.Equal(JsonValueKind.Null, keys["short"].GetProperty("lastUsedAt").ValueKind);
    }

    [Fact]
    public async Task A_key_may_be_bound_to_networks()
    {
        using var admin = product.As("Admin");
        var here = await MakeAsync(admin, new { name = "here", scopes = new[] { "memory" }, networks = new[] { "10.0.0.0/8", "127.0.0.0/8" } });
        var elsewhere = await MakeAsync(admin, new { name = "elsewhere", scopes = new[] { "memory" }, networks = new[] { "10.0.0.0/8" } });
        using var allowed = await SendAsync(here.GetProperty("key").GetString()!, "GET", "/memory/indexes");
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/memory/indexes");
        request.Headers.Add("X-Api-Key", elsewhere.GetProperty("key").GetString());
        // Anybody can write this header; it counts only from a proxy that is trusted.
        request.Headers.Add("X-Forwarded-For", "10.1.2.3");
        using var refused = await product.Client.SendAsync(request);
        await ProblemAssert.IsAsync(refused, HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Another_organisation_neither_sees_nor_revokes_it()
    {
        using var admin = product.As("Admin");
        using var other = product.As("person-9", TestIssuer.OtherTenant, "Admin");
        var id = (await MakeAsync(admin, new { name = "ours", scopes = new[] { "memory" } })).GetProperty("id").GetString();
        Assert.Equal(0, (await other.GetFromJsonAsync<JsonElement>("/api/access/keys")).GetProperty("keys").GetArrayLength());
        using var answer = await other.DeleteAsync($"/api/access/keys/{id}");
        await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("""{"scopes":["drafts"]}""", "name")]
    [InlineData("""{"name":"  ","scopes":["drafts"]}""", "name")]
    [InlineData("""{"name":"x"}""", "scopes")]
    [InlineData("""{"name":"x","scopes":[]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["everything"]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["drafts"],"tier":"royal"}""", "tier")]
    [InlineData("""{"name":"x","scopes":["drafts"],"expiresAt":"2001-01-01T00:00:00Z"}""", "expiresAt")]
    [InlineData("""{"name":"x","scopes":["drafts"],"networks":["everywhere"]}""", "networks")]
    public async Task A_wrong_request_names_the_field(string body, string field)
    {
        using var admin = product.As("Admin");
        using var answer = await admin.PostTextAsync("/api/access/keys", body);
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    [Fact]
    public async Task A_key_that_calls_too_often_is_told_how_long_to_wait_and_another_is_not_held_up()
    {
        using var admin = product.As("Admin");
        var busy = (await MakeAsync(admin, new { name = "busy", scopes = new[] { "memory" } })).GetProperty("key").GetString()!;
        var calm = (await MakeAsync(admin, new { name = "calm", scopes = new[] { "memory" } })).GetProperty("key").GetString()!;
        // 600 a minute with a burst of ten seconds, on a clock that stands still.
        var statuses = new List<HttpStatusCode>();
        for (var calls = 0; calls < 110; calls++)
        {
            using var answer = await SendAsync(busy, "GET", "/memory/indexes");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(100, statuses.Count(status => status == HttpStatusCode.OK));
        using (var limited = await SendAsync(busy, "GET", "/memory/indexes"))
        {
            await ProblemAssert.IsAsync(limited, HttpStatusCode.TooManyRequests, "rate-limited");
            Assert.Equal(TimeSpan.FromSeconds(1), limited.Headers.RetryAfter!.Delta);
        }

        using (var other = await SendAsync(calm, "GET", "/memory/indexes"))
        {
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }

        product.Clock!.Advance(TimeSpan.FromSeconds(1));
        using var again = await SendAsync(busy, "GET", "/memory/indexes");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private static async Task<JsonElement> MakeAsync(HttpClient admin, object request)
    {
        using var answer = await admin.PostAsJsonAsync("/api/access/keys", request);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> SendAsync(string key, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("X-Api-Key", key);
        if (method == "POST")
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        return await product.Client.SendAsync(request);
    }

    private async Task RefusedAsync(JsonElement key, string reason)
    {
        using var answer = await SendAsync(key.GetProperty("key").GetString()!, "GET", "/memory/indexes");
        Assert.Contains(reason, (await ProblemAssert.IsAsync(answer, HttpStatusCode.Unauthorized, "unauthorized")).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
