using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Audit;
using OutlookAssist.Review;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Analytics;

/// <summary>The figures of a report are those of the log counted again, and a file of them runs nothing.</summary>
public sealed class ShowReportTests(ShowReportTests.Busy busy) : IClassFixture<ShowReportTests.Busy>
{
    private HttpClient Client => busy.Product.Client;

    [Fact]
    public async Task Decisions_and_breaches_are_those_of_the_log_counted_again()
    {
        var report = await ReportAsync();
        await using var database = ReviewDesk.Open(busy.Product);
        var log = await database.Set<ReviewEvent>().AsNoTracking().Where(happened => happened.Organisation == "local").OrderBy(happened => happened.Id).ToListAsync();
        // An item is what was done to it last; what was taken back was not done.
        var last = log.Where(happened => happened.Kind is ReviewEventKind.Approved or ReviewEventKind.Rejected or ReviewEventKind.Undone or ReviewEventKind.Discarded)
            .GroupBy(happened => happened.ItemId).Select(group => group.Last()).ToList();
        var approved = last.Where(happened => happened.Kind == ReviewEventKind.Approved).ToList();
        var rejected = last.Count(happened => happened.Kind == ReviewEventKind.Rejected);
        Assert.Equal((4, 2), (approved.Count, rejected));

        var totals = report.GetProperty("totals");
        Assert.Equal(
            (approved.Count, rejected, last.Count(happened => happened.Kind == ReviewEventKind.Discarded), log.Count(happened => happened.Kind == ReviewEventKind.Breached)),
            (Number(totals, "approved"), Number(totals, "rejected"), Number(totals, "discarded"), Number(totals, "breached")));
        Assert.Equal(approved.Count, report.GetProperty("series").EnumerateArray().Sum(step => Number(step, "approved")));
        var review = report.GetProperty("review");
        Assert.Equal(approved.Count + rejected, Number(review, "decided"));
        Assert.Equal(Math.Round((double)approved.Count / (approved.Count + rejected), 4), review.GetProperty("acceptance").GetDouble());
        Assert.Equal(Math.Round(approved.Average(happened => happened.EditDistance!.Value), 4), review.GetProperty("meanDistance").GetDouble());
        Assert.Equal(approved.Count(happened => happened.EditDistance == 0), Number(review, "unchanged"));
        Assert.Equal(approved.Count, review.GetProperty("distances").EnumerateArray().Sum(count => count.GetInt32()));
    }

    [Fact]
    public async Task Drafts_of_the_pane_are_those_of_the_audit_trail()
    {
        var report = await ReportAsync();
        await using var database = ReviewDesk.Open(busy.Product);
        var created = await database.Set<AuditEntry>().CountAsync(entry => entry.Action == "draft.created");
        Assert.Equal((created, created), (Number(report.GetProperty("totals"), "drafts"), report.GetProperty("series").EnumerateArray().Sum(step => Number(step, "drafts"))));
        Assert.Equal(created, report.GetProperty("series").EnumerateArray().Sum(step => Number(step, "negative") + Number(step, "neutral") + Number(step, "positive")));
        Assert.Equal(created, report.GetProperty("categories").EnumerateArray().Sum(category => Number(category, "count")));
        var pane = report.GetProperty("pane");
        Assert.Equal((3, 1, 1, 1), (Number(pane, "decided"), Number(pane, "unchanged"), Number(pane, "changed"), Number(pane, "refused")));
    }

    [Fact]
    public async Task Service_levels_and_what_waits_are_counted_of_this_moment()
    {
        var report = await ReportAsync();
        var level = report.GetProperty("serviceLevel");
        Assert.Equal((3, 2, 1), (Number(level, "due"), Number(level, "met"), Number(level, "missed")));
        Assert.Equal(Math.Round(2 / 3.0, 4), level.GetProperty("attainment").GetDouble());
        var critical = report.GetProperty("waiting").EnumerateArray().Single(waiting => waiting.GetProperty("urgency").GetString() == "critical");
        Assert.Equal((1, 1), (Number(critical, "open"), Number(critical, "overdue")));
        Assert.InRange(critical.GetProperty("oldestSeconds").GetDouble(), 7000, 90_000);
    }

