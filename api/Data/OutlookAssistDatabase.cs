using Microsoft.EntityFrameworkCore;

namespace OutlookAssist.Data;

/// <summary>The one database; every module brings the mapping of its own entities as a <c>*Table.cs</c>.</summary>
internal sealed class OutlookAssistDatabase(DbContextOptions<OutlookAssistDatabase> options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OutlookAssistDatabase).Assembly);
}
