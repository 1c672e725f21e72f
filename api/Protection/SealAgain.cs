using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Protection;

/// <summary>Brings everything that is kept under the newest keys: what older keys sealed, and, once, what a version before this one kept plain.</summary>
/// <remarks>What is done already is skipped, so that it can be stopped and run again at any time, and the product may go on meanwhile: a value that changed under its hands is left to its writer.</remarks>
internal sealed class SealAgain(IDbContextFactory<OutlookAssistDatabase> databases, IEnumerable<SealedColumn> columns, IEnumerable<ISealedFiles> files, ContentCipher cipher, FileCipher fileCipher, OrganisationKeys keys, KeyDatabase kept, DataDirectory directory)
{
    private const int Batch = 200;

    /// <summary>Seals what no start has sealed yet, and remembers that it is done: from then on a plain value is a damaged one.</summary>
    public async Task SealPlainAsync(CancellationToken cancellation)
    {
        foreach (var column in columns.Where(column => !kept.IsDone(StepOf(column))))
        {
            await RunAsync(column, takesPlain: true, cancellation);
            kept.Done(StepOf(column));
        }

        foreach (var kind in files.Where(kind => !kept.IsDone(StepOf(kind))))
        {
            await RunAsync(kind, takesPlain: true, cancellation);
            kept.Done(StepOf(kind));
        }
    }

    /// <summary>Seals everything with the newest keys; gives how many values and files were sealed anew.</summary>
    public async Task<(int Values, int Files)> RunAsync(CancellationToken cancellation)
    {
        var (values, sealedFiles) = (0, 0);
        foreach (var column in columns)
        {
            values += await RunAsync(column, takesPlain: false, cancellation);
        }

        foreach (var kind in files)
        {
            sealedFiles += await RunAsync(kind, takesPlain: false, cancellation);
        }

        return (values, sealedFiles);
    }

    private static string StepOf(SealedColumn column) => $"sealed {column.Table}.{column.Column}";

    private static string StepOf(ISealedFiles kind) => $"sealed files: {kind.Name}";

    private async Task<int> RunAsync(SealedColumn column, bool takesPlain, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var (done, last) = (0, 0L);
        while (await ReadAsync(database, column, last, cancellation) is { Count: > 0 } rows)
        {
            last = rows[^1].Row;
            var changed = rows.Select(row => (row.Row, row.Value, New: Again(column, row, takesPlain))).Where(row => row.New is not null).ToList();
            if (changed.Count == 0)
            {
                continue;
            }

            await using var transaction = await database.BeginWriteAsync(cancellation);
            foreach (var (row, old, value) in changed)
            {
                done += await database.ExecuteAsync(
                    $"UPDATE {column.Table} SET {column.Column} = $new WHERE rowid = $row AND {column.Column} = $old", cancellation, ("$new", value), ("$row", row), ("$old", old));
            }

            await transaction.CommitAsync(cancellation);
        }

        return done;
    }

    private static async Task<List<KeptValue>> ReadAsync(OutlookAssistDatabase database, SealedColumn column, long after, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync(
            $"SELECT rowid, {column.Organisation}, {column.Key}, {column.Column} FROM {column.Table} WHERE rowid > $after AND {column.Column} IS NOT NULL ORDER BY rowid LIMIT {Batch}", cancellation, ("$after", after));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<KeptValue>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new(reader.GetInt64(0), reader.GetString(1), Convert.ToString(reader[2], CultureInfo.InvariantCulture) ?? "", reader[3]));
        }

        return rows;
    }

    /// <summary>The value under the newest key; null when it is that already.</summary>
    private object? Again(SealedColumn column, KeptValue row, bool takesPlain)
    {
        var place = column.PlaceOf(row.Key);
        var isText = row.Value is string;
        var bytes = row.Value as byte[] ?? [];
        if (row.Value is string text)
        {
            var decoded = new byte[text.Length];
            bytes = Convert.TryFromBase64String(text, decoded, out var length) ? decoded[..length] : [];
        }

        if (!takesPlain && SealedBytes.KeyVersionOf(bytes) == keys.Newest(row.Organisation).Version)
        {
            return null;
        }

        byte[] plain;
        try
        {
            plain = cipher.Open(row.Organisation, place, bytes);
            if (SealedBytes.KeyVersionOf(bytes) == keys.Newest(row.Organisation).Version)
            {
                return null; // A run that was interrupted had come this far.
            }
        }
        catch (DamagedException) when (takesPlain)
        {
            plain = row.Value as byte[] ?? System.Text.Encoding.UTF8.GetBytes((string)row.Value);
        }

        var again = cipher.Seal(row.Organisation, place, plain);
        return isText ? Convert.ToBase64String(again) : again;
    }

    private async Task<int> RunAsync(ISealedFiles kind, bool takesPlain, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var all = new List<SealedFile>();
        await foreach (var file in kind.ListAsync(database, cancellation))
        {
            all.Add(file);
        }

        var done = 0;
        foreach (var file in all)
        {
            done += await AgainAsync(file, takesPlain, cancellation) ? 1 : 0;
        }

        return done;
    }

    private async Task<bool> AgainAsync(SealedFile file, bool takesPlain, CancellationToken cancellation)
    {
        var path = Path.Combine(directory.Root, file.Place.Replace('/', Path.DirectorySeparatorChar));
        if (!File.Exists(path))
        {
            return false; // Deleted meanwhile.
        }

        var version = await VersionAsync(path, cancellation);
        if (version == keys.Newest(file.Organisation).Version || (version is null && !takesPlain))
        {
            return false;
        }

        var beside = Path.Combine(directory.Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var plain = version is null ? (Stream)File.OpenRead(path) : fileCipher.Open(file.Organisation, file.Place, path))
            await using (var target = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileCipher.PieceLength, FileOptions.Asynchronous))
            await using (var again = fileCipher.Seal(file.Organisation, file.Place, target))
            {
                await plain.CopyToAsync(again, cancellation);
                await again.CompleteAsync(cancellation);
                await target.FlushAsync(cancellation);
                target.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static async Task<int?> VersionAsync(string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[FileCipher.HeaderLength];
        var length = await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellation);
        return FileCipher.VersionOf(header.AsSpan(0, length));
    }

    private sealed record KeptValue(long Row, string Organisation, string Key, object Value);
}