    [Fact]
    public async Task A_file_is_harmless_and_says_what_the_report_says()
    {
        using var answer = await Client.GetAsync("/api/reports/export?table=mailboxes");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        // The name of this mailbox would be a formula.
        Assert.Contains("\"'=cmd|' /C calc'!A0\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n=", text, StringComparison.Ordinal);
        var series = (await Client.GetStringAsync($"/api/reports/export{Range}&table=series")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((await ReportAsync()).GetProperty("series").GetArrayLength() + 1, series.Length);
    }

    [Theory]
    [InlineData("from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "from")]
    [InlineData("from=2000-01-01T00:00:00Z", "from")]
    public async Task A_range_that_is_none_is_refused(string query, string field)
    {
        using var answer = await Client.GetAsync($"/api/reports?{query}");
        await ProblemAssert.NamesFieldAsync(answer, field);
    }

    [Fact]
    public async Task A_table_that_is_none_is_refused() => await ProblemAssert.NamesFieldAsync(await Client.GetAsync("/api/reports/export?table=secrets"), "table");

    [Fact]
    public async Task An_empty_range_is_all_zeroes_without_gaps()
    {
        var report = await Client.GetFromJsonAsync<JsonElement>("/api/reports?from=2020-01-01T00:00:00Z&to=2020-01-11T00:00:00Z");
        Assert.Equal((10, 0), (report.GetProperty("series").GetArrayLength(), Number(report.GetProperty("totals"), "drafts")));
        Assert.Equal(JsonValueKind.Null, report.GetProperty("review").GetProperty("acceptance").ValueKind);
    }

    private Task<JsonElement> ReportAsync() => Client.GetFromJsonAsync<JsonElement>($"/api/reports{Range}");

    /// <summary>Until tomorrow: what falls due in an hour was met already.</summary>
    private static string Range => $"?from={ReviewDesk.Now.AddDays(-7):O}&to={ReviewDesk.Now.AddDays(1):O}";

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    /// <summary>A product in which something happened.</summary>
    public sealed class Busy : IAsyncLifetime
    {
        /// <summary>The product.</summary>
        public Product Product { get; } = new();

        /// <inheritdoc />
        public async Task InitializeAsync()
        {
            await Product.InitializeAsync();
            await RateAsync("inserted", null);
            await RateAsync("edited", "Something else entirely.");
            await RateAsync("discarded", null);
            await DecideAsync("approve", null, due: 3600);
            await DecideAsync("approve", "We changed all of it, every single word.", due: 3600);
            await DecideAsync("approve", null, due: null);
            await DecideAsync("approve", null, due: null, takesBackFirst: true);
            await DecideAsync("reject", null, due: null);
            await DecideAsync("reject", null, due: null);
            await ReviewDesk.OfferAsync(Product, Offer(await DraftAsync()) with { Urgency = "critical", MailboxId = "=cmd|' /C calc'!A0", ReceivedTicks = ReviewDesk.Now.AddHours(-2).Ticks, DueTicks = ReviewDesk.Now.AddHours(-1).Ticks });
            await BreachedAsync();
        }

        /// <inheritdoc />
        public Task DisposeAsync() => Product.DisposeAsync();

        private async Task RateAsync(string outcome, string? finalText)
        {
            using var rated = await Product.Client.PostAsJsonAsync($"/api/drafts/{await DraftAsync()}/rating", new { outcome, finalText });
            Assert.Equal(HttpStatusCode.NoContent, rated.StatusCode);
        }

        private async Task DecideAsync(string action, string? text, int? due, bool takesBackFirst = false)
        {
            var id = await ReviewDesk.OfferAsync(Product, Offer(await DraftAsync()) with { DueTicks = due is { } seconds ? ReviewDesk.Now.AddSeconds(seconds).Ticks : null });
            if (text is not null)
            {
                using var edited = await Product.Client.PutAsJsonAsync($"/api/review/{id}/text", new { text });
                Assert.True(edited.IsSuccessStatusCode);
            }

            if (takesBackFirst)
            {
                await Product.Client.DoneAsync(id, "reject", new { reason = "wrong" });
                await Product.Client.DoneAsync(id, "undo");
            }

            await Product.Client.DoneAsync(id, action, new { reason = "wrong" });
        }

        private async Task<string> DraftAsync() => (await Product.DraftAsync("Do you repair tents?")).GetProperty("id").GetString()!;

        private static NewReviewItem Offer(string draft) => ReviewDesk.Offer("local", ReviewDesk.NewMessage()) with { DraftId = draft, ReceivedTicks = ReviewDesk.Now.AddMinutes(-10).Ticks };

        private async Task BreachedAsync()
        {
            for (var tries = 0; tries < 600; tries++)
            {
                await using var database = ReviewDesk.Open(Product);
                if (await database.Set<ReviewItem>().AnyAsync(item => item.BreachedTicks != null))
                {
                    return;
                }

                await Task.Delay(100);
            }

            throw new TimeoutException("Nobody noticed within a minute that the time of an item ran out.");
        }
    }
}
