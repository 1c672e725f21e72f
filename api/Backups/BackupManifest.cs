using System.Security.Cryptography;
using System.Text.Json;

namespace OutlookAssist.Backups;

/// <summary>What a backup holds and how each file of it must look: it lies beside the files, and is itself sealed by a key of the product.</summary>
/// <param name="Form">The version of this form.</param>
/// <param name="CreatedAt">When it was taken.</param>
/// <param name="MasterKeys">The names of the master keys that open it; the keys themselves are never in a backup.</param>
/// <param name="Files">Every file, by its path with slashes.</param>
internal sealed record BackupManifest(int Form, DateTimeOffset CreatedAt, IReadOnlyList<string> MasterKeys, IReadOnlyDictionary<string, BackupFile> Files)
{
    /// <summary>The form that this version writes and reads.</summary>
    public const int CurrentForm = 1;

    /// <summary>Its file.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The file with its seal.</summary>
    public const string SealName = "manifest.seal";

    /// <summary>The key of the audit trail, sealed.</summary>
    public const string AuditKeyName = "audit.key.sealed";

    /// <summary>Whose keys seal what belongs to no organisation.</summary>
    public const string Owner = "(product)";

    /// <summary>The place that the seal is bound to.</summary>
    public const string SealPlace = "Backup/manifest/1";

    /// <summary>The place that the audit key is bound to.</summary>
    public const string AuditKeyPlace = "Backup/audit.key/1";

    /// <summary>All bytes.</summary>
    public long Bytes => Files.Values.Sum(file => file.Bytes);

    /// <summary>As it is written.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <summary>Reads what was written; null when it is no manifest.</summary>
    public static BackupManifest? Read(byte[] written)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(written, JsonSerializerOptions.Web) is { Form: CurrentForm, Files: not null, MasterKeys: not null } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The hash and length of what a stream still holds.</summary>
    public static async Task<BackupFile> DescribeAsync(Stream stream, Stream? copy, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var (length, read) = (0L, 0);
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            length += read;
            if (copy is not null)
            {
                await copy.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }

        return new BackupFile(length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>One file of a backup.</summary>
internal sealed record BackupFile(long Bytes, string Sha256);

/// <summary>A backup or a restore that was refused or failed, in a sentence for the person at the console.</summary>
internal sealed class BackupException(string reason, Exception? cause = null) : Exception(reason, cause);
