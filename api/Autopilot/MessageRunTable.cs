using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Autopilot;

/// <summary>How runs are stored: with their mail they come, with it they go.</summary>
internal sealed class MessageRunTable : IEntityTypeConfiguration<MessageRun>
{
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
