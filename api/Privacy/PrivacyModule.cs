using OutlookAssist.Access;

namespace OutlookAssist.Privacy;

/// <summary>What a person may have removed.</summary>
internal static class PrivacyModule
{
    /// <summary>Registers the removal of everything.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services.AddScoped<DeleteAllData>();

    /// <summary>The addresses of privacy.</summary>
    public static void MapPrivacy(this IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/data", async (Caller caller, DeleteAllData delete, CancellationToken cancellation) =>
            TypedResults.Ok(await delete.HandleAsync(caller.Organisation, cancellation)))
            .WithTags("Privacy").WithName("DeleteAllData").WithSummary("Remove everything that is kept for this organisation; answers the numbers of things removed");
}
