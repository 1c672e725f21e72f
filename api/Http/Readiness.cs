using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OutlookAssist.Http;

/// <summary>Says in one small object what answers and what does not.</summary>
internal static class Readiness
{
    /// <summary>200 <c>ready</c> or <c>degraded</c> with the parts that stand in; 503 as a problem when a part that nothing replaces is down.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var parts = report.Entries.ToDictionary(entry => entry.Key, entry => WordFor(entry.Value.Status));
        if (report.Status == HealthStatus.Unhealthy)
        {
            var down = report.Entries.First(entry => entry.Value.Status == HealthStatus.Unhealthy).Key;
            return Problems.Create(503, "not-ready", $"Not ready: {down} does not answer.", ("parts", parts)).ExecuteAsync(context);
        }

        return context.Response.WriteAsJsonAsync(new { status = WordFor(report.Status), parts }, context.RequestAborted);
    }

    private static string WordFor(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "degraded",
        _ => "down",
    };
}
