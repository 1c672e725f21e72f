using System.Text.Json;
using OutlookAssist.Evaluation;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>A running product that knows the documents of one question set, with the mails that ask about them.</summary>
internal sealed class LoadedProduct(ProductProcess process, IReadOnlyList<byte[]> requests) : IAsyncDisposable
{
    private const string Folder = "retrieval/azure_rag_qa";

    public ProductProcess Process { get; } = process;

    /// <summary>Bodies for <c>POST /api/drafts</c>, written once so that the client costs little.</summary>
    public IReadOnlyList<byte[]> Requests { get; } = requests;

    public static IReadOnlyList<byte[]> ReadRequests(DataFolder data) =>
    [
        .. data.Rows($"{Folder}.jsonl").Select(row => JsonSerializer.SerializeToUtf8Bytes(new
        {
            message = ProductClient.Mail($"Hello,\n\n{row.Text("text")}\n\nKind regards,\nAlex Martin", "Question"),
        })),
    ];

    public static async Task<LoadedProduct> StartAsync(Bench bench, string dataFolder, CancellationToken cancellationToken)
    {
        var process = await ProductProcess.StartAsync(await bench.ProgramAsync(cancellationToken), bench.FolderOf(dataFolder), cancellationToken);
        try
        {
            await LoadAsync(process, bench.Data, cancellationToken);
            return new(process, ReadRequests(bench.Data));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public static async Task LoadAsync(ProductProcess process, DataFolder data, CancellationToken cancellationToken)
    {
        using var client = new ProductClient(process.Address);
        var documents = await client.UploadAsync([.. data.FilesOf(Folder).Select(KnowledgeFile.Read)], "benchmark:drafts", cancellationToken);
        await client.WaitUntilReadyAsync(documents, cancellationToken);
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
