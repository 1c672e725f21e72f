using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Access;

/// <summary>An organisation whose people may sign in, besides those that the settings name.</summary>
internal sealed class Organisation
{
    /// <summary>The tenant, as its tokens say it, in lower case.</summary>
    public required string Id { get; set; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>Whether its people are let in.</summary>
    public OrganisationState State { get; set; }

    /// <summary>When it was added, in UTC ticks.</summary>
    public long AddedTicks { get; set; }

    /// <summary>When its state changed last, in UTC ticks.</summary>
    public long ChangedTicks { get; set; }
}

/// <summary>Whether an organisation's people and keys are let in.</summary>
internal enum OrganisationState
{
    /// <summary>Yes.</summary>
    Active,

    /// <summary>No, until it is resumed; its data stays.</summary>
    Suspended,

    /// <summary>No; nothing of it is left. Kept so that a setting does not let it in again.</summary>
    Erased,

    /// <summary>Nobody has set it up.</summary>
    Unknown,
}

/// <summary>How organisations are stored.</summary>
internal sealed class OrganisationTable : IEntityTypeConfiguration<Organisation>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.HasKey(organisation => organisation.Id);
    }
}
