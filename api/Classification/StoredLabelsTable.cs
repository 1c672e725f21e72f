using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Classification;

/// <summary>How an organisation's labels are stored.</summary>
internal sealed class StoredLabelsTable : IEntityTypeConfiguration<StoredLabels>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StoredLabels> builder)
    {
        builder.ToTable("ClassificationLabels");
        builder.HasKey(labels => labels.Organisation);
    }
}
