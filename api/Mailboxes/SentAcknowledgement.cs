using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Mailboxes;

/// <summary>A notice of receipt that went out, or was about to: it is noted before it is sent, so that none goes twice.</summary>
internal sealed class SentAcknowledgement
{
    /// <summary>The order in which they were noted.</summary>
    public long Id { get; set; }

    /// <summary>The organisation that owns it.</summary>
    public required string Organisation { get; set; }

    /// <summary>From which mailbox.</summary>
    public required string MailboxId { get; set; }

    /// <summary>To whom, in lower case.</summary>
    public required string Address { get; set; }

    /// <summary>When, in UTC ticks.</summary>
    public long SentTicks { get; set; }
}

/// <summary>How they are stored.</summary>
internal sealed class SentAcknowledgementTable : IEntityTypeConfiguration<SentAcknowledgement>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<SentAcknowledgement> builder)
    {
        builder.ToTable("SentAcknowledgements");
        builder.HasKey(sent => sent.Id);
        builder.HasOne<MailboxConnection>().WithMany().HasForeignKey(sent => sent.MailboxId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(sent => new { sent.MailboxId, sent.Address, sent.SentTicks });
        builder.HasIndex(sent => new { sent.Organisation, sent.Address });
    }
}
