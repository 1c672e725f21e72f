using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Mailboxes;

/// <summary>How received mails are stored: the same Message-ID and content in one mailbox is one row.</summary>
internal sealed class ReceivedMessageTable : IEntityTypeConfiguration<ReceivedMessage>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ReceivedMessage> builder)
    {
        builder.ToTable("ReceivedMessages");
        builder.HasKey(message => message.Id);
        builder.HasOne<MailboxConnection>().WithMany().HasForeignKey(message => message.MailboxId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(message => new { message.MailboxId, message.Identity }).IsUnique();
        builder.HasIndex(message => new { message.MailboxId, message.ProviderId });
        builder.HasIndex(message => new { message.MailboxId, message.SeenTicks });
        builder.HasIndex(message => new { message.MailboxId, message.ConversationId, message.SeenTicks });
        builder.HasIndex(message => new { message.Organisation, message.FromAddress, message.SeenTicks });
        builder.HasIndex(message => new { message.Organisation, message.State, message.SeenTicks });
    }
}

/// <summary>How their content is stored.</summary>
internal sealed class ReceivedContentTable : IEntityTypeConfiguration<ReceivedContent>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ReceivedContent> builder)
    {
        builder.ToTable("ReceivedContents");
        builder.HasKey(content => content.MessageId);
        builder.Property(content => content.MessageId).ValueGeneratedNever();
        builder.HasOne<ReceivedMessage>().WithOne().HasForeignKey<ReceivedContent>(content => content.MessageId).OnDelete(DeleteBehavior.Cascade);
    }
}
