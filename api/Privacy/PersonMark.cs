using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Protection;

namespace OutlookAssist.Privacy;

/// <summary>Marks what was made from a person's mail, so that it can be found again by the address without keeping the address: a digest keyed with a key of each organisation, which is kept sealed.</summary>
internal sealed class PersonMark(IDbContextFactory<OutlookAssistDatabase> databases, ContentCipher cipher)
{
    private const int KeyBytes = 32;
    private const int MarkBytes = 16;
    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <summary>The mark of an address inside an organisation; empty for none, which is nobody's. The first mark of an organisation makes its key: not inside a transaction.</summary>
    public string Of(string organisation, string? address) => string.IsNullOrWhiteSpace(address)
        ? ""
        : Convert.ToHexStringLower(HMACSHA256.HashData(_keys.GetOrAdd(organisation, Read), Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())).AsSpan(0, MarkBytes));

    /// <summary>Reads the key of an organisation anew with its next mark.</summary>
    public void Forget(string organisation) => _keys.TryRemove(organisation, out _);

    private byte[] Read(string organisation)
    {
        using var database = databases.CreateDbContext();
        if (database.Set<PersonMarkKey>().AsNoTracking().FirstOrDefault(key => key.Organisation == organisation) is not { } kept)
        {
            var made = cipher.Seal(organisation, PersonMarkTable.Key.PlaceOf(organisation), RandomNumberGenerator.GetBytes(KeyBytes));
            // Another process may have made one meanwhile: that one counts.
            database.Database.ExecuteSqlInterpolated($"INSERT OR IGNORE INTO PersonMarkKeys (Organisation, Sealed) VALUES ({organisation}, {made})");
            kept = database.Set<PersonMarkKey>().AsNoTracking().First(key => key.Organisation == organisation);
        }

        return cipher.Open(organisation, PersonMarkTable.Key.PlaceOf(organisation), kept.Sealed);
    }
}
