using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Review;

/// <summary>How items and their log are stored.</summary>
internal sealed class ReviewTable : IEntityTypeConfiguration<ReviewItem>, IEntityTypeConfiguration<ReviewEvent>
{
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
