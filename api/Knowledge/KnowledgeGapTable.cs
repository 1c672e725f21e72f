using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OutlookAssist.Protection;

namespace OutlookAssist.Knowledge;

/// <summary>How gaps and the questions that make them are stored.</summary>
internal sealed class KnowledgeGapTable : IEntityTypeConfiguration<KnowledgeGap>, IEntityTypeConfiguration<AskedQuestion>
{
    /// <summary>The place of <see cref="KnowledgeGap.Question"/>.</summary>
    public static readonly SealedColumn Question = new("KnowledgeGaps", nameof(KnowledgeGap.Question));

    /// <summary>The place of <see cref="KnowledgeGap.Stems"/>.</summary>
    public static readonly SealedColumn Stems = new("KnowledgeGaps", nameof(KnowledgeGap.Stems));

    /// <summary>The place of <see cref="KnowledgeGap.Wordings"/>.</summary>
    public static readonly SealedColumn Wordings = new("KnowledgeGaps", nameof(KnowledgeGap.Wordings));

    /// <summary>The place of <see cref="AskedQuestion.Text"/>.</summary>
    public static readonly SealedColumn Asked = new("AskedQuestions", nameof(AskedQuestion.Text));

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<KnowledgeGap> builder)
    {
        builder.ToTable("KnowledgeGaps");
        builder.HasKey(gap => gap.Id);
        builder.HasIndex(gap => new { gap.Organisation, gap.Dismissed, gap.Count });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<AskedQuestion> builder)
    {
        builder.ToTable("AskedQuestions");
        builder.HasKey(question => question.Id);
        builder.HasIndex(question => question.Organisation);
    }
}
