namespace OutlookAssist.Classification;

/// <summary>What a person said a mail should have been called; the mail is kept without what points to a person.</summary>
internal sealed class StoredCorrection
{
    /// <summary>The public identifier; the order of arrival.</summary>
    public long Id { get; set; }

    /// <summary>The organisation that learns from it.</summary>
    public required string Organisation { get; set; }

    /// <summary>Who corrected.</summary>
    public required string Person { get; set; }

    /// <summary>The subject, masked and sealed.</summary>
    public required string Subject { get; set; }

    /// <summary>The new text, masked and sealed.</summary>
    public required string Text { get; set; }

    /// <summary>The right sentiment, or null.</summary>
    public string? Sentiment { get; set; }

    /// <summary>The right urgency, or null.</summary>
    public string? Urgency { get; set; }

    /// <summary>The right category, or null.</summary>
    public string? Category { get; set; }

    /// <summary>The right intent, or null.</summary>
    public string? Intent { get; set; }

    /// <summary>True when learning from it made other corrected mails worse, so that it changes nothing.</summary>
    public bool Refused { get; set; }

    /// <summary>How many corrected mails were held back to measure its effect.</summary>
    public int HeldBack { get; set; }

    /// <summary>How many of them were right before it was learned.</summary>
    public int RightBefore { get; set; }

    /// <summary>How many of them were right with it.</summary>
    public int RightAfter { get; set; }

    /// <summary>When it was given, in UTC ticks.</summary>
    public long CreatedTicks { get; set; }
}
