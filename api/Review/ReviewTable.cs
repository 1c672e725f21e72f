using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OutlookAssist.Protection;

namespace OutlookAssist.Review;

/// <summary>How items and their log are stored.</summary>
internal sealed class ReviewTable : IEntityTypeConfiguration<ReviewItem>, IEntityTypeConfiguration<ReviewEvent>
{
    /// <summary>The place of <see cref="ReviewItem.Headline"/>; the mail names the row, since it is known before the row has a number.</summary>
    public static readonly SealedColumn Headline = new("ReviewItems", nameof(ReviewItem.Headline), nameof(ReviewItem.MessageId));

    /// <summary>The place of <see cref="ReviewItem.EditedText"/>.</summary>
    public static readonly SealedColumn EditedText = new("ReviewItems", nameof(ReviewItem.EditedText), nameof(ReviewItem.MessageId));

    /// <summary>The place of <see cref="ReviewItem.Comment"/>.</summary>
    public static readonly SealedColumn Comment = new("ReviewItems", nameof(ReviewItem.Comment), nameof(ReviewItem.MessageId));

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ReviewItem> builder)
    {
        builder.ToTable("ReviewItems");
        builder.HasKey(item => item.Id);
        builder.Ignore(item => item.IsOpen);
        builder.Ignore(item => item.CanBeUndone);
        // A pipeline that runs again after a crash must not offer the same mail twice.
        builder.HasIndex(item => new { item.Organisation, item.MessageId }).IsUnique();
        builder.HasIndex(item => new { item.Organisation, item.State, item.Priority, item.Id });
        builder.HasIndex(item => new { item.Organisation, item.ConversationId });
        builder.HasIndex(item => new { item.Organisation, item.ReceivedTicks });
        builder.HasIndex(item => new { item.State, item.DueTicks });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ReviewEvent> builder)
    {
        builder.ToTable("ReviewEvents");
        builder.HasKey(happened => happened.Id);
        builder.HasIndex(happened => new { happened.Organisation, happened.Ticks });
        builder.HasIndex(happened => new { happened.Organisation, happened.ItemId });
    }
}
