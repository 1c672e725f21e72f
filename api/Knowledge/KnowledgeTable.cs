using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Knowledge;

/// <summary>How documents, their contents and their passages are stored.</summary>
internal sealed class KnowledgeTable :
    IEntityTypeConfiguration<KnowledgeDocument>, IEntityTypeConfiguration<KnowledgeContent>, IEntityTypeConfiguration<PassageRow>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<KnowledgeDocument> builder)
    {
        builder.ToTable("KnowledgeDocuments");
        builder.HasKey(document => document.Key);
        builder.Ignore(document => document.NewestContentKey);
        builder.HasIndex(document => new { document.Organisation, document.Collection, document.DocumentId, document.FileNumber }).IsUnique();
        builder.HasIndex(document => document.LiveContentKey);
        builder.HasIndex(document => document.PendingContentKey);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<KnowledgeContent> builder)
    {
        builder.ToTable("KnowledgeContents");
        builder.HasKey(content => content.Key);
        builder.Property(content => content.Revision).IsConcurrencyToken();
        builder.HasIndex(content => new { content.Organisation, content.Collection, content.Sha256 });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<PassageRow> builder)
    {
        builder.ToTable("Passages");
        builder.HasKey(passage => passage.Id);
        builder.HasIndex(passage => new { passage.ContentKey, passage.Page });
    }
}
