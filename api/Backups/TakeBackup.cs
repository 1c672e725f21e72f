using System.Formats.Tar;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Protection;

namespace OutlookAssist.Backups;

/// <summary>Copies everything that cannot be made again while the product goes on: database, originals, wrapped keys; verified before it bears its name, and never with a master key.</summary>
internal sealed class TakeBackup(IDbContextFactory<OutlookAssistDatabase> databases, KeyDatabase keys, OrganisationKeys organisationKeys, IEnumerable<ISealedFiles> files, ContentCipher cipher, DataDirectory directory, TimeProvider time)
{
    private const int MostTries = 10;

    /// <summary>Writes a folder, or one file when the name ends with <c>.tar</c>; an unfinished one never has the name.</summary>
    public async Task<BackupManifest> HandleAsync(string target, CancellationToken cancellation)
    {
        target = Path.GetFullPath(target);
        if (File.Exists(target) || Directory.Exists(target))
        {
            throw new BackupException($"{target} is there already. Name a place that is not.");
        }

        var work = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            Folders.CreateOwned(work);
            var manifest = await FillAsync(work, cancellation);
            await VerifyAsync(work, manifest, cancellation);
            if (target.EndsWith(".tar", StringComparison.OrdinalIgnoreCase))
            {
                await PackAsync(work, target, manifest, cancellation);
            }
            else
            {
                Directory.Move(work, target);
            }

            return manifest;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The backup could not be written to {target}: {(failure is UnauthorizedAccessException ? "this user may not write there" : "check that there is room and that the place is there")}.", failure);
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    private async Task<BackupManifest> FillAsync(string work, CancellationToken cancellation)
    {
        var held = new SortedDictionary<string, BackupFile>(StringComparer.Ordinal);
        await CopyContentAsync(work, held, cancellation);
        if (File.Exists(directory.AuditKey))
        {
            await WriteAsync(work, held, BackupManifest.AuditKeyName, cipher.Seal(BackupManifest.Owner, BackupManifest.AuditKeyPlace, await File.ReadAllBytesAsync(directory.AuditKey, cancellation)), cancellation);
        }

        // After the content, so that every key is there that something in it was sealed with.
        organisationKeys.Newest(BackupManifest.Owner);
        keys.CopyTo(Path.Combine(work, "keys.db"));
        await DescribeAsync(work, held, "keys.db", cancellation);
        var manifest = new BackupManifest(BackupManifest.CurrentForm, time.GetUtcNow(), [.. keys.All().Where(key => key.Wrapped.Length > 0).Select(key => key.WrappedBy).Distinct()], held);
        var written = manifest.Write();
        await File.WriteAllBytesAsync(Path.Combine(work, BackupManifest.FileName), written, cancellation);
        await File.WriteAllBytesAsync(Path.Combine(work, BackupManifest.SealName), cipher.Seal(BackupManifest.Owner, BackupManifest.SealPlace, SHA256.HashData(written)), cancellation);
        return manifest;
    }

    /// <summary>The database as it is at one moment, and every original that it names. One that was removed between the two is looked for at a later moment.</summary>
    private async Task CopyContentAsync(string work, SortedDictionary<string, BackupFile> held, CancellationToken cancellation)
    {
        var copy = Path.Combine(work, Path.GetFileName(directory.Database));
        for (var tries = 0; tries < MostTries; tries++)
        {
            File.Delete(copy);
            await using (var database = await databases.CreateDbContextAsync(cancellation))
            {
                await using var command = await database.CommandAsync("VACUUM INTO $copy", cancellation, ("$copy", copy));
                await command.ExecuteNonQueryAsync(cancellation);
            }

            if (await CopyOriginalsAsync(work, copy, held, cancellation))
            {
                await DescribeAsync(work, held, Path.GetFileName(copy), cancellation);
                return;
            }
        }

        throw new BackupException("Originals that the database names are missing in the data directory. Look for what removes them; a backup would not be whole.");
    }

    private async Task<bool> CopyOriginalsAsync(string work, string copy, SortedDictionary<string, BackupFile> held, CancellationToken cancellation)
    {
        await using var snapshot = new OutlookAssistDatabase(new DbContextOptionsBuilder<OutlookAssistDatabase>().UseSqlite(Folders.ReadOnly(copy)).Options);
        foreach (var kind in files)
        {
            await foreach (var file in kind.ListAsync(snapshot, cancellation))
            {
                if (!held.ContainsKey(file.Place) && !await CopyAsync(work, held, file.Place, cancellation))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private async Task<bool> CopyAsync(string work, SortedDictionary<string, BackupFile> held, string place, CancellationToken cancellation)
    {
        var target = Folders.Below(work, place);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            await using var source = new FileStream(Folders.Below(directory.Root, place), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            await using var copy = new FileStream(target, FileMode.Create, FileAccess.Write);
            held[place] = await BackupManifest.DescribeAsync(source, copy, cancellation);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static async Task WriteAsync(string work, SortedDictionary<string, BackupFile> held, string name, byte[] content, CancellationToken cancellation)
    {
        await File.WriteAllBytesAsync(Path.Combine(work, name), content, cancellation);
        await DescribeAsync(work, held, name, cancellation);
    }

    private static async Task DescribeAsync(string work, SortedDictionary<string, BackupFile> held, string name, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Path.Combine(work, name));
        held[name] = await BackupManifest.DescribeAsync(file, null, cancellation);
    }

    /// <summary>Reads back what was written: a backup that cannot be read is none.</summary>
    private static async Task VerifyAsync(string work, BackupManifest manifest, CancellationToken cancellation)
    {
        foreach (var (name, expected) in manifest.Files)
        {
            await using var file = File.OpenRead(Folders.Below(work, name));
            if (await BackupManifest.DescribeAsync(file, null, cancellation) != expected)
            {
                throw new BackupException($"The copy of {name} reads differently from what was written. Check the disk of the backup.");
            }
        }

        foreach (var database in manifest.Files.Keys.Where(name => name.EndsWith(".db", StringComparison.Ordinal)))
        {
            Folders.RefuseBroken(Path.Combine(work, database));
        }
    }

    private static async Task PackAsync(string work, string target, BackupManifest manifest, CancellationToken cancellation)
    {
        var partial = $"{target}.partial";
        try
        {
            await using (var packed = new FileStream(partial, Folders.OwnedFile()))
            {
                await TarFile.CreateFromDirectoryAsync(work, packed, includeBaseDirectory: false, cancellation);
                packed.Flush(flushToDisk: true);
            }

            await using (var packed = File.OpenRead(partial))
            await using (var reader = new TarReader(packed))
            {
                var found = 0;
                while (await reader.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
                {
                    if (entry.DataStream is { } data && manifest.Files.TryGetValue(entry.Name, out var expected))
                    {
                        found += await BackupManifest.DescribeAsync(data, null, cancellation) == expected ? 1 : 0;
                    }
                }

                if (found != manifest.Files.Count)
                {
                    throw new BackupException("The packed backup reads differently from what was written. Check the disk of the backup.");
                }
            }

            File.Move(partial, target);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
