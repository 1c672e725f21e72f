using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OutlookAssist.Protection;

namespace OutlookAssist.Classification;

/// <summary>How an organisation's labels are stored.</summary>
internal sealed class StoredLabelsTable : IEntityTypeConfiguration<StoredLabels>
{
    /// <summary>The place of <see cref="StoredLabels.Configuration"/>.</summary>
    public static readonly SealedColumn Configuration = new("ClassificationLabels", nameof(StoredLabels.Configuration), nameof(StoredLabels.Organisation));

    /// <summary>The place of <see cref="StoredLabels.Categories"/>.</summary>
    public static readonly SealedColumn Categories = new("ClassificationLabels", nameof(StoredLabels.Categories), nameof(StoredLabels.Organisation));

    /// <summary>The place of <see cref="StoredLabels.Intents"/>.</summary>
    public static readonly SealedColumn Intents = new("ClassificationLabels", nameof(StoredLabels.Intents), nameof(StoredLabels.Organisation));

    /// <summary>Makes labels readable that the context does not follow.</summary>
    public static void Open(StoredLabels labels, ContentCipher cipher)
    {
        labels.Configuration = cipher.OpenText(labels.Organisation, Configuration.PlaceOf(labels.Organisation), labels.Configuration);
        labels.Categories = labels.Categories is null ? null : cipher.Open(labels.Organisation, Categories.PlaceOf(labels.Organisation), labels.Categories);
        labels.Intents = labels.Intents is null ? null : cipher.Open(labels.Organisation, Intents.PlaceOf(labels.Organisation), labels.Intents);
    }

    /// <summary>Seals labels: their examples are pieces of mails, and what was learned from them holds their words.</summary>
    public static void Seal(StoredLabels labels, ContentCipher cipher)
    {
        labels.Configuration = cipher.SealText(labels.Organisation, Configuration.PlaceOf(labels.Organisation), labels.Configuration);
        labels.Categories = labels.Categories is null ? null : cipher.Seal(labels.Organisation, Categories.PlaceOf(labels.Organisation), labels.Categories);
        labels.Intents = labels.Intents is null ? null : cipher.Seal(labels.Organisation, Intents.PlaceOf(labels.Organisation), labels.Intents);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StoredLabels> builder)
    {
        builder.ToTable("ClassificationLabels");
        builder.HasKey(labels => labels.Organisation);
    }
}
