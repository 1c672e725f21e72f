using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Drafting.SavedReplies;

/// <summary>An answer that an organisation has written once and for all, with places for what differs from mail to mail.</summary>
internal sealed class SavedReply
{
    /// <summary>The public identifier.</summary>
    public required string Id { get; set; }

    /// <summary>The organisation that owns it.</summary>
    public required string Organisation { get; set; }

    /// <summary>What people call it; unique in the organisation.</summary>
    public required string Name { get; set; }

    /// <summary>The questions it answers, in customers' words, one a line.</summary>
    public required string Questions { get; set; }

    /// <summary>The BCP 47 tag it is written in.</summary>
    public required string Language { get; set; }

    /// <summary>The answer, with placeholders.</summary>
    public required string Text { get; set; }

    /// <summary>When it was last changed, in UTC ticks.</summary>
    public long ChangedTicks { get; set; }
}

/// <summary>How saved replies are stored.</summary>
internal sealed class SavedReplyTable : IEntityTypeConfiguration<SavedReply>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<SavedReply> builder)
    {
        builder.ToTable("SavedReplies");
        builder.HasKey(reply => reply.Id);
        builder.HasIndex(reply => new { reply.Organisation, reply.Name }).IsUnique();
    }
}
