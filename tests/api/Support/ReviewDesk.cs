using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Review;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>Puts items on the review desk as the pipeline does.</summary>
internal static class ReviewDesk
{
    /// <summary>An offer with nothing special about it.</summary>
    public static NewReviewItem Offer(string organisation, long message) => new()
    {
        Organisation = organisation,
        MessageId = message,
        MailboxId = "mailbox",
        DraftId = "draft",
        Urgency = "normal",
        Sentiment = "neutral",
        Category = "support",
        ReceivedTicks = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc).Ticks,
    };

    /// <summary>Offers and commits.</summary>
    public static async Task<long> OfferAsync(Product product, NewReviewItem offered)
    {
        await using var database = product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext();
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        var id = await product.Services.GetRequiredService<OfferForReview>().OfferAsync(database, offered, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return id;
    }
}
