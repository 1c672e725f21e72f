using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Retention;

/// <summary>The evidence that data whose time was over has been removed.</summary>
internal sealed class Purge
{
    /// <summary>In the order in which they ran.</summary>
    public long Id { get; set; }

    /// <summary>Whose data.</summary>
    public required string Organisation { get; set; }

    /// <summary>When it ended, in UTC ticks.</summary>
    public long Ticks { get; set; }

    /// <summary>Records removed by class, as JSON; only classes that end at all.</summary>
    public required string Counts { get; set; }
}

/// <summary>How the evidence is stored.</summary>
internal sealed class PurgeTable : IEntityTypeConfiguration<Purge>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Purge> builder)
    {
        builder.ToTable("Purges");
        builder.HasKey(purge => purge.Id);
        builder.HasIndex(purge => purge.Organisation);
    }
}
