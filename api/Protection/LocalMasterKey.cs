using System.Security.Cryptography;
using System.Text;

namespace OutlookAssist.Protection;

/// <summary>A master key of 256 bits that this process holds itself.</summary>
internal sealed class LocalMasterKey : IMasterKey
{
    /// <summary>Its length.</summary>
    public const int Bytes = 32;

    private const int NameLength = 16;
    private readonly byte[] _key;

    /// <summary>Takes the key.</summary>
    public LocalMasterKey(byte[] key)
    {
        _key = key;
        Name = "local:" + Convert.ToHexStringLower(HMACSHA256.HashData(key, "name of the master key"u8))[..NameLength];
    }

    /// <summary>Tells master keys apart and tells nothing about them.</summary>
    public string Name { get; }

    /// <summary>Reads the text form, 32 bytes as Base64; null when it is not that.</summary>
    public static LocalMasterKey? Parse(string text)
    {
        var bytes = new byte[Bytes + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Bytes ? new LocalMasterKey(bytes[..Bytes]) : null;
    }

    /// <inheritdoc />
    public OrganisationKey Wrap(string organisation, int version, ReadOnlySpan<byte> dataKey) =>
        new(organisation, version, SealedBytes.Seal(_key, 0, Binding(organisation, version), dataKey), Name);

    /// <inheritdoc />
    public byte[]? Unwrap(OrganisationKey kept) =>
        kept.WrappedBy == Name && SealedBytes.TryOpen(_key, Binding(kept.Organisation, kept.Version), kept.Wrapped, out var dataKey) ? dataKey : null;

    private static byte[] Binding(string organisation, int version) => Encoding.UTF8.GetBytes($"data key {version} of {organisation}");
}
