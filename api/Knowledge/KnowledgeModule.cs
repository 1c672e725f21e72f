using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Jobs;
using OutlookAssist.Knowledge.Index;
using OutlookAssist.Knowledge.Providers;
using OutlookAssist.Knowledge.Vectors;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;
using OutlookAssist.Settings;

namespace OutlookAssist.Knowledge;

/// <summary>The organisation's documents: uploaded, read, indexed, found.</summary>
internal static class KnowledgeModule
{
    /// <summary>Registers the store and the use cases.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSettings<KnowledgeOptions>("Knowledge");
        services.AddStore();
        services.AddSingleton<SearchKnowledge>();
        services.AddSingleton<DocumentFiles>();
        services.AddSingleton<ISealedFiles>(provider => provider.GetRequiredService<DocumentFiles>());
        services.AddSingleton<DocumentUpload>();
        services.AddJob<DocumentAccepted, IngestDocument>();
        services.AddScoped<AcceptDocuments>();
        services.AddScoped<AddDocument>();
        services.AddScoped<BrowseDocuments>();
        services.AddScoped<DeleteDocument>();
        services.AddScoped<RetryDocument>();
        services.AddScoped<CancelDocument>();
        services.AddSingleton<RunningIngestions>();
        services.AddScoped<RestoreDocument>();
        services.AddScoped<ChangeTags>();
        services.AddScoped<SummarizeKnowledge>();
        services.AddJob<DocumentDeleted, PurgeDocument>();
        services.AddSingleton<KnowledgeNews>();
        services.AddSignalR().AddJsonProtocol(options => options.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        services.AddVectors();
        services.AddGaps();
        services.AddScoped<IndexingState>();
        services.AddScoped<IOrganisationData, UploadedDocuments>();
        services.AddKernelMemory();
        return services;
    }

    /// <summary>The store that <c>Knowledge:Provider</c> names, and the way into it.</summary>
    private static void AddStore(this IServiceCollection services)
    {
        services.AddSingleton<IPassageStore, SqliteKnowledgeStore>();
        services.AddSingleton<PassageIndex>();
        services.AddSingleton<LoadIndex>();
        services.AddHostedService<KeepIndex>();
        services.AddSingleton<ReadIntoStore>();
        services.AddSingleton<KernelMemoryClient>();
        services.AddSingleton<KernelMemoryStore>();
        services.AddSingleton<KernelMemoryIntake>();
        services.AddJob<DocumentForgotten, ForgetDocument>();
        services.AddHealthChecks().AddCheck<KernelMemoryHealth>("knowledge");
        services.AddSingleton<IKnowledgeStore>(provider => IsRemote(provider) ? provider.GetRequiredService<KernelMemoryStore>() : provider.GetRequiredService<IPassageStore>());
        services.AddSingleton<IDocumentIntake>(provider => IsRemote(provider) ? provider.GetRequiredService<KernelMemoryIntake>() : provider.GetRequiredService<ReadIntoStore>());
    }

    private static bool IsRemote(IServiceProvider provider) => provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.IsRemote;

    /// <summary>Asks for a key below <c>/memory</c> where keys are set, before any body is read.</summary>
    public static void UseKnowledge(this WebApplication app) => app.UseMiddleware<MemoryKeys>();

