using Microsoft.EntityFrameworkCore;

namespace OutlookAssist.Data;

/// <summary>The one database; every module brings the mapping of its own entities as a <c>*Table.cs</c>.</summary>
internal sealed class OutlookAssistDatabase(DbContextOptions<OutlookAssistDatabase> options) : DbContext(options)
{
    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Inside a transaction the turn is ours already.
        using var turn = Database.CurrentTransaction is null ? await WriteTurn.TakeAsync(this, cancellationToken) : null;
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OutlookAssistDatabase).Assembly);
}
