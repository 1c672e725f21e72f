namespace OutlookAssist.Knowledge;

/// <summary>A question that mails asked and no document answered, with all that ask the same in other words; masked before it gets here.</summary>
internal sealed class KnowledgeGap
{
    /// <summary>The public identifier.</summary>
    public long Id { get; set; }

    /// <summary>The organisation whose mails asked.</summary>
    public required string Organisation { get; set; }

    /// <summary>The first wording, masked and sealed.</summary>
    public required string Question { get; set; }

    /// <summary>The BCP 47 tag of the wording.</summary>
    public required string Language { get; set; }

    /// <summary>The distinct stems of the first wording, separated by spaces, by which others are compared; sealed.</summary>
    public required string Stems { get; set; }

    /// <summary>Further wordings, masked, as a JSON list; the newest few; sealed.</summary>
    public required string Wordings { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Count { get; set; }

    /// <summary>When it was asked first, in UTC ticks.</summary>
    public long FirstTicks { get; set; }

    /// <summary>When it was asked last, in UTC ticks.</summary>
    public long LastTicks { get; set; }

    /// <summary>True when a person decided that it needs no answer; kept so that it does not come back.</summary>
    public bool Dismissed { get; set; }
}

/// <summary>One question of one draft, masked, that waits to be put into its group.</summary>
internal sealed class AskedQuestion
{
    /// <summary>The order of arrival.</summary>
    public long Id { get; set; }

    /// <summary>The organisation whose mail asked.</summary>
    public required string Organisation { get; set; }

    /// <summary>The question, masked and sealed.</summary>
    public required string Text { get; set; }

    /// <summary>The BCP 47 tag of the mail.</summary>
    public required string Language { get; set; }

    /// <summary>Whether the draft answered it.</summary>
    public bool Answered { get; set; }

    /// <summary>When, in UTC ticks.</summary>
    public long AskedTicks { get; set; }
}
