using System.Buffers.Binary;
using System.Text;
using OutlookAssist.Http;

namespace OutlookAssist.Protection;

/// <summary>Seals what is kept so that it can be read only for the organisation and at the place it was written for.</summary>
/// <remarks>A place is <c>Table/column/key of the row</c>: a value that was moved to another row, column or organisation does not open.</remarks>
internal sealed class ContentCipher(OrganisationKeys keys)
{
    /// <summary>Seals with the newest key of the organisation, which is made when it has none. It never writes to the database of the content, so it may be called inside a transaction.</summary>
    public byte[] Seal(string organisation, string rowIdentity, ReadOnlySpan<byte> plain)
    {
        var key = keys.Newest(organisation);
        return SealedBytes.Seal(key.Bytes, key.Version, Binding(organisation, rowIdentity), plain);
    }

    /// <summary>What was sealed at this place.</summary>
    /// <exception cref="DamagedException"><c>content-damaged</c>: it is not what was written here. <c>content-key-missing</c>: its key is gone.</exception>
    public byte[] Open(string organisation, string rowIdentity, ReadOnlySpan<byte> content)
    {
        var version = SealedBytes.KeyVersionOf(content) ?? throw Damaged();
        var key = keys.Find(organisation, version) ?? throw KeyMissing();
        return SealedBytes.TryOpen(key, Binding(organisation, rowIdentity), content, out var plain) ? plain : throw Damaged();
    }

    /// <summary><see cref="Seal"/> for text columns: Base64.</summary>
    public string SealText(string organisation, string rowIdentity, string plain) => Convert.ToBase64String(Seal(organisation, rowIdentity, Encoding.UTF8.GetBytes(plain)));

    /// <summary><see cref="Open"/> for what <see cref="SealText"/> gave.</summary>
    public string OpenText(string organisation, string rowIdentity, string content)
    {
        var bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out var length) ? Encoding.UTF8.GetString(Open(organisation, rowIdentity, bytes.AsSpan(0, length))) : throw Damaged();
    }

    /// <summary>What is kept differs from what was written.</summary>
    internal static DamagedException Damaged() =>
        new("content-damaged", "What is kept here is not what was written: it was changed, moved or cut short. Restore it from a backup.");

    /// <summary>The key that sealed it is not there any more.</summary>
    internal static DamagedException KeyMissing() =>
        new("content-key-missing", "The key that this was sealed with is not in keys.db any more. Restore that file from a backup.");

    /// <summary>Both names with their lengths, so that no two pairs give the same bytes.</summary>
    internal static byte[] Binding(string organisation, string rowIdentity)
    {
        var bytes = new byte[sizeof(int) + Encoding.UTF8.GetByteCount(organisation) + Encoding.UTF8.GetByteCount(rowIdentity)];
        var length = Encoding.UTF8.GetBytes(organisation, bytes.AsSpan(sizeof(int)));
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        Encoding.UTF8.GetBytes(rowIdentity, bytes.AsSpan(sizeof(int) + length));
        return bytes;
    }
}
