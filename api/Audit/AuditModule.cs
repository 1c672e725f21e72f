using OutlookAssist.Access;
using OutlookAssist.Privacy;

namespace OutlookAssist.Audit;

/// <summary>The trail of who did what: written with what it records, sealed, searched, verified.</summary>
internal static class AuditModule
{
    /// <summary>Registers the trail.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<SealEntry>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<Refusals>();
        services.AddHostedService(provider => provider.GetRequiredService<Refusals>());
        services.AddScoped<VerifyTrail>();
        services.AddScoped<BrowseTrail>();
        services.AddScoped<IPersonRecords, ActorsOfPerson>();
        services.AddScoped<IRetainedRecords, OldEntries>();
        return services;
    }

    /// <summary>Sees every call of a route; comes before access is decided.</summary>
    public static void UseAudit(this WebApplication app) => app.UseMiddleware<RecordCalls>();

    /// <summary>The addresses below <c>/api/audit</c>.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("/api/audit").WithTags("Audit").Allow(Roles.Auditor).ProducesProblem(401).ProducesProblem(403);
        audit.MapGet("/", ([AsParameters] TrailSearch search, Caller caller, HttpResponse response, BrowseTrail browse, CancellationToken cancellation) => browse.HandleAsync(search, caller, response, cancellation))
            .RecordAs("audit.read").WithName("BrowseAudit").WithSummary("The audit trail, newest first; with format=csv as a file").ProducesProblem(400);
        audit.MapGet("/verification", async (Caller caller, VerifyTrail verify, CancellationToken cancellation) => TypedResults.Ok(await verify.HandleAsync(caller.Organisation, cancellation)))
            .WithName("VerifyAudit").WithSummary("Whether every entry of the trail is as it was written");
    }
}
