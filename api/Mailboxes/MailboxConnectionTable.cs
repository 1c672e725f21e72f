using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Mailboxes;

/// <summary>How connected mailboxes are stored.</summary>
internal sealed class MailboxConnectionTable : IEntityTypeConfiguration<MailboxConnection>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<MailboxConnection> builder)
    {
        builder.ToTable("Mailboxes");
        builder.HasKey(mailbox => mailbox.Id);
        builder.HasIndex(mailbox => new { mailbox.Organisation, mailbox.Address });
        builder.Ignore(mailbox => mailbox.IgnoreBeforeTicks);
        builder.Property(mailbox => mailbox.Settings).HasConversion(
            settings => JsonSerializer.Serialize(settings, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<MailboxSettings>(text, JsonSerializerOptions.Web)!);
    }
}
