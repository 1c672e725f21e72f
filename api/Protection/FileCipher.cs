using System.Buffers.Binary;
using System.Security.Cryptography;
using OutlookAssist.Http;

namespace OutlookAssist.Protection;

/// <summary>Seals files of any length piece by piece, so that they can be read in ranges and a piece that is missing, moved or cut off shows.</summary>
/// <remarks>Header: mark, version of the data key, salt. The key of the file is derived from the data key, the salt and the place. Each piece of 64 KiB is AES-256-GCM under a nonce of its number and of whether it is the last one.</remarks>
internal sealed class FileCipher(OrganisationKeys keys)
{
    /// <summary>The length of a piece before it is sealed.</summary>
    public const int PieceLength = 1 << 16;

    /// <summary>The length of the header.</summary>
    public const int HeaderLength = MarkLength + sizeof(int) + SaltLength;

    /// <summary>What sealing adds to a piece.</summary>
    public const int TagLength = 16;

    private const int MarkLength = 4;
    private const int SaltLength = 32;

    private static ReadOnlySpan<byte> Mark => "OAF1"u8;

    /// <summary>A stream that seals what is written to it into <paramref name="target"/>; nothing of it counts before <see cref="SealingStream.CompleteAsync"/>.</summary>
    public SealingStream Seal(string organisation, string place, Stream target)
    {
        var newest = keys.Newest(organisation);
        var header = new byte[HeaderLength];
        Mark.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(MarkLength), newest.Version);
        RandomNumberGenerator.Fill(header.AsSpan(MarkLength + sizeof(int)));
        return new SealingStream(target, header, FileKey(newest.Bytes, header, organisation, place));
    }

    /// <summary>A stream over what was sealed, which can be read from any position.</summary>
    /// <exception cref="DamagedException">The file is not what was written here, or was cut short.</exception>
    public OpenedStream Open(string organisation, string place, string path)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.Asynchronous);
        try
        {
            var header = new byte[HeaderLength];
            var version = RandomAccess.Read(file, header, 0) == HeaderLength ? VersionOf(header) : null;
            var key = keys.Find(organisation, version ?? throw ContentCipher.Damaged()) ?? throw ContentCipher.KeyMissing();
            return new OpenedStream(file, FileKey(key, header, organisation, place));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The version of the data key that sealed the file; null when it was never sealed.</summary>
    public static int? VersionOf(ReadOnlySpan<byte> header) =>
        header.Length >= HeaderLength && header.StartsWith(Mark) ? BinaryPrimitives.ReadInt32BigEndian(header[MarkLength..]) : null;

    /// <summary>The nonce of a piece: no two pieces of a file share one, and a last piece never passes for one in the middle.</summary>
    internal static void Nonce(Span<byte> nonce, long number, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
    }

    private static byte[] FileKey(byte[] dataKey, byte[] header, string organisation, string place) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, LocalMasterKey.Bytes, header[(MarkLength + sizeof(int))..], [.. header.AsSpan(0, MarkLength + sizeof(int)), .. ContentCipher.Binding(organisation, place)]);
}
