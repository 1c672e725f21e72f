using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OutlookAssist.Metrics.Providers;

/// <summary>Sends metrics and traces to an OpenTelemetry collector where one is named; otherwise does nothing at all.</summary>
internal sealed class OtlpExport(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private MeterProvider? _meters;
    private TracerProvider? _traces;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value is { OtlpEndpoint: { Length: > 0 } endpoint } telemetry)
        {
            var resource = ResourceBuilder.CreateEmpty().AddService(telemetry.ServiceName);
            _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
                .AddMeter("OutlookAssist", "Microsoft.AspNetCore.Hosting", "System.Runtime")
                .AddOtlpExporter((exporter, reader) =>
                {
                    Configure(exporter, telemetry, endpoint, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = telemetry.OtlpIntervalSeconds * 1000;
                })
                .Build();
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
                .AddSource("OutlookAssist.*", "Microsoft.AspNetCore")
                .AddOtlpExporter(exporter => Configure(exporter, telemetry, endpoint, "v1/traces"))
                .Build();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _meters?.ForceFlush(2000);
        _traces?.ForceFlush(2000);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _meters?.Dispose();
        _traces?.Dispose();
    }

    private static void Configure(OtlpExporterOptions exporter, TelemetryOptions telemetry, string endpoint, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/{path}");
        exporter.Headers = telemetry.OtlpHeaders;
        exporter.TimeoutMilliseconds = 5000;
    }
}
