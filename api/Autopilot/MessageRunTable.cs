using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OutlookAssist.Mailboxes;
using OutlookAssist.Protection;

namespace OutlookAssist.Autopilot;

/// <summary>How runs are stored: with their mail they come, with it they go.</summary>
internal sealed class MessageRunTable : IEntityTypeConfiguration<MessageRun>
{
    /// <summary>A reply on its way into a mailbox.</summary>
    public static readonly SealedColumn Reply = new("MessageRuns", nameof(MessageRun.Reply), nameof(MessageRun.MessageId));

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<MessageRun> builder)
    {
        builder.ToTable("MessageRuns");
        builder.HasKey(run => run.MessageId);
        builder.Property(run => run.MessageId).ValueGeneratedNever();
        builder.HasOne<ReceivedMessage>().WithOne().HasForeignKey<MessageRun>(run => run.MessageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(run => new { run.Organisation, run.State, run.MessageId });
    }
}
