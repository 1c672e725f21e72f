using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OutlookAssist.Jobs;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>The product with its background workers at rest until a test lets them begin, so that "accepted" and "ready" can be told apart.</summary>
public sealed class PausedProduct : Product
{
    private JobRunner? _runner;

    /// <summary>Lets the workers begin.</summary>
    public Task ResumeAsync()
    {
        _runner = ActivatorUtilities.CreateInstance<JobRunner>(Services);
        return _runner.StartAsync(CancellationToken.None);
    }

    /// <summary>Stops the workers after what they are doing.</summary>
    public async Task PauseAsync()
    {
        if (_runner is not null)
        {
            await _runner.StopAsync(CancellationToken.None);
            _runner.Dispose();
            _runner = null;
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync()
    {
        await PauseAsync();
        await base.StopAsync();
    }

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder host) =>
        host.ConfigureTestServices(services => services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(JobRunner))));
}
