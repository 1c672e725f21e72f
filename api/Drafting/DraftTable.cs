using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OutlookAssist.Protection;

namespace OutlookAssist.Drafting;

/// <summary>A draft as it is kept: what was shown, never the mail it answers.</summary>
internal sealed class StoredDraft
{
    /// <summary>The public identifier.</summary>
    public required string Id { get; set; }

    /// <summary>The organisation that owns it.</summary>
    public required string Organisation { get; set; }

    /// <summary>The person it was written for.</summary>
    public required string Person { get; set; }

    /// <summary>When, in UTC ticks.</summary>
    public long CreatedTicks { get; set; }

    /// <summary>The <see cref="Draft"/> as JSON, sealed.</summary>
    public required string Content { get; set; }

    /// <summary>What became of it: inserted, edited, discarded; null until told.</summary>
    public string? RatedOutcome { get; set; }

    /// <summary>The text that the person made of it, when told; sealed.</summary>
    public string? FinalText { get; set; }

    /// <summary>What the person said about it, when told; sealed.</summary>
    public string? Comment { get; set; }
}

/// <summary>How drafts are stored.</summary>
internal sealed class DraftTable : IEntityTypeConfiguration<StoredDraft>
{
    /// <summary>The place of <see cref="StoredDraft.Content"/>.</summary>
    public static readonly SealedColumn Content = new("Drafts", nameof(StoredDraft.Content));

    /// <summary>The place of <see cref="StoredDraft.FinalText"/>.</summary>
    public static readonly SealedColumn FinalText = new("Drafts", nameof(StoredDraft.FinalText));

    /// <summary>The place of <see cref="StoredDraft.Comment"/>.</summary>
    public static readonly SealedColumn Comment = new("Drafts", nameof(StoredDraft.Comment));

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StoredDraft> builder)
    {
        builder.ToTable("Drafts");
        builder.HasKey(draft => draft.Id);
        builder.HasIndex(draft => new { draft.Organisation, draft.CreatedTicks });
    }
}
