using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Privacy;

namespace OutlookAssist.Knowledge;

/// <summary>Collections that not everybody may read.</summary>
internal static class CollectionsModule
{
    private const long LargestRequest = 64 << 10;

    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddCollections(this IServiceCollection services)
    {
        services.AddSingleton<KnownCollections>();
        services.AddScoped<ManageCollections>();
        services.AddScoped<IOrganisationData, Declarations>();
        return services;
    }

    /// <summary>The addresses below <c>/api/knowledge/collections</c>.</summary>
    public static void MapCollections(this IEndpointRouteBuilder routes)
    {
        var collections = routes.MapGroup("/api/knowledge/collections").WithTags("Knowledge").Allow(Roles.Admin);
        collections.MapGet("/", async Task<Ok<CollectionList>> (Caller caller, ManageCollections manage, CancellationToken cancellation) => TypedResults.Ok(await manage.ListAsync(caller, cancellation)))
            .Allow(Roles.Admin | Roles.KnowledgeAdmin, Scopes.KnowledgeWrite).WithName("ListCollections").WithSummary("Collections that not everybody may read, with their readers");
        collections.MapPut("/{name}/readers", (string name, CollectionReaders readers, Caller caller, ManageCollections manage, CancellationToken cancellation) => manage.PutAsync(name, readers, caller, cancellation))
            .RecordAs("collection.readers").WithMetadata(new LargestBody(LargestRequest)).WithName("PutCollectionReaders").WithSummary("Say who may read a collection: roles, groups, keys; searches and drafts of others never look into it").ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        collections.MapDelete("/{name}", (string name, Caller caller, ManageCollections manage, CancellationToken cancellation) => manage.DeleteAsync(name, caller, cancellation))
            .RecordAs("collection.removed").WithName("DeleteCollection").WithSummary("Remove an empty collection").ProducesProblem(404).ProducesProblem(409);
    }

    private sealed class Declarations(OutlookAssistDatabase database, KnownCollections known) : IOrganisationData
    {
        public string Name => "collections";

        public async Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation)
        {
            var removed = await database.ExecuteAsync("DELETE FROM KnowledgeCollections WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
            known.Forget();
            return removed;
        }
    }
}
