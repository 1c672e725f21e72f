using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Access;

/// <summary>A key with which a program calls; of the secret only its digest is kept.</summary>
internal sealed class ApiKey
{
    /// <summary>The public part, which stands in the key itself.</summary>
    public required string Id { get; set; }

    /// <summary>Whose data it reaches.</summary>
    public required string Organisation { get; set; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the secret part, in hexadecimal; the secret is random, so no slower digest is needed.</summary>
    public required string Digest { get; set; }

    /// <summary>What it may be used for.</summary>
    public Scopes Scopes { get; set; }

    /// <summary>How often it may call.</summary>
    public KeyTier Tier { get; set; }

    /// <summary>Networks it may call from, divided by spaces; empty for all.</summary>
    public string Networks { get; set; } = "";

    /// <summary>When it was made, in UTC ticks.</summary>
    public long CreatedTicks { get; set; }

    /// <summary>When it ends, in UTC ticks; null for never.</summary>
    public long? ExpiresTicks { get; set; }

    /// <summary>When it was revoked, in UTC ticks.</summary>
    public long? RevokedTicks { get; set; }

    /// <summary>When it was last used, to the minute, in UTC ticks.</summary>
    public long? LastUsedTicks { get; set; }
}

/// <summary>How often a key may call.</summary>
internal enum KeyTier
{
    /// <summary>As <c>Access:KeyRequestsPerMinute</c> says.</summary>
    Standard,

    /// <summary>Ten times as often.</summary>
    High,
}

/// <summary>How keys are stored.</summary>
internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.HasKey(key => key.Id);
        builder.HasIndex(key => key.Organisation);
    }
}
