using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Classification;

/// <summary>How corrections are stored.</summary>
internal sealed class StoredCorrectionTable : IEntityTypeConfiguration<StoredCorrection>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StoredCorrection> builder)
    {
        builder.ToTable("ClassificationCorrections");
        builder.HasKey(correction => correction.Id);
        builder.HasIndex(correction => correction.Organisation);
    }
}
