using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Audit;

/// <summary>One line of the trail: who did what to which thing, when and from where; never a word of a mail.</summary>
internal sealed class AuditEntry
{
    /// <summary>Whose trail it is.</summary>
    public required string Organisation { get; set; }

    /// <summary>Its place in the trail of its organisation, from 1, without a gap.</summary>
    public long Number { get; set; }

    /// <summary>When, in UTC ticks.</summary>
    public long Ticks { get; set; }

    /// <summary>A pseudonym; <see cref="AuditActor"/> knows whose, until that person is forgotten.</summary>
    public required string Actor { get; set; }

    /// <summary>Such as <c>draft.created</c>.</summary>
    public required string Action { get; set; }

    /// <summary>The identifier of the thing, where it has one.</summary>
    public required string Target { get; set; }

    /// <summary>The HTTP status of the answer.</summary>
    public int Outcome { get; set; }

    /// <summary>The network that the call came from: the address without its last part.</summary>
    public required string Network { get; set; }

    /// <summary>HMAC of all this and of the entry before, in hexadecimal.</summary>
    public required string Seal { get; set; }
}

/// <summary>Whose pseudonym it is. Removing the row makes the person's entries nobody's, and leaves the trail whole.</summary>
internal sealed class AuditActor
{
    /// <summary>Random, and so telling nothing.</summary>
    public required string Pseudonym { get; set; }

    /// <summary>Whose trail.</summary>
    public required string Organisation { get; set; }

    /// <summary>The person or key.</summary>
    public required string Person { get; set; }

    /// <summary>As they were called last.</summary>
    public required string Name { get; set; }

    /// <summary>The mail address, where the sign-in told it: by it a person is found who asks to be forgotten.</summary>
    public string? Address { get; set; }
}

/// <summary>The end of an organisation's trail, kept apart so that a trail that was cut short does not look whole.</summary>
internal sealed class AuditHead
{
    /// <summary>Whose trail.</summary>
    public required string Organisation { get; set; }

    /// <summary>The number of the last entry.</summary>
    public long Number { get; set; }

    /// <summary>The seal of the last entry.</summary>
    public required string Seal { get; set; }
}

/// <summary>Where an organisation's trail begins after its oldest entries have had their time.</summary>
internal sealed class AuditStart
{
    /// <summary>Whose trail.</summary>
    public required string Organisation { get; set; }

    /// <summary>The number of the last entry that is gone.</summary>
    public long Number { get; set; }

    /// <summary>The seal of the last entry that is gone.</summary>
    public required string Seal { get; set; }

    /// <summary>HMAC of all this, which only the product can make.</summary>
    public required string Proof { get; set; }
}

/// <summary>How the trail is stored.</summary>
internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditActor>, IEntityTypeConfiguration<AuditHead>, IEntityTypeConfiguration<AuditStart>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(entry => new { entry.Organisation, entry.Number });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<AuditActor> builder)
    {
        builder.ToTable("AuditActors");
        builder.HasKey(actor => actor.Pseudonym);
        builder.HasIndex(actor => new { actor.Organisation, actor.Person }).IsUnique();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.HasKey(head => head.Organisation);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<AuditStart> builder)
    {
        builder.ToTable("AuditStarts");
        builder.HasKey(start => start.Organisation);
    }
}
