using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OutlookAssist.Protection;

namespace OutlookAssist.Classification;

/// <summary>How corrections are stored.</summary>
internal sealed class StoredCorrectionTable : IEntityTypeConfiguration<StoredCorrection>
{
    /// <summary>The place of <see cref="StoredCorrection.Subject"/>.</summary>
    public static readonly SealedColumn Subject = new("ClassificationCorrections", nameof(StoredCorrection.Subject));

    /// <summary>The place of <see cref="StoredCorrection.Text"/>.</summary>
    public static readonly SealedColumn Text = new("ClassificationCorrections", nameof(StoredCorrection.Text));

    /// <summary>Puts the readable texts into corrections that the context does not follow.</summary>
    public static List<StoredCorrection> Open(List<StoredCorrection> corrections, ContentCipher cipher)
    {
        foreach (var correction in corrections)
        {
            correction.Subject = cipher.OpenText(correction.Organisation, Subject.PlaceOf(correction.Id), correction.Subject);
            correction.Text = cipher.OpenText(correction.Organisation, Text.PlaceOf(correction.Id), correction.Text);
        }

        return corrections;
    }

    /// <summary>Seals the texts of a correction that knows its identifier.</summary>
    public static void Seal(StoredCorrection correction, ContentCipher cipher)
    {
        correction.Subject = cipher.SealText(correction.Organisation, Subject.PlaceOf(correction.Id), correction.Subject);
        correction.Text = cipher.SealText(correction.Organisation, Text.PlaceOf(correction.Id), correction.Text);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StoredCorrection> builder)
    {
        builder.ToTable("ClassificationCorrections");
        builder.HasKey(correction => correction.Id);
        builder.HasIndex(correction => correction.Organisation);
    }
}
