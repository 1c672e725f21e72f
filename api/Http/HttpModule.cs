using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using OutlookAssist.Settings;

namespace OutlookAssist.Http;

/// <summary>What every request meets: problems instead of stack traces, security headers, health, the API's description, the pages.</summary>
internal static class HttpModule
{
    /// <summary>Registers JSON rules, problems, and the description of the API.</summary>
    public static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.AddSettings<HttpOptions>("Http");
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, RequestLimits>();
        services.AddExceptionHandler<UnhandledExceptions>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            // Routing's own 404, 405 and 415 carry a code like every other failure.
            context.ProblemDetails.Extensions.TryAdd("code", Problems.CodeOf(context.ProblemDetails.Status ?? 500));
            context.ProblemDetails.Detail ??= Problems.DetailOf(context.ProblemDetails.Status ?? 500);
            context.ProblemDetails.Extensions.Remove("traceId");
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        });
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "OutlookAssist";
            document.Info.Version = "1";
            document.Info.Description = "Drafts cited replies to mail from an organisation's own documents. Every failure is application/problem+json with a stable code.";
            document.Servers = [];
            return Task.CompletedTask;
        }));
        services.AddHealthChecks();
        return services;
    }

    /// <summary>The part of the pipeline that comes before access is decided.</summary>
    public static void UseHttp(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use((context, next) => LargestBody.ApplyAsync(context, next));
    }

    /// <summary>Health, readiness, the manifest and the description of the API.</summary>
    public static void MapHttp(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Text("alive"))
            .WithName("GetHealth").WithSummary("Whether the process is alive").WithTags("Run").AllowAnonymous();
        routes.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = Readiness.WriteAsync }).AllowAnonymous();
        routes.MapManifest();
        routes.MapOpenApi("/openapi/v1.json").AllowAnonymous();
    }
}
