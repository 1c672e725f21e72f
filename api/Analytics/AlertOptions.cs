using System.ComponentModel.DataAnnotations;

namespace OutlookAssist.Analytics;

/// <summary>From when on somebody should look.</summary>
internal sealed class AlertOptions
{
    /// <summary>Minutes after which a connected mailbox that was not read counts as stuck.</summary>
    [Range(1, 10_080)]
    public int MailboxMinutes { get; set; } = 15;

    /// <summary>The share of failed calls to language models in the last hour, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double ModelFailureShare { get; set; } = 0.2;

    /// <summary>What models may cost on one day (UTC), by the prices in the settings; none unless said.</summary>
    [Range(0.0, 1_000_000_000.0)]
    public double? ModelCostPerDay { get; set; }

    /// <summary>Minutes after which background work that could have begun counts as stuck.</summary>
    [Range(1, 10_080)]
    public int QueueMinutes { get; set; } = 10;
}
