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

    /// <summary>The zip, written as it is read, or 400 for what is no address; the address stands in no log and in no trail.</summary>
    public Results<PushStreamHttpResult, ProblemHttpResult> Handle(string? address, Caller caller, HttpResponse response)
    {
        if (!PersonAddress.TryRead(address, out var wanted))
        {
            return Problems.Validation("address", "Give one mail address, such as ana@example.com.");
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(stream => WriteAsync(stream, caller.Organisation, wanted, response.HttpContext.RequestAborted), "application/zip", "person.zip");
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

    private async Task WriteAsync(Stream stream, string organisation, string address, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
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
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        await entry.WriteAsync(content, cancellation);
    }
}
