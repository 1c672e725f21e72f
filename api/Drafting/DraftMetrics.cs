using System.Diagnostics.Metrics;

namespace OutlookAssist.Drafting;

/// <summary>Counts and times drafts for whoever watches the product.</summary>
internal sealed class DraftMetrics
{
    /// <summary>The meter of all our instruments.</summary>
    public const string Meter = "OutlookAssist";

    private readonly Counter<long> _drafts;
    private readonly Histogram<double> _seconds;

    /// <summary>Makes the instruments.</summary>
    public DraftMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _drafts = meter.CreateCounter<long>("outlookassist.drafts", description: "Drafts that were written.");
        _seconds = meter.CreateHistogram<double>("outlookassist.draft.duration", "s", "From the request for a draft to the draft.");
    }

    /// <summary>A draft was written and kept.</summary>
    public void Written(Draft draft)
    {
        _drafts.Add(1, new("provider", draft.Engine.Provider), new("grounding", draft.Grounding));
        _seconds.Record(draft.ElapsedMilliseconds / 1000, new KeyValuePair<string, object?>("provider", draft.Engine.Provider));
    }
}
