using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Privacy;

/// <summary>What stands in the first file of an export.</summary>
internal sealed record ExportContents(string Address, DateTimeOffset MadeAt, IReadOnlyDictionary<string, int> Records);

/// <summary>Gives everything that is kept about a person as one zip: a folder for each store, JSON for what we made, the mails as they came.</summary>
internal sealed class ExportPerson(IEnumerable<IPersonRecords> stores, TimeProvider time)
{
    /// <summary>The store of the organisation's own documents, which an erasure may leave.</summary>
    public const string Documents = "documents";

    /// <summary>The zip, whole before its first byte is sent, or 400 for what is no address; the address stands in no log and in no trail.</summary>
    public async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(string? address, Caller caller, HttpResponse response, CancellationToken cancellation)
    {
        if (!PersonAddress.TryRead(address, out var wanted))
        {
            return Problems.Validation("address", "Give one mail address, such as ana@example.com.");
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.File(await WriteAsync(caller.Organisation, wanted, cancellation), "application/zip", "person.zip");
    }

    /// <summary>How many records there are.</summary>
    public static async Task<int> CountAsync(IPersonRecords store, string organisation, string address, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var _ in store.ExportAsync(organisation, address, cancellation).WithCancellation(cancellation))
        {
            count++;
        }

        return count;
    }

    private async Task<byte[]> WriteAsync(string organisation, string address, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            await FillAsync(zip, organisation, address, cancellation);
        }

        return stream.ToArray();
    }

    private async Task FillAsync(ZipArchive zip, string organisation, string address, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>();
        foreach (var store in stores)
        {
            counts.TryAdd(store.Name, 0);
            await foreach (var record in store.ExportAsync(organisation, address, cancellation).WithCancellation(cancellation))
            {
                counts[store.Name]++;
                await AddAsync(zip, $"{store.Name}/{Path.GetFileName(record.FileName)}", record.Content, cancellation);
            }
        }

        await AddAsync(zip, "contents.json", PersonRecord.Json("contents", new ExportContents(address, time.GetUtcNow(), counts)).Content, cancellation);
    }

    private static async Task AddAsync(ZipArchive zip, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await entry.WriteAsync(content, cancellation);
    }
}
