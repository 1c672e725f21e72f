using OutlookAssist.Access;
using OutlookAssist.Settings;

namespace OutlookAssist.Analytics;

/// <summary>What happened, in figures.</summary>
internal static class AnalyticsModule
{
    /// <summary>Registers the reports.</summary>
    public static IServiceCollection AddAnalytics(this IServiceCollection services)
    {
        services.AddSettings<AlertOptions>("Alerts");
        services.AddScoped<ShowReport>();
        services.AddScoped<ShowAlerts>();
        return services;
    }

    /// <summary>The addresses below <c>/api/reports</c>, and the alerts.</summary>
    public static void MapAnalytics(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/api/reports").WithTags("Reports").Allow(Roles.Reviewer | Roles.Admin).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403);
        reports.MapGet("/", ([AsParameters] ReportQuery query, Caller caller, ShowReport show, CancellationToken cancellation) => show.HandleAsync(query, caller, cancellation))
            .WithName("ShowReport").WithSummary("Volume, times, service levels, labels, acceptance and what waits, of a range of time");
        reports.MapGet("/export", (string? table, [AsParameters] ReportQuery query, Caller caller, ShowReport show, CancellationToken cancellation) => show.ExportAsync(table, query, caller, cancellation))
            .RecordAs("report.exported").WithName("ExportReport").WithSummary("One table of the report as CSV: series, categories, waiting, mailboxes or models").Produces<string>(200, "text/csv");
        routes.MapGet("/api/health/alerts", (Caller caller, ShowAlerts show, CancellationToken cancellation) => show.HandleAsync(caller, cancellation))
            .Allow(Roles.Reviewer | Roles.Admin, Scopes.Metrics).WithTags("Run").WithName("ShowAlerts").WithSummary("What somebody should look at now: stuck mailboxes, ending subscriptions, missed service levels, failures, model cost").ProducesProblem(401).ProducesProblem(403);
    }
}
