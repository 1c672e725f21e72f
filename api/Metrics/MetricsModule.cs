using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Metrics.Providers;
using OutlookAssist.Settings;

namespace OutlookAssist.Metrics;

/// <summary>What the product tells those who run it: metrics to be scraped or pushed, and logs that programs can read.</summary>
internal static class MetricsModule
{
    private const string TextFormat = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Registers the exporters and chooses how logs look.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddSettings<TelemetryOptions>("Telemetry");
        services.AddSingleton<PrometheusText>();
        services.AddSingleton<QueueMetrics>();
        services.AddHostedService<OtlpExport>();
        services.AddOptions<ConsoleLoggerOptions>().Configure<IOptions<TelemetryOptions>>((console, telemetry) =>
            console.FormatterName = telemetry.Value.IsJson ? ConsoleFormatterNames.Json : console.FormatterName);
        services.AddOptions<JsonConsoleFormatterOptions>().Configure(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "O";
        });
        return services;
    }

    /// <summary>The address that Prometheus scrapes: with a key of the scope <c>metrics</c>, or from this machine where there is no sign-in.</summary>
    public static void MapTelemetry(this IEndpointRouteBuilder routes)
    {
        // What happened before the first scrape counts too.
        var text = routes.ServiceProvider.GetRequiredService<PrometheusText>();
        routes.MapGet("/metrics", async (HttpContext context, QueueMetrics queue, CancellationToken cancellation) =>
        {
            await queue.RefreshAsync(context.RequestServices, cancellation);
            return TypedResults.Text(text.Write(), TextFormat);
        })
        .Allow(Roles.Admin, Scopes.Metrics).WithTags("Run").WithName("GetMetrics").WithSummary("Metrics as Prometheus reads them").Produces<string>(200, "text/plain").ProducesProblem(401).ProducesProblem(403);
    }
}
