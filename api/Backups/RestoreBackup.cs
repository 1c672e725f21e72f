using System.Formats.Tar;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Protection;

namespace OutlookAssist.Backups;

/// <summary>Puts a backup in the place of what a data directory holds: unpacked beside, verified whole, and only then moved in.</summary>
internal sealed class RestoreBackup(IOptions<DataOptions> data, IOptions<ProtectionOptions> protection, TimeProvider time)
{
    private const string Unpacked = "restoring-";
    private const string Replaced = "replaced-";

    /// <summary>Restores; gives what was in the backup, and where what was there before lies now.</summary>
    /// <param name="backup">The folder or the file.</param>
    /// <param name="replaces">Whether what the data directory holds may be put aside.</param>
    /// <param name="cancellation">Ends it; before the last step nothing is changed.</param>
    public async Task<(BackupManifest Manifest, string? Before)> HandleAsync(string backup, bool replaces, CancellationToken cancellation)
    {
        var root = Path.GetFullPath(data.Value.Directory);
        if (!File.Exists(backup) && !Directory.Exists(backup))
        {
            throw new BackupException($"There is no backup at {Path.GetFullPath(backup)}.");
        }

        Folders.CreateOwned(root);
        using var claim = Claim(root);
        if (Held(root).Any() && !replaces)
        {
            throw new BackupException($"The data directory {root} is not empty. Choose an empty one with --Data:Directory, or write `replace` after the backup to put what is there aside.");
        }

        var staging = Path.Combine(root, $"{Unpacked}{Guid.NewGuid():N}");
        try
        {
            Folders.CreateOwned(staging);
            await UnpackAsync(backup, staging, cancellation);
            var manifest = await VerifyAsync(staging, root, cancellation);
            return (manifest, MoveIn(staging, root));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new BackupException("The backup could not be read, or the data directory could not be written. Check the file, the room on the disk and the rights.", failure);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    private static FileStream Claim(string root)
    {
        try
        {
            return new FileStream(Path.Combine(root, DataDirectory.ClaimName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new BackupException($"The product is running on {root}. Stop it first; nothing was changed.", failure);
        }
    }

    /// <summary>What there is to lose: not the claim, not a master key that was put there for the restore.</summary>
    private static IEnumerable<string> Held(string root) => Directory.EnumerateFileSystemEntries(root).Where(entry => Path.GetFileName(entry) is var name
        && name is not (DataDirectory.ClaimName or "master.key" or DataDirectory.UnfinishedName) && !name.StartsWith(Unpacked, StringComparison.Ordinal) && !name.StartsWith(Replaced, StringComparison.Ordinal));

    private static async Task UnpackAsync(string backup, string staging, CancellationToken cancellation)
    {
        if (File.Exists(backup))
        {
            await TarFile.ExtractToDirectoryAsync(backup, staging, overwriteFiles: false, cancellation);
            return;
        }

        foreach (var source in Directory.EnumerateFiles(backup, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(staging, Path.GetRelativePath(backup, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await using var from = File.OpenRead(source);
            await using var to = File.Create(target);
            await from.CopyToAsync(to, cancellation);
        }
    }

    private async Task<BackupManifest> VerifyAsync(string staging, string root, CancellationToken cancellation)
    {
        var (file, seal) = (Path.Combine(staging, BackupManifest.FileName), Path.Combine(staging, BackupManifest.SealName));
        var written = File.Exists(file) && File.Exists(seal) ? await File.ReadAllBytesAsync(file, cancellation) : [];
        var manifest = BackupManifest.Read(written) ?? throw new BackupException("This is no backup of this product, or one of a newer version. Nothing was changed.");
        await RefuseChangedAsync(staging, manifest, cancellation);
        foreach (var database in manifest.Files.Keys.Where(name => name.EndsWith(".db", StringComparison.Ordinal)))
        {
            Folders.RefuseBroken(Path.Combine(staging, database));
        }

        var keys = new OrganisationKeys(new KeyDatabase(Path.Combine(staging, "keys.db")), new MasterKeySource(protection, root), time);
        keys.RefuseWrongMasterKey();
        try
        {
            var cipher = new ContentCipher(keys);
            if (!cipher.Open(BackupManifest.Owner, BackupManifest.SealPlace, await File.ReadAllBytesAsync(seal, cancellation)).AsSpan().SequenceEqual(SHA256.HashData(written)))
            {
                throw Changed(BackupManifest.FileName);
            }

            await UnsealAuditKeyAsync(staging, cipher, cancellation);
        }
        catch (DamagedException failure)
        {
            throw new BackupException("The backup does not bear the seal of this product: it was changed. Nothing was restored.", failure);
        }

        File.Delete(file);
        File.Delete(seal);
        return manifest;
    }

    private static async Task RefuseChangedAsync(string staging, BackupManifest manifest, CancellationToken cancellation)
    {
        var found = Directory.EnumerateFiles(staging, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(staging, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => name is not (BackupManifest.FileName or BackupManifest.SealName)).ToHashSet(StringComparer.Ordinal);
        if (found.FirstOrDefault(name => !manifest.Files.ContainsKey(name)) is { } unknown)
        {
            throw Changed(unknown);
        }

        foreach (var (name, expected) in manifest.Files)
        {
            var path = Folders.Below(staging, name);
            if (!found.Contains(name) || new FileInfo(path).LinkTarget is not null)
            {
                throw Changed(name);
            }

            await using var file = File.OpenRead(path);
            if (await BackupManifest.DescribeAsync(file, null, cancellation) != expected)
            {
                throw Changed(name);
            }
        }
    }

    private static BackupException Changed(string name) => new($"The file {name} of the backup is not what was backed up. Nothing was restored.");

    private static async Task UnsealAuditKeyAsync(string staging, ContentCipher cipher, CancellationToken cancellation)
    {
        var kept = Path.Combine(staging, BackupManifest.AuditKeyName);
        if (File.Exists(kept))
        {
            await using var target = new FileStream(Path.Combine(staging, DataDirectory.AuditKeyName), Folders.OwnedFile());
            await target.WriteAsync(cipher.Open(BackupManifest.Owner, BackupManifest.AuditKeyPlace, await File.ReadAllBytesAsync(kept, cancellation)), cancellation);
            File.Delete(kept);
        }
    }

    /// <summary>A mark stands while files move: a product that finds it does not start on half of each.</summary>
    private string? MoveIn(string staging, string root)
    {
        SqliteConnection.ClearAllPools();
        var mark = Path.Combine(root, DataDirectory.UnfinishedName);
        File.WriteAllText(mark, "");
        var before = Held(root).Any() ? Path.Combine(root, $"{Replaced}{time.GetUtcNow():yyyyMMddHHmmssfff}") : null;
        if (before is not null)
        {
            Folders.CreateOwned(before);
            foreach (var entry in Held(root).ToList())
            {
                Directory.Move(entry, Path.Combine(before, Path.GetFileName(entry)));
            }
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(staging).ToList())
        {
            Directory.Move(entry, Path.Combine(root, Path.GetFileName(entry)));
        }

        File.Delete(mark);
        return before;
    }
}
