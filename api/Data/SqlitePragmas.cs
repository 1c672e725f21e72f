using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace OutlookAssist.Data;

/// <summary>Makes every connection durable and patient: SQLite keeps these choices per connection, not per file.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // secure_delete: what is deleted is overwritten, so that erasing a person leaves nothing in free pages.
    // FULL: an acknowledgement promises that the commit survives a power cut; NORMAL can lose the last ones in WAL mode.
    private const string Pragmas = "PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;";

    // A connection that comes out of the pool is opened again for EF and still the same for SQLite: telling it once is enough.
    private static readonly ConditionalWeakTable<sqlite3, object> Told = [];

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsNew(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsNew(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static bool IsNew(DbConnection connection) => connection is not SqliteConnection { Handle: { } handle } || Told.TryAdd(handle, handle);
}
