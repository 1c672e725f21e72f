namespace OutlookAssist.Classification;

/// <summary>The labels of one organisation as they were given, with what was learned from them.</summary>
internal sealed class StoredLabels
{
    /// <summary>The organisation; it has one row.</summary>
    public required string Organisation { get; set; }

    /// <summary>The configuration as JSON.</summary>
    public required string Configuration { get; set; }

    /// <summary>The learned categories; null where the built-in ones apply.</summary>
    public byte[]? Categories { get; set; }

    /// <summary>The learned intents; null where the built-in ones apply.</summary>
    public byte[]? Intents { get; set; }

    /// <summary>When they were given, in UTC ticks.</summary>
    public long UpdatedTicks { get; set; }
}
