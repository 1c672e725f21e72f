using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Privacy;
using OutlookAssist.Settings;

namespace OutlookAssist.Retention;

/// <summary>How long data is kept, the daily removal of what is older, and its evidence.</summary>
internal static class RetentionModule
{
    /// <summary>Registers the settings and the daily job.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSettings<RetentionOptions>("Retention");
        services.AddScoped<PurgeOrganisation>();
        services.AddScoped<BrowsePurges>();
        services.AddJob<RetentionDue, PurgeDaily>();
        services.AddSingleton<ScheduleRetention>();
        services.AddHostedService(provider => provider.GetRequiredService<ScheduleRetention>());
        services.AddScoped<IOrganisationData, Purges>();
        return services;
    }

    /// <summary>The addresses of retention.</summary>
    public static void MapRetention(this IEndpointRouteBuilder routes)
    {
        var purges = routes.MapGroup("/api/privacy/purges").WithTags("Privacy").Allow(Roles.Admin);
        purges.MapGet("/", (Caller caller, BrowsePurges browse, CancellationToken cancellation) => browse.HandleAsync(caller, cancellation))
            .Allow(Roles.Admin | Roles.Auditor).WithName("ListPurges").WithSummary("How long each class of data is kept, and what was removed when its time was over");
        purges.MapPost("/", async Task<Ok<IReadOnlyDictionary<string, int>>> (Caller caller, PurgeOrganisation purge, CancellationToken cancellation) => TypedResults.Ok(await purge.HandleAsync(caller.Organisation, cancellation)))
            .WithName("PurgeNow").WithSummary("Remove what has been kept for its time now instead of with the daily job; answers the numbers by class");
    }

    private sealed class Purges(OutlookAssistDatabase database) : IOrganisationData
    {
        public string Name => "purges";

        public Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation) =>
            database.ExecuteAsync("DELETE FROM Purges WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
    }
}
