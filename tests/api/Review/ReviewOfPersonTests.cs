using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Privacy;
using OutlookAssist.Review;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Review;

/// <summary>Somebody who wrote can be exported and erased, and what ends with the mail ends.</summary>
[Collection(ProductCollection.Name)]
public class ReviewOfPersonTests(Product product)
{
    [Fact]
    public async Task A_person_is_exported_and_then_erased_while_the_figures_stay()
    {
        var organisation = Guid.NewGuid().ToString("N");
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer(organisation, 1) with { SenderAddress = "Mia@Example.com", Subject = "Puffin" });
        await ReviewDesk.OfferAsync(product, ReviewDesk.Offer(organisation, 2));
        await using var scope = product.Services.CreateAsyncScope();
        var records = scope.ServiceProvider.GetServices<IPersonRecords>().Single(records => records.Name == "reviews");

        var exported = new List<PersonRecord>();
        await foreach (var record in records.ExportAsync(organisation, "mia@example.com", CancellationToken.None))
        {
            exported.Add(record);
        }

        Assert.Contains("Puffin", Encoding.UTF8.GetString(Assert.Single(exported).Content.Span), StringComparison.Ordinal);
        Assert.Equal(1, await records.EraseAsync(organisation, "mia@example.com", CancellationToken.None));
        Assert.Equal(0, await records.EraseAsync(organisation, "mia@example.com", CancellationToken.None));
        await using var database = ReviewDesk.Open(product);
        var item = (await database.Set<ReviewItem>().FindAsync(id))!;
        Assert.Equal((null, "support"), (item.Headline, item.Category));
    }

    [Fact]
    public async Task Old_items_lose_their_words_and_what_still_waited_is_discarded()
    {
        var organisation = Guid.NewGuid().ToString("N");
        var id = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer(organisation, 1));
        var young = await ReviewDesk.OfferAsync(product, ReviewDesk.Offer(organisation, 2) with { ReceivedTicks = ReviewDesk.Now.Ticks });
        await using var scope = product.Services.CreateAsyncScope();
        var old = scope.ServiceProvider.GetServices<IRetainedRecords>().OfType<OldReviews>().Single();
        Assert.Equal(1, await old.PurgeAsync(organisation, new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), CancellationToken.None));
        await using var database = ReviewDesk.Open(product);
        var item = (await database.Set<ReviewItem>().FindAsync(id))!;
        Assert.Equal((null, ReviewState.Discarded, "mail-gone"), (item.Headline, item.State, item.DecidedFor));
        Assert.NotNull((await database.Set<ReviewItem>().FindAsync(young))!.Headline);
    }
}