    /// <summary>The addresses below <c>/api/knowledge</c> and <c>/memory</c>.</summary>
    public static void MapKnowledge(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/api/knowledge/documents").WithTags("Knowledge").ProducesProblem(404).Allow(Roles.KnowledgeAdmin, Scopes.KnowledgeWrite);
        documents.MapPost("/", (HttpRequest request, Caller caller, AddDocument add, CancellationToken cancellation) => add.HandleAsync(request, caller, cancellation))
            .RecordAs("document.uploaded").WithName("AddDocuments").WithSummary("Upload one or more documents; all are accepted or none")
            .Accepts<IFormFileCollection>("multipart/form-data").ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        documents.MapGet("/", ([AsParameters] DocumentListing listing, Caller caller, BrowseDocuments browse, CancellationToken cancellation) => browse.ListAsync(listing, caller, cancellation))
            .Allow(Roles.Readers, Scopes.KnowledgeRead | Scopes.KnowledgeWrite).WithName("ListDocuments").WithSummary("Documents with their state, newest first").ProducesProblem(400);
        documents.MapGet("/{documentId}", (string documentId, Caller caller, BrowseDocuments browse, CancellationToken cancellation) => browse.GetAsync(documentId, caller, cancellation))
            .Allow(Roles.Readers, Scopes.KnowledgeRead | Scopes.KnowledgeWrite).WithName("GetDocument").WithSummary("One document with its state");
        documents.MapGet("/{documentId}/content", (string documentId, Caller caller, HttpResponse response, BrowseDocuments browse, CancellationToken cancellation) => browse.ContentAsync(documentId, caller, response, cancellation))
            .Allow(Roles.Readers, Scopes.KnowledgeRead | Scopes.KnowledgeWrite).WithName("GetDocumentContent").WithSummary("The original");
        documents.MapGet("/{documentId}/pages/{page:int}", (string documentId, int page, Caller caller, BrowseDocuments browse, CancellationToken cancellation) => browse.PageAsync(documentId, page, caller, cancellation))
            .Allow(Roles.Readers, Scopes.KnowledgeRead | Scopes.KnowledgeWrite).WithName("GetDocumentPage").WithSummary("The text that was read from one page; 0 where the format has no pages");
        documents.MapDelete("/{documentId}", (string documentId, bool? purge, Caller caller, DeleteDocument delete, CancellationToken cancellation) => delete.HandleAsync(documentId, purge == true, caller, cancellation))
            .RecordAs("document.deleted").WithName("DeleteDocument").WithSummary("Remove a document; it can be restored for a while unless purge=true");
        documents.MapPost("/{documentId}/restore", (string documentId, Caller caller, RestoreDocument restore, CancellationToken cancellation) => restore.HandleAsync(documentId, caller, cancellation))
            .RecordAs("document.restored").WithName("RestoreDocument").WithSummary("Bring a deleted document back").ProducesProblem(409);
        documents.MapPut("/{documentId}/tags", (string documentId, NewTags tags, Caller caller, ChangeTags change, CancellationToken cancellation) => change.HandleAsync(documentId, tags, caller, cancellation))
            .RecordAs("document.tagged").WithName("ChangeTags").WithSummary("Replace the tags of a document").ProducesProblem(400);
        documents.MapPost("/{documentId}/retry", (string documentId, Caller caller, RetryDocument retry, CancellationToken cancellation) => retry.HandleAsync(documentId, caller, cancellation))
            .RecordAs("document.retried").WithName("RetryDocument").WithSummary("Read a failed document again").ProducesProblem(409);
        documents.MapPost("/{documentId}/cancel", (string documentId, Caller caller, CancelDocument cancel, CancellationToken cancellation) => cancel.HandleAsync(documentId, caller, cancellation))
            .RecordAs("document.cancelled").WithName("CancelDocument").WithSummary("Stop reading a document that is not ready yet; a version before it goes on answering").ProducesProblem(409);
        routes.MapGet("/api/knowledge/search", (string? q, int? limit, string[]? tag, bool? highlight, Caller caller, SearchKnowledge search, CancellationToken cancellation) => search.HandleAsync(q, limit, tag, highlight, caller, cancellation))
            .Allow(Roles.Readers, Scopes.KnowledgeRead).WithTags("Knowledge").WithName("SearchKnowledge").WithSummary("Passages that speak of the words, best first").ProducesProblem(400);
        routes.MapGet("/api/knowledge/summary", (Caller caller, SummarizeKnowledge summarize, CancellationToken cancellation) => summarize.HandleAsync(caller, cancellation))
            .Allow(Roles.Readers, Scopes.KnowledgeRead).WithTags("Knowledge").WithName("SummarizeKnowledge").WithSummary("Counts and size");
        routes.MapGaps();
        routes.MapHub<KnowledgeHub>("/hubs/knowledge", options => options.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents).Allow(Roles.Readers);
        routes.MapKernelMemory();
    }

    private sealed class UploadedDocuments(DeleteDocument delete) : IOrganisationData
    {
        public string Name => "documents";

        public Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation) => delete.DeleteAllAsync(organisation, cancellation);
    }
}
