using Microsoft.EntityFrameworkCore;

namespace OutlookAssist.Data;

/// <summary>Makes what was deleted leave the files too: the write-ahead log, free pages, and what an older version of the product left in them.</summary>
internal sealed class CleanDatabase(IDbContextFactory<OutlookAssistDatabase> databases)
{
    private const long LargestInMemory = 256L << 20;
    private const int Tries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Writes the whole file anew and empties the log; false when a long reading kept the log from being emptied, which the next call does.</summary>
    public async Task<bool> RewriteAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        // The new file is put together in memory unless it is large; what goes to a temporary file is what remains, never what was deleted.
        var inMemory = await NumberAsync(database, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()", cancellation) <= LargestInMemory;
        using (await WriteTurn.TakeAsync(database, cancellation))
        {
            await RunAsync(database, inMemory ? "VACUUM" : "PRAGMA temp_store=FILE; VACUUM; PRAGMA temp_store=MEMORY", cancellation);
        }

        return await EmptyLogAsync(database, cancellation);
    }

    /// <summary>Moves the log into the file and cuts it to nothing.</summary>
    public async Task<bool> EmptyLogAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await EmptyLogAsync(database, cancellation);
    }

    private static async Task<bool> EmptyLogAsync(OutlookAssistDatabase database, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            using (await WriteTurn.TakeAsync(database, cancellation))
            {
                if (await NumberAsync(database, "PRAGMA wal_checkpoint(TRUNCATE)", cancellation) == 0)
                {
                    return true;
                }
            }

            await Task.Delay(Pause, cancellation);
        }

        return false;
    }

    private static async Task RunAsync(OutlookAssistDatabase database, string text, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync(text, cancellation);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<long> NumberAsync(OutlookAssistDatabase database, string text, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync(text, cancellation);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
    }
}
