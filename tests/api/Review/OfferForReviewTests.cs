using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Review;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Review;

/// <summary>A mail is put in front of people once, however often its pipeline runs.</summary>
[Collection(ProductCollection.Name)]
public class OfferForReviewTests(Product product)
{
    [Fact]
    public async Task A_mail_that_is_offered_twice_is_one_item_and_keeps_its_first_draft()
    {
        var organisation = Guid.NewGuid().ToString("N");
        var first = await OfferAsync(ReviewDesk.Offer(organisation, 1) with { DraftId = "first" });
        var second = await OfferAsync(ReviewDesk.Offer(organisation, 1) with { DraftId = "second" });
        Assert.Equal(first, second);
        await using var database = Open();
        Assert.Equal("first", (await database.Set<ReviewItem>().SingleAsync(item => item.Organisation == organisation)).DraftId);
        Assert.Equal([ReviewEventKind.Offered, ReviewEventKind.Drafted], await database.Set<ReviewEvent>().Where(happened => happened.ItemId == first).OrderBy(happened => happened.Id).Select(happened => happened.Kind).ToListAsync());
    }

    [Fact]
    public async Task An_item_without_a_draft_takes_one_in_later()
    {
        var organisation = Guid.NewGuid().ToString("N");
        await OfferAsync(ReviewDesk.Offer(organisation, 1) with { DraftId = null, EscalatedFor = "low-confidence" });
        var id = await OfferAsync(ReviewDesk.Offer(organisation, 1) with { DraftId = "late", EscalatedFor = "low-confidence" });
        await using var database = Open();
        var item = await database.Set<ReviewItem>().SingleAsync(item => item.Id == id);
        Assert.Equal((ReviewState.Escalated, "late", "low-confidence"), (item.State, item.DraftId, item.EscalatedFor));
        Assert.NotNull(item.DraftedTicks);
    }

    [Fact]
    public async Task What_is_rolled_back_was_never_offered()
    {
        var organisation = Guid.NewGuid().ToString("N");
        await using var database = Open();
        await using (await database.BeginWriteAsync(CancellationToken.None))
        {
            await product.Services.GetRequiredService<OfferForReview>().OfferAsync(database, ReviewDesk.Offer(organisation, 1), CancellationToken.None);
        }

        Assert.False(await database.Set<ReviewItem>().AsNoTracking().AnyAsync(item => item.Organisation == organisation));
    }

    [Fact]
    public async Task Nothing_is_offered_outside_a_transaction()
    {
        await using var database = Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => product.Services.GetRequiredService<OfferForReview>().OfferAsync(database, ReviewDesk.Offer("x", 1), CancellationToken.None));
    }

    private Task<long> OfferAsync(NewReviewItem offered) => ReviewDesk.OfferAsync(product, offered);

    private OutlookAssistDatabase Open() => product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext();
}
