using System.ComponentModel.DataAnnotations;

namespace OutlookAssist.Drafting;

/// <summary>What a draft must be worth.</summary>
internal sealed class DraftingOptions
{
    /// <summary>Below this score (0…1) a draft is marked as not good enough; 0 marks none.</summary>
    [Range(0.0, 1.0)]
    public double QualityThreshold { get; set; }
}
