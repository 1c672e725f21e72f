using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Knowledge;

/// <summary>How gaps and the questions that make them are stored.</summary>
internal sealed class KnowledgeGapTable : IEntityTypeConfiguration<KnowledgeGap>, IEntityTypeConfiguration<AskedQuestion>
{
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
