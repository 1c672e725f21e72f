using System.Net;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Review;

/// <summary>A claim is prolonged by its own page, seen by everybody, and ends by itself.</summary>
public sealed class ClaimItemTests : IAsyncLifetime
{
    private readonly SignInProduct product = new() { Clock = new FakeClock() };

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task A_claim_ends_when_its_page_went_away_and_lasts_while_it_says_so()
    {
        var (ana, ben) = (product.As("ana", TestIssuer.Tenant, "Reviewer"), product.As("ben", TestIssuer.Tenant, "Reviewer"));
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer(TestIssuer.Tenant, ReviewDesk.NewMessage()));
        Assert.Equal("ana", (await ana.DoneAsync(id, "claim")).GetProperty("claim").GetProperty("person").GetString());
        product.Clock!.Advance(TimeSpan.FromSeconds(90));
        await ana.DoneAsync(id, "claim");
        product.Clock!.Advance(TimeSpan.FromSeconds(90));
        await ProblemAssert.IsAsync(await ben.ActAsync(id, "claim"), HttpStatusCode.Conflict, "conflict");
        product.Clock!.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("ben", (await ben.DoneAsync(id, "claim")).GetProperty("claim").GetProperty("person").GetString());
        await ProblemAssert.IsAsync(await ana.ActAsync(id, "claim"), HttpStatusCode.Conflict, "conflict");
        await ben.DoneAsync(id, "release");
        await ana.DoneAsync(id, "claim");
    }

    [Fact]
    public async Task A_decision_can_be_taken_back_only_before_the_mailbox_hears_of_it()
    {
        var ana = product.As("ana", TestIssuer.Tenant, "Reviewer");
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer(TestIssuer.Tenant, ReviewDesk.NewMessage()));
        await ana.DoneAsync(id, "reject", new { reason = "not-needed" });
        product.Clock!.Advance(TimeSpan.FromSeconds(16));
        var problem = await ProblemAssert.IsAsync(await ana.ActAsync(id, "undo"), HttpStatusCode.Conflict, "conflict");
        Assert.Equal("too-late", problem.GetProperty("reason").GetString());
    }
}
