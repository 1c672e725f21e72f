using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Knowledge;

/// <summary>A collection that not everybody of the organisation may read; one that is not declared here is open, as is the default one.</summary>
internal sealed class KnowledgeCollection
{
    /// <summary>Whose.</summary>
    public required string Organisation { get; set; }

    /// <summary>Its name; an index of that name at <c>/memory</c> is the same collection.</summary>
    public required string Name { get; set; }

    /// <summary>Roles, groups and keys that may read it, as JSON.</summary>
    public required string Readers { get; set; }
}

/// <summary>How declared collections are stored.</summary>
internal sealed class KnowledgeCollectionTable : IEntityTypeConfiguration<KnowledgeCollection>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<KnowledgeCollection> builder)
    {
        builder.ToTable("KnowledgeCollections");
        builder.HasKey(collection => new { collection.Organisation, collection.Name });
    }
}
