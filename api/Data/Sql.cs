using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace OutlookAssist.Data;

/// <summary>Plain commands on the context's own connection and transaction, for what EF Core 6 cannot say.</summary>
internal static class Sql
{
    /// <summary>A command that takes part in the context's transaction; parameters are <c>$name</c>.</summary>
    public static async Task<DbCommand> CommandAsync(this DbContext database, string text, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await database.Database.OpenConnectionAsync(cancellation);
        var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.Transaction = database.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Runs a statement and gives the number of rows it changed.</summary>
    public static async Task<int> ExecuteAsync(this DbContext database, string text, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        // Inside a transaction the turn is ours already.
        using var turn = database.Database.CurrentTransaction is null ? await WriteTurn.TakeAsync(database, cancellation) : null;
        await using var command = await database.CommandAsync(text, cancellation, parameters);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Opens a transaction that holds the write lock from its start, so that it never fails half way for a lock.</summary>
    public static async Task<WriteTransaction> BeginWriteAsync(this DbContext database, CancellationToken cancellation)
    {
        var turn = await WriteTurn.TakeAsync(database, cancellation);
        try
        {
            await database.Database.OpenConnectionAsync(cancellation);
            // Microsoft.Data.Sqlite begins every non-deferred transaction with BEGIN IMMEDIATE.
            return new WriteTransaction(await database.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellation), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>The key that the next row of a table gets, for a row whose content must name it; the transaction that holds the write lock keeps it free.</summary>
    public static async Task<long> NextKeyAsync(this DbContext database, string table, CancellationToken cancellation)
    {
        if (database.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A key is free only as long as a transaction keeps others from writing.");
        }

        await using var command = await database.CommandAsync("SELECT seq FROM sqlite_sequence WHERE name = $table", cancellation, ("$table", table));
        return ((long?)await command.ExecuteScalarAsync(cancellation) ?? 0) + 1;
    }

    /// <summary>Begins to read: until it is disposed, every command sees the database as it is at the first one, whoever writes meanwhile.</summary>
    public static async Task<IAsyncDisposable> BeginReadAsync(this DbContext database, CancellationToken cancellation)
    {
        // As a plain statement: a transaction of Microsoft.Data.Sqlite that is not deferred would lock writers out.
        await database.ReadAsync("BEGIN DEFERRED", cancellation);
        return new ReadSnapshot(database);
    }

    /// <summary>Runs a statement that writes nothing, so that it needs no turn.</summary>
    private static async Task ReadAsync(this DbContext database, string text, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync(text, cancellation);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed class ReadSnapshot(DbContext database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await database.ReadAsync("ROLLBACK", CancellationToken.None);
    }
}
