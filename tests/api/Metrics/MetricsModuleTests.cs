using System.Net;
using System.Text.RegularExpressions;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Metrics;

/// <summary>What happens in the product stands in its metrics, for those who may read them.</summary>
public partial class MetricsModuleTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Drafts_documents_queues_and_reviews_are_counted()
    {
        await product.UploadAsync(("metrics.txt", "The avocet path is closed in March."u8.ToArray()));
        await product.DraftAsync("When is the avocet path closed?");
        await ReviewDesk.OfferAsync(product, ReviewDesk.Offer("local", ReviewDesk.NewMessage()) with { Urgency = "high" });
        using var answer = await product.Client.GetAsync("/metrics");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(1, Sum(text, "outlookassist_drafts_total"));
        Assert.Equal(1, Sum(text, "outlookassist_draft_duration_seconds_count"));
        Assert.Equal(1, Sum(text, "outlookassist_documents_total"));
        Assert.Equal(1, Sum(text, "outlookassist_review_open{urgency=\"high\"}"));
        Assert.Contains("# TYPE outlookassist_queue_depth gauge", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE outlookassist_queue_oldest_seconds gauge", text, StringComparison.Ordinal);
        Assert.True(Sum(text, "http_server_request_duration_seconds_count") >= 2);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(Line(), line));
    }

    [Fact]
    public async Task Without_the_right_to_it_nobody_reads_them()
    {
        await using var signIn = new SignedIn();
        await signIn.Product.InitializeAsync();
        await ProblemAssert.IsAsync(await signIn.Product.Client.GetAsync("/metrics"), HttpStatusCode.Unauthorized, "unauthorized");
        await ProblemAssert.IsAsync(await signIn.Product.As("Agent").GetAsync("/metrics"), HttpStatusCode.Forbidden, "forbidden");
        using var allowed = await signIn.Product.As("Admin").GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        var key = await signIn.Product.As("Admin").PostTextAsync("/api/access/keys", """{"name":"prometheus","scopes":["metrics"]}""");
        using var made = System.Text.Json.JsonDocument.Parse(await key.Content.ReadAsStringAsync());
        using var scraped = await signIn.Product.With(made.RootElement.GetProperty("key").GetString()!).GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.OK, scraped.StatusCode);
        await ProblemAssert.IsAsync(await signIn.Product.With(made.RootElement.GetProperty("key").GetString()!).GetAsync("/api/review"), HttpStatusCode.Forbidden, "forbidden");
    }

    private static double Sum(string text, string name) => text.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal) && (name.Contains('{', StringComparison.Ordinal) || line[name.Length] is '{' or ' '))
        .Sum(line => double.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_0-9A-Z]+ .+|[a-zA-Z_][a-zA-Z0-9_]*(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*",?)+\})? ([-+]?[0-9.]+([eE][-+]?[0-9]+)?|NaN|[+-]?Inf))$""")]
    private static partial Regex Line();

    private sealed class SignedIn : IAsyncDisposable
    {
        public SignInProduct Product { get; } = new();

        public async ValueTask DisposeAsync() => await Product.DisposeAsync();
    }
}
