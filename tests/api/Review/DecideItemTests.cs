using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Audit;
using OutlookAssist.Jobs;
using OutlookAssist.Review;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Review;

/// <summary>A decision is made once, by one person, about the text that this person saw, and can be taken back for a while.</summary>
[Collection(SignInCollection.Name)]
public class DecideItemTests(SignInProduct product)
{
    [Fact]
    public async Task Of_two_who_approve_at_once_one_is_first_and_the_other_is_told_who()
    {
        var (ana, ben) = (Reviewer("ana", "Ana Ruiz"), Reviewer("ben", "Ben Cole"));
        for (var round = 0; round < 5; round++)
        {
            var id = await WrittenAsync(ana);
            await ana.DoneAsync(id, "release");
            var answers = await Task.WhenAll(ana.ActAsync(id, "approve"), ben.ActAsync(id, "approve"));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
            var problem = await ProblemAssert.IsAsync(answers.Single(answer => !answer.IsSuccessStatusCode), HttpStatusCode.Conflict, "conflict");
            Assert.Equal("decided", problem.GetProperty("reason").GetString());
            await using var database = ReviewDesk.Open(product);
            Assert.Equal(1, await database.Set<ReviewEvent>().CountAsync(happened => happened.ItemId == id && happened.Kind == ReviewEventKind.Approved));
        }
    }

    [Fact]
    public async Task What_somebody_else_has_open_cannot_be_decided()
    {
        var (ana, ben) = (Reviewer("ana", "Ana Ruiz"), Reviewer("ben", "Ben Cole"));
        var id = await WrittenAsync(ana);
        foreach (var (action, body) in new (string, object)[] { ("approve", new { }), ("reject", new { reason = "wrong" }), ("claim", new { }), ("release", new { }) })
        {
            var problem = await ProblemAssert.IsAsync(await ben.ActAsync(id, action, body), HttpStatusCode.Conflict, "conflict");
            Assert.Equal("claimed", problem.GetProperty("reason").GetString());
            Assert.Contains("Ana Ruiz", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_text_that_was_changed_since_it_was_seen_is_not_approved()
    {
        var ana = Reviewer("ana", "Ana Ruiz");
        var id = await WrittenAsync(ana);
        var seen = (await ana.ShowAsync(id)).GetProperty("item").GetProperty("version").GetInt64();
        await ana.PutAsJsonAsync($"/api/review/{id}/text", new { text = "Another text.", version = seen });
        var problem = await ProblemAssert.IsAsync(await ana.ActAsync(id, "approve", new { version = seen }), HttpStatusCode.Conflict, "conflict");
        Assert.Equal("changed", problem.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task An_approval_is_recorded_with_who_and_how_much_was_changed_and_the_mailbox_hears_of_it_later()
    {
        var ana = Reviewer("ana", "Ana Ruiz");
        var id = await WrittenAsync(ana);
        var item = await ana.DoneAsync(id, "approve");
        Assert.Equal("approved", item.GetProperty("state").GetString());
        var decision = item.GetProperty("decision");
        Assert.Equal(("Ana Ruiz", "pending", 1), (decision.GetProperty("name").GetString(), decision.GetProperty("delivery").GetString(), decision.GetProperty("editDistance").GetDouble()));
        await using var database = ReviewDesk.Open(product);
        var job = await database.Set<Job>().AsNoTracking().SingleAsync(job => job.Kind == nameof(ReviewDecided) && job.Payload.Contains($"\"ItemId\":{id},"));
        Assert.True(job.RunAfterTicks > ReviewDesk.Now.Ticks, "The mailbox hears of it while it can still be taken back.");
        Assert.True(await database.Set<AuditEntry>().AnyAsync(entry => entry.Action == "review.approved" && entry.Target == id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_decision_that_is_taken_back_was_never_made()
    {
        var ana = Reviewer("ana", "Ana Ruiz");
        var id = await WrittenAsync(ana);
        await ana.DoneAsync(id, "reject", new { reason = "tone", comment = "Too stiff." });
        Assert.Equal("Too stiff.", (await ana.ShowAsync(id)).GetProperty("comment").GetString());
        var item = await ana.DoneAsync(id, "undo");
        Assert.Equal("waiting", item.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("decision").ValueKind);
        Assert.Equal("Ana Ruiz", item.GetProperty("claim").GetProperty("name").GetString());
        var problem = await ProblemAssert.IsAsync(await ana.ActAsync(id, "undo"), HttpStatusCode.Conflict, "conflict");
        Assert.Equal("too-late", problem.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Nothing_is_approved_where_nothing_is_written()
    {
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer(TestIssuer.Tenant, ReviewDesk.NewMessage()) with { DraftId = null });
        var problem = await ProblemAssert.IsAsync(await Reviewer("ana", "Ana Ruiz").ActAsync(id, "approve"), HttpStatusCode.Conflict, "conflict");
        Assert.Equal("empty", problem.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(null, "reason")]
    [InlineData("because", "reason")]
    public async Task A_rejection_says_why(string? reason, string field) =>
        await ProblemAssert.NamesFieldAsync(await Reviewer("ana", "Ana Ruiz").ActAsync(await WrittenAsync(Reviewer("ana", "Ana Ruiz")), "reject", new { reason }), field);

    [Fact]
    public async Task Another_organisation_does_not_even_know_that_it_is_there()
    {
        var id = await WrittenAsync(Reviewer("ana", "Ana Ruiz"));
        using var stranger = product.As("eve", TestIssuer.OtherTenant, "Reviewer");
        await ProblemAssert.IsAsync(await stranger.ActAsync(id, "approve"), HttpStatusCode.NotFound, "not-found");
        await ProblemAssert.IsAsync(await stranger.GetAsync($"/api/review/{id}"), HttpStatusCode.NotFound, "not-found");
    }

    private HttpClient Reviewer(string person, string name) => product.With(product.Issuer.Token(new() { ["name"] = name }, person: person, roles: ["Reviewer"]));

    /// <summary>An item with a text of the reviewer's own, who has it open.</summary>
    private async Task<long> WrittenAsync(HttpClient reviewer)
    {
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer(TestIssuer.Tenant, ReviewDesk.NewMessage()) with { DraftId = null });
        using var answer = await reviewer.PutAsJsonAsync($"/api/review/{id}/text", new { text = "Dear Ana, thank you." });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return id;
    }
}
