using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OutlookAssist.Protection;

namespace OutlookAssist.LanguageModels;

/// <summary>One request that left this process for a model, kept byte for byte so that a person can see it.</summary>
internal sealed class ModelDisclosure
{
    /// <summary>In the order in which they were sent.</summary>
    public long Id { get; set; }

    /// <summary>The organisation that asked.</summary>
    public required string Organisation { get; set; }

    /// <summary>The draft it was sent for.</summary>
    public required string DraftId { get; set; }

    /// <summary>When it was recorded, in UTC ticks.</summary>
    public long SentTicks { get; set; }

    /// <summary>Where it went.</summary>
    public required string Address { get; set; }

    /// <summary>The body, masked as it was sent, sealed.</summary>
    public required byte[] Body { get; set; }
}

/// <summary>How disclosures are stored.</summary>
internal sealed class ModelDisclosureTable : IEntityTypeConfiguration<ModelDisclosure>
{
    /// <summary>The place of <see cref="ModelDisclosure.Body"/>.</summary>
    public static readonly SealedColumn Body = new("ModelDisclosures", nameof(ModelDisclosure.Body));

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ModelDisclosure> builder)
    {
        builder.ToTable("ModelDisclosures");
        builder.HasKey(disclosure => disclosure.Id);
        builder.HasIndex(disclosure => new { disclosure.Organisation, disclosure.DraftId });
    }
}
