using System.ComponentModel.DataAnnotations;

namespace OutlookAssist.Review;

/// <summary>How people share the queue.</summary>
internal sealed class ReviewOptions
{
    /// <summary>An item that somebody opened is theirs for so long after the page last said so.</summary>
    [Range(15, 3600)]
    public int ClaimSeconds { get; set; } = 120;

    /// <summary>A decision can be taken back for so long; the mailbox hears of it only afterwards. 0: at once.</summary>
    [Range(0, 600)]
    public int UndoSeconds { get; set; } = 15;
}
