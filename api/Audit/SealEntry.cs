using System.Security.Cryptography;
using System.Text.Json;
using OutlookAssist.Data;

namespace OutlookAssist.Audit;

/// <summary>Seals each entry together with the one before, with a key that is not in the database.</summary>
internal sealed class SealEntry
{
    /// <summary>What the first entry follows.</summary>
    public const string Beginning = "";

    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly byte[] _key;

    /// <summary>Reads the key, or makes one at the first start.</summary>
    public SealEntry(DataDirectory directory)
    {
        var file = directory.AuditKey;
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using var stream = new FileStream(file, options);
            stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            stream.Flush(flushToDisk: true);
        }

        _key = File.ReadAllBytes(file);
    }

    /// <summary>The seal of an entry that follows one with the given seal. A list as JSON is unambiguous: no two different entries have the same text.</summary>
    public string Of(AuditEntry entry, string before) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, JsonSerializer.SerializeToUtf8Bytes<object[]>(
        [before, entry.Organisation, entry.Number, entry.Ticks, entry.Actor, entry.Action, entry.Target, entry.Outcome, entry.Network])));
}
