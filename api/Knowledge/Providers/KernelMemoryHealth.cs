using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge.Providers;

/// <summary>Readiness asks the remote store for a sign of life, where there is one.</summary>
internal sealed class KernelMemoryHealth(KernelMemoryClient memory, IOptions<KnowledgeOptions> options) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!options.Value.IsRemote)
        {
            return HealthCheckResult.Healthy();
        }

        try
        {
            await memory.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (UnavailableException failure)
        {
            return HealthCheckResult.Unhealthy(failure.Message);
        }
    }
}
