using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace OutlookAssist.Protection;

/// <summary>The form of everything that is sealed whole: version of the form, version of the key, nonce, AES-256-GCM ciphertext, tag.</summary>
internal static class SealedBytes
{
    private const byte Form = 1;
    private const int KeyVersionAt = 1;
    private const int NonceAt = 5;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = NonceAt + NonceLength;

    /// <summary>What sealing adds to a text.</summary>
    public const int Overhead = HeaderLength + TagLength;

    /// <summary>The version of the key that sealed it; null when it has not this form.</summary>
    public static int? KeyVersionOf(ReadOnlySpan<byte> content) =>
        content.Length >= Overhead && content[0] == Form ? BinaryPrimitives.ReadInt32BigEndian(content[KeyVersionAt..]) : null;

    /// <summary>Seals with a fresh nonce; the header is authenticated together with <paramref name="bound"/>.</summary>
    public static byte[] Seal(byte[] key, int keyVersion, ReadOnlySpan<byte> bound, ReadOnlySpan<byte> plain)
    {
        var content = new byte[Overhead + plain.Length];
        content[0] = Form;
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(KeyVersionAt), keyVersion);
        var nonce = content.AsSpan(NonceAt, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, content.AsSpan(HeaderLength, plain.Length), content.AsSpan(HeaderLength + plain.Length), Together(content.AsSpan(0, NonceAt), bound));
        return content;
    }

    /// <summary>False when anything is not as it was sealed: a bit of it, its length, the key, or what it was bound to.</summary>
    public static bool TryOpen(byte[] key, ReadOnlySpan<byte> bound, ReadOnlySpan<byte> content, [NotNullWhen(true)] out byte[]? plain)
    {
        plain = null;
        if (KeyVersionOf(content) is null)
        {
            return false;
        }

        var opened = new byte[content.Length - Overhead];
        try
        {
            using var cipher = new AesGcm(key, TagLength);
            cipher.Decrypt(content.Slice(NonceAt, NonceLength), content[HeaderLength..^TagLength], content[^TagLength..], opened, Together(content[..NonceAt], bound));
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        plain = opened;
        return true;
    }

    private static byte[] Together(ReadOnlySpan<byte> header, ReadOnlySpan<byte> bound) => [.. header, .. bound];
}
