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

    /// <summary>The mark of whoever wrote the mail that it answers; empty where that is not known.</summary>
    public string Correspondent { get; set; } = "";

    /// <summary>When, in UTC ticks.</summary>
    public long CreatedTicks { get; set; }

    /// <summary>The <see cref="Draft"/> as JSON, sealed.</summary>
    public required string Content { get; set; }

    /// <summary>Who wrote it.</summary>
    public string Provider { get; set; } = "";

    /// <summary>With which model.</summary>
    public string Model { get; set; } = "";

    /// <summary>The version of the words a model was given; empty where none was asked.</summary>
    public string PromptVersion { get; set; } = "";

    /// <summary>The state of the knowledge it was written from.</summary>
    public long KnowledgeVersion { get; set; }

    /// <summary>Its quality, 0…1.</summary>
    public double Score { get; set; }

    /// <summary>How much of it the person changed, 0…1; null until told.</summary>
    public double? EditedShare { get; set; }

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
        builder.HasIndex(draft => new { draft.Organisation, draft.Correspondent });
    }
}
