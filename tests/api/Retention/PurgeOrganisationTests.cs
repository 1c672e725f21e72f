using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Retention;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Retention;

/// <summary>Each class of data goes when its time is over, not before, with evidence; what ends cannot be seen in the trail as tampering.</summary>
public sealed class PurgeOrganisationTests : IAsyncLifetime
{
    private readonly SignInProduct product = new() { Clock = new FakeClock() };

    public async Task InitializeAsync()
    {
        product.With("Retention:Drafts", "30").With("Retention:Audit", "100").With("Retention:Corrections", "0").With("Retention:Gaps", "10");
        await product.InitializeAsync();
        // A clock that jumps by weeks would make the daily job run in the middle of a test.
        await using var database = await product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContextAsync();
        await database.ExecuteAsync("DELETE FROM Jobs", CancellationToken.None);
    }

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task What_is_older_goes_and_the_rest_stays_with_evidence()
    {
        using (var agent = product.As("Agent"))
        {
            using var old = await agent.PostDraftAsync(new { body = new { contentType = "text", content = "How deep is the well?" } });
            using var correction = await agent.PostAsJsonAsync("/api/classifications/corrections", new { message = new { body = new { contentType = "text", content = "the parcel has not come" } }, labels = new { category = "shipping" } });
            Assert.True(old.IsSuccessStatusCode && correction.IsSuccessStatusCode);
        }

        product.Clock!.Set(TimeSpan.FromDays(31));
        using var later = product.As("admin", TestIssuer.Tenant, "Agent", "Admin", "Auditor");
        using var young = await later.PostDraftAsync(new { body = new { contentType = "text", content = "How long is the rope?" } });
        Assert.True(young.IsSuccessStatusCode);

        var counts = await (await later.PostAsync("/api/privacy/purges", null)).Content.ReadFromJsonAsync<Dictionary<string, int>>();
        Assert.Equal(1, counts!["drafts"]);
        Assert.False(counts.ContainsKey("corrections"));
        Assert.Equal(0, counts["audit"]);

        var shown = await later.GetFromJsonAsync<JsonElement>("/api/privacy/purges");
        Assert.Equal(1, shown.GetProperty("purges")[0].GetProperty("removed").GetProperty("drafts").GetInt32());
        Assert.Contains(shown.GetProperty("classes").EnumerateArray(), one => one.GetProperty("class").GetString() == "drafts" && one.GetProperty("days").GetInt32() == 30);
        var trail = await later.GetFromJsonAsync<JsonElement>("/api/audit?action=data.purged");
        Assert.Contains("drafts=1", trail.GetProperty("entries")[0].GetProperty("target").GetString(), StringComparison.Ordinal);

        // The trail may end at its beginning, and is still whole; somebody else who cuts it there is noticed.
        product.Clock!.Set(TimeSpan.FromDays(101));
        using var muchLater = product.As("admin", TestIssuer.Tenant, "Admin", "Auditor");
        counts = await (await muchLater.PostAsync("/api/privacy/purges", null)).Content.ReadFromJsonAsync<Dictionary<string, int>>();
        Assert.True(counts!["audit"] > 0);
        var verification = await muchLater.GetFromJsonAsync<JsonElement>("/api/audit/verification");
        Assert.True(verification.GetProperty("valid").GetBoolean(), verification.ToString());
        await using var database = await product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContextAsync();
        await database.ExecuteAsync("UPDATE AuditStarts SET Number = Number + 1, Seal = (SELECT Seal FROM AuditEntries ORDER BY Number LIMIT 1); DELETE FROM AuditEntries WHERE Number = (SELECT MIN(Number) FROM AuditEntries)", CancellationToken.None);
        Assert.False((await muchLater.GetFromJsonAsync<JsonElement>("/api/audit/verification")).GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task Exactly_one_purge_waits_for_its_time_however_often_it_is_asked_for()
    {
        var schedule = product.Services.GetRequiredService<ScheduleRetention>();
        await schedule.EnsureAsync(TimeSpan.FromDays(1), CancellationToken.None);
        await schedule.EnsureAsync(TimeSpan.FromDays(1), CancellationToken.None);
        await using var database = await product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContextAsync();
        Assert.Equal(1, await database.Set<Job>().CountAsync(job => job.Kind == nameof(RetentionDue)));
    }

    [Fact]
    public async Task The_daily_job_does_it_for_every_organisation_and_waits_for_the_next_day()
    {
        await using var scope = product.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IJobHandler<RetentionDue>>().HandleAsync(new RetentionDue(), CancellationToken.None);
        foreach (var tenant in new[] { TestIssuer.Tenant, TestIssuer.OtherTenant })
        {
            using var admin = product.As("admin", tenant, "Admin");
            Assert.Equal(1, (await admin.GetFromJsonAsync<JsonElement>("/api/privacy/purges")).GetProperty("purges").GetArrayLength());
        }
    }
}
