using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OutlookAssist.Data;
using OutlookAssist.Protection;

namespace OutlookAssist.Privacy;

/// <summary>The key that an organisation's marks are made with.</summary>
internal sealed class PersonMarkKey
{
    /// <summary>Whose.</summary>
    public required string Organisation { get; set; }

    /// <summary>The key, sealed.</summary>
    public required byte[] Sealed { get; set; }
}

/// <summary>How it is stored.</summary>
internal sealed class PersonMarkTable : IEntityTypeConfiguration<PersonMarkKey>
{
    /// <summary>The place of <see cref="PersonMarkKey.Sealed"/>.</summary>
    public static readonly SealedColumn Key = new("PersonMarkKeys", nameof(PersonMarkKey.Sealed), nameof(PersonMarkKey.Organisation));

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<PersonMarkKey> builder)
    {
        builder.ToTable("PersonMarkKeys");
        builder.HasKey(key => key.Organisation);
    }
}

/// <summary>The key among what an organisation can have removed whole: without it no mark tells anything.</summary>
internal sealed class KeptPersonMarkKeys(OutlookAssistDatabase database, PersonMark marks) : IOrganisationData
{
    /// <inheritdoc />
    public string Name => "personMarkKeys";

    /// <inheritdoc />
    public async Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation)
    {
        var removed = await database.ExecuteAsync("DELETE FROM PersonMarkKeys WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
        marks.Forget(organisation);
        return removed;
    }
}
