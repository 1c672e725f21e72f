using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OutlookAssist.Protection;

namespace OutlookAssist.Tickets;

/// <summary>How conversations, their turns, service levels and escalations are stored.</summary>
internal sealed class TicketTable : IEntityTypeConfiguration<Conversation>, IEntityTypeConfiguration<ConversationTurn>, IEntityTypeConfiguration<StoredServiceLevels>, IEntityTypeConfiguration<Escalation>
{
    /// <summary>What was said.</summary>
    public static readonly SealedColumn Turn = new("ConversationTurns", nameof(ConversationTurn.Content));

    /// <summary>An organisation's service levels.</summary>
    public static readonly SealedColumn Levels = new("ServiceLevels", nameof(StoredServiceLevels.Content), nameof(StoredServiceLevels.Organisation));

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("Conversations");
        builder.HasKey(conversation => conversation.Id);
        builder.HasIndex(conversation => new { conversation.Organisation, conversation.MailboxId, conversation.ProviderConversationId });
        builder.HasIndex(conversation => new { conversation.Organisation, conversation.SubjectKey, conversation.LastTicks });
        builder.HasIndex(conversation => new { conversation.Organisation, conversation.LastTicks });
        builder.HasIndex(conversation => new { conversation.Organisation, conversation.Person });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ConversationTurn> builder)
    {
        builder.ToTable("ConversationTurns");
        builder.HasKey(turn => turn.Id);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(turn => turn.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(turn => new { turn.ConversationId, turn.TextKey }).IsUnique();
        builder.HasIndex(turn => new { turn.Organisation, turn.MessageIdKey });
        builder.HasIndex(turn => new { turn.Organisation, turn.Person });
        builder.HasIndex(turn => turn.MessageId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StoredServiceLevels> builder)
    {
        builder.ToTable("ServiceLevels");
        builder.HasKey(stored => stored.Organisation);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Escalation> builder)
    {
        builder.ToTable("Escalations");
        builder.HasKey(escalation => escalation.Id);
        builder.HasIndex(escalation => new { escalation.Organisation, escalation.CreatedTicks });
        builder.HasIndex(escalation => escalation.ConversationId);
    }
}

/// <summary>An organisation's service levels as they are kept: sealed, for addresses of targets are secrets.</summary>
internal sealed class StoredServiceLevels
{
    /// <summary>The organisation.</summary>
    public required string Organisation { get; set; }

    /// <summary>The sealed <see cref="ServiceLevelConfiguration"/>.</summary>
    public required byte[] Content { get; set; }
}
