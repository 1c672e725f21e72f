using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Drafting.Styles;

/// <summary>A person's style as it is kept; there is none before the person asks for it.</summary>
internal sealed class StoredStyle
{
    /// <summary>The organisation.</summary>
    public required string Organisation { get; set; }

    /// <summary>The person whose style it is.</summary>
    public required string Person { get; set; }

    /// <summary>Whether drafts use it and replies may be learned from.</summary>
    public bool Enabled { get; set; }

    /// <summary>The <see cref="WritingStyle"/> as JSON.</summary>
    public string Content { get; set; } = "{}";

    /// <summary>The style itself.</summary>
    public WritingStyle Read() => JsonSerializer.Deserialize<WritingStyle>(Content)!;

    /// <summary>Keeps a changed style.</summary>
    public void Write(WritingStyle style) => Content = JsonSerializer.Serialize(style);
}

/// <summary>How styles are stored.</summary>
internal sealed class StyleTable : IEntityTypeConfiguration<StoredStyle>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StoredStyle> builder)
    {
        builder.ToTable("WritingStyles");
        builder.HasKey(style => new { style.Organisation, style.Person });
    }
}
