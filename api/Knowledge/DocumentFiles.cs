using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Extraction;
using OutlookAssist.Http;
using OutlookAssist.Protection;

namespace OutlookAssist.Knowledge;

/// <summary>The originals on disk: sealed as they arrive, forced down to the disk, then moved into place under a name of our own.</summary>
internal sealed class DocumentFiles(DataDirectory directory, FileCipher cipher) : ISealedFiles
{
    private const int BufferSize = 1 << 16;

    /// <inheritdoc />
    public string Name => "documents";

    /// <summary>Whether the original of a content is there.</summary>
    public bool Has(KnowledgeContent content) => File.Exists(Path.Combine(directory.Documents, content.File));

    /// <summary>Reads the original of a content from any position, as it was uploaded.</summary>
    public Stream Open(KnowledgeContent content)
    {
        try
        {
            return cipher.Open(content.Organisation, PlaceOf(content.File), Path.Combine(directory.Documents, content.File));
        }
        catch (FileNotFoundException missing)
        {
            throw new DamagedException("content-missing", "The original of this document is not in the data directory any more. Restore it from a backup, or upload it again.", missing);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<SealedFile> ListAsync(OutlookAssistDatabase database, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var content in database.Set<KnowledgeContent>().AsNoTracking().Select(content => new { content.Organisation, content.File }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return new SealedFile(content.Organisation, PlaceOf(content.File));
        }
    }

    /// <summary>Seals the stream into the incoming folder for the organisation and hashes it on the way; stops with null in <see cref="ReceivedFile.Sha256"/> when it grows over the limit.</summary>
    public async Task<ReceivedFile> ReceiveAsync(string organisation, string name, Stream source, long limit, CancellationToken cancellation)
    {
        var path = Path.Combine(directory.Incoming, Guid.NewGuid().ToString("N"));
        var received = new ReceivedFile(name, path);
        try
        {
            await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
            await using var sealing = cipher.Seal(organisation, PlaceOf(Path.GetFileName(path)), target);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BufferSize];
            int read;
            while ((read = await source.ReadAsync(buffer, cancellation)) > 0)
            {
                received.Size += read;
                if (received.Size > limit)
                {
                    return received;
                }

                if (received.Head.Length < DocumentTypes.HeadLength)
                {
                    received.Head = [.. received.Head, .. buffer.AsSpan(0, Math.Min(read, DocumentTypes.HeadLength - received.Head.Length))];
                }

                hash.AppendData(buffer, 0, read);
                await sealing.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            await sealing.CompleteAsync(cancellation);
            await target.FlushAsync(cancellation);
            // "Accepted" is a promise that outlives a power cut.
            target.Flush(flushToDisk: true);
            received.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            return received;
        }
        catch
        {
            Discard(received);
            throw;
        }
    }

    /// <summary>Moves a received file to its lasting place and gives its name there.</summary>
    public string Keep(ReceivedFile received)
    {
        var file = Path.GetFileName(received.Path);
        File.Move(received.Path, Path.Combine(directory.Documents, file));
        return file;
    }

    private static string PlaceOf(string file) => $"documents/{file}";

    /// <summary>Removes what was received and not kept.</summary>
    public static void Discard(ReceivedFile received) => File.Delete(received.Path);

    /// <summary>Removes all files of an upload that was not accepted.</summary>
    public static void Discard(ReceivedUpload upload) => upload.Files.ForEach(Discard);

    /// <summary>Removes a kept original; one that is already gone is fine.</summary>
    public void Delete(string file) => File.Delete(Path.Combine(directory.Documents, file));

    /// <summary>Removes what a crash left behind: half-received files, and originals that no content names.</summary>
    public void Sweep(IReadOnlySet<string> kept)
    {
        foreach (var path in Directory.EnumerateFiles(directory.Incoming).Concat(Directory.EnumerateFiles(directory.Documents).Where(path => !kept.Contains(Path.GetFileName(path)))))
        {
            // Another process may be receiving right now: leave young files alone.
            if (File.GetLastWriteTimeUtc(path) < File.GetLastWriteTimeUtc(directory.Database).AddHours(-1))
            {
                File.Delete(path);
            }
        }
    }
}

/// <summary>A file that has arrived but is not yet accepted.</summary>
/// <param name="name">Its base name.</param>
/// <param name="path">Where it lies.</param>
internal sealed class ReceivedFile(string name, string path)
{
    /// <summary>Its base name.</summary>
    public string Name { get; } = name;

    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    /// <summary>Bytes received.</summary>
    public long Size { get; set; }

    /// <summary>Its first bytes, by which its type is known.</summary>
    public byte[] Head { get; set; } = [];

    /// <summary>The hash of a complete file; null when it was too large.</summary>
    public string? Sha256 { get; set; }
}
