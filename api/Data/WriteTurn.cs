using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace OutlookAssist.Data;

/// <summary>Lets the writers of this process in one after another, in the order in which they came.</summary>
/// <remarks>SQLite has one writer at a time. Its own waiting blocks a thread for each one who waits and is not fair: sixteen people who drafted at once made some of them wait until the patience of the database ended.</remarks>
internal sealed class WriteTurn : IDisposable
{
    private const int SqliteBusy = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new();
    private SemaphoreSlim? _turn;

    private WriteTurn(SemaphoreSlim turn) => _turn = turn;

    /// <summary>Waits for the turn to write to the database of this context; disposing it lets the next one in.</summary>
    /// <exception cref="SqliteException">Busy: the database is held by somebody else for so long that nobody gets in.</exception>
    public static async Task<WriteTurn> TakeAsync(DbContext database, CancellationToken cancellation)
    {
        var turn = Turns.GetOrAdd(database.Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1, 1));
        return await turn.WaitAsync(Patience, cancellation)
            ? new WriteTurn(turn)
            : throw new SqliteException("The database is held by another writer.", SqliteBusy);
    }

    /// <inheritdoc />
    public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
}

/// <summary>A transaction that holds the write lock from its beginning and gives up its turn when it ends.</summary>
internal sealed class WriteTransaction(IDbContextTransaction transaction, WriteTurn turn) : IAsyncDisposable
{
    /// <summary>Makes everything that was written lasting.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        await transaction.CommitAsync(cancellation);
        turn.Dispose();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn.Dispose();
    }
}
