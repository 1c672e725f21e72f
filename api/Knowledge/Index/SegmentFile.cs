using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace OutlookAssist.Knowledge.Index;

/// <summary>Keeps a segment on the disk under the hash of its bytes, so that a damaged or half-written file is recognised before anyone searches it.</summary>
internal static class SegmentFile
{
    /// <summary>The ending of segment files.</summary>
    public const string Ending = ".passages";

    private const string Unfinished = ".unfinished";
    private const int HashSize = 32;

    /// <summary>Writes the segment and gives the file's path.</summary>
    public static string Save(PassageSegment segment, string folder)
    {
        var unfinished = Path.Combine(folder, Guid.NewGuid().ToString("N") + Unfinished);
        string path;
        using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            var scope = Encoding.UTF8.GetBytes(segment.Scope);
            long[] header = [SegmentFormat.Fingerprint, scope.Length, segment.Runs.Length, segment.Letters.Length, segment.Terms, segment.Postings.Length];
            Write(MemoryMarshal.AsBytes(header.AsSpan()));
            Write(scope);
            Write(MemoryMarshal.AsBytes(segment.Runs.AsSpan()));
            Write(MemoryMarshal.AsBytes(segment.Letters.AsSpan()));
            Write(MemoryMarshal.AsBytes(segment.TermEnds.AsSpan()));
            Write(MemoryMarshal.AsBytes(segment.Frequencies.AsSpan()));
            Write(MemoryMarshal.AsBytes(segment.PostingStarts.AsSpan()));
            Write(segment.Postings);
            var sum = hash.GetHashAndReset();
            file.Write(sum);
            file.Flush(flushToDisk: true);
            path = Path.Combine(folder, Convert.ToHexStringLower(sum.AsSpan(0, 16)) + Ending);

            void Write(ReadOnlySpan<byte> bytes)
            {
                hash.AppendData(bytes);
                file.Write(bytes);
            }
        }

        File.Move(unfinished, path, overwrite: true);
        return path;
    }

    /// <summary>Reads a segment, or gives null when the file is damaged or was written by a version that cuts words in another way.</summary>
    public static PassageSegment? Load(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var header = Read<long>(6);
            if (header[0] != SegmentFormat.Fingerprint)
                return null;
            var scope = Encoding.UTF8.GetString(Read<byte>(header[1]));
            var segment = new PassageSegment(
                scope, Read<PassageRun>(header[2]), Read<char>(header[3]), Read<int>(header[4]), Read<int>(header[4]), Read<int>(header[4]), Read<byte>(header[5]));
            var sum = new byte[HashSize];
            file.ReadExactly(sum);
            return CryptographicOperations.FixedTimeEquals(sum, hash.GetHashAndReset()) ? segment : null;

            T[] Read<T>(long count)
                where T : unmanaged
            {
                // A damaged count must not become an allocation.
                if (count < 0 || count * Marshal.SizeOf<T>() > file.Length)
                    throw new InvalidDataException();
                var values = new T[count];
                var bytes = MemoryMarshal.AsBytes(values.AsSpan());
                file.ReadExactly(bytes);
                hash.AppendData(bytes);
                return values;
            }
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The segment files of a folder.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="tidy">Whether what a crash left unfinished is removed.</param>
    public static IReadOnlyList<string> List(string folder, bool tidy)
    {
        foreach (var unfinished in tidy ? Directory.EnumerateFiles(folder, "*" + Unfinished) : [])
            File.Delete(unfinished);
        return [.. Directory.EnumerateFiles(folder, "*" + Ending)];
    }
}
