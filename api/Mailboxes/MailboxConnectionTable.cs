using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
        builder.Property(mailbox => mailbox.Settings).HasConversion<SettingsText>();
    }

    /// <summary>Settings as JSON; a type of its own, because the model written in advance names it.</summary>
    internal sealed class SettingsText() : ValueConverter<MailboxSettings, string>(
        settings => JsonSerializer.Serialize(settings, JsonSerializerOptions.Web),
        text => JsonSerializer.Deserialize<MailboxSettings>(text, JsonSerializerOptions.Web)!);
}
