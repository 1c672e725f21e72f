using System.ComponentModel.DataAnnotations;
using OutlookAssist.Settings;

namespace OutlookAssist.Metrics;

/// <summary>What the product tells those who run it.</summary>
internal sealed class TelemetryOptions
{
    /// <summary><c>Text</c> for people, or <c>Json</c>: one object a line, with the correlation of everything that belongs to one mail.</summary>
    [OneOf("Text", "Json")]
    public string Logs { get; set; } = "Text";

    /// <summary>The address of an OpenTelemetry collector (OTLP over HTTP), such as <c>http://localhost:4318</c>; none unless said.</summary>
    [Url]
    public string? OtlpEndpoint { get; set; }

    /// <summary>Headers for the collector, as <c>name=value</c> separated by commas.</summary>
    public string? OtlpHeaders { get; set; }

    /// <summary>Seconds between two exports of metrics.</summary>
    [Range(1, 3600)]
    public int OtlpIntervalSeconds { get; set; } = 60;

    /// <summary>How the product calls itself towards the collector.</summary>
    [Required, MaxLength(100)]
    public string ServiceName { get; set; } = "outlookassist";

    /// <summary>Whether logs are JSON.</summary>
    internal bool IsJson => Logs.Equals("Json", StringComparison.OrdinalIgnoreCase);
}
