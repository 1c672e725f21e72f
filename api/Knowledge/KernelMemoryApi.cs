using OutlookAssist.Access;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Speaks Kernel Memory v1 over HTTP, so that clients made for it need no change; <c>ask</c> is Drafting's.</summary>
internal static class KernelMemoryApi
{
    /// <summary>The largest search or question, in bytes.</summary>
    public const long LargestRequest = 1L << 20;

    /// <summary>Registers the use cases.</summary>
    public static void AddKernelMemory(this IServiceCollection services)
    {
        services.AddScoped<UploadMemory>();
        services.AddScoped<SearchMemory>();
        services.AddScoped<BrowseMemory>();
        services.AddScoped<MemoryCitations>();
    }

    /// <summary>The addresses below <c>/memory</c>.</summary>
    public static void MapKernelMemory(this IEndpointRouteBuilder routes)
    {
        var memory = routes.MapGroup("/memory").WithTags("Kernel Memory").ProducesProblem(401).ProducesProblem(403).Allow(Roles.KnowledgeAdmin, Scopes.Memory);
        memory.MapGet("/", () => TypedResults.Text("OutlookAssist speaks Kernel Memory v1 here."))
            .AllowAnonymous().WithName("MemoryHome").WithSummary("Says that the service is there");
        memory.MapGet("/health", () => TypedResults.Text("OK"))
            .AllowAnonymous().WithName("MemoryHealth").WithSummary("Whether the service is alive");
        memory.MapPost("/upload", (HttpRequest request, Caller caller, UploadMemory upload, CancellationToken cancellation) => upload.HandleAsync(request, caller, cancellation))
            .RecordAs("document.uploaded").WithName("MemoryUpload").WithSummary("Upload the files of one document; the same documentId replaces it")
            .Accepts<IFormFileCollection>("multipart/form-data").ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        memory.MapGet("/upload-status", (string? index, string? documentId, Caller caller, BrowseMemory browse, CancellationToken cancellation) => browse.StatusAsync(index, documentId, caller, cancellation))
            .Allow(Roles.Readers, Scopes.Memory).WithName("MemoryUploadStatus").WithSummary("How far a document is; ready means completed and not empty").ProducesProblem(400).ProducesProblem(404);
        memory.MapPost("/search", (MemorySearchRequest request, Caller caller, SearchMemory search, CancellationToken cancellation) => search.HandleAsync(request, caller, cancellation))
            .Allow(Roles.Readers, Scopes.Memory).WithName("MemorySearch").WithSummary("Passages by words, or by tags alone")
            .WithMetadata(new LargestBody(LargestRequest)).ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);
        memory.MapGet("/indexes", async (Caller caller, BrowseMemory browse, CancellationToken cancellation) => TypedResults.Ok(await browse.IndexesAsync(caller, cancellation)))
            .Allow(Roles.Readers, Scopes.Memory).WithName("MemoryIndexes").WithSummary("The indexes that hold a document");
        memory.MapDelete("/indexes", (string? index, Caller caller, BrowseMemory browse, CancellationToken cancellation) => browse.DeleteIndexAsync(index, caller, cancellation))
            .RecordAs("index.deleted").WithName("MemoryDeleteIndex").WithSummary("Remove an index with its documents").ProducesProblem(400);
        memory.MapDelete("/documents", (string? index, string? documentId, Caller caller, BrowseMemory browse, CancellationToken cancellation) => browse.DeleteDocumentAsync(index, documentId, caller, cancellation))
            .RecordAs("document.deleted").WithName("MemoryDeleteDocument").WithSummary("Remove a document").ProducesProblem(400);
        memory.MapGet("/download", (string? index, string? documentId, string? filename, Caller caller, HttpResponse response, BrowseMemory browse, CancellationToken cancellation) => browse.DownloadAsync(index, documentId, filename, caller, response, cancellation))
            .Allow(Roles.Readers, Scopes.Memory).WithName("MemoryDownload").WithSummary("The original of one file, whole or in ranges").ProducesProblem(400).ProducesProblem(404);
    }
}
