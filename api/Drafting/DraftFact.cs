using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Drafting;

/// <summary>What is known of a draft without a word of it: what reports count, and what may outlive the draft.</summary>
internal sealed class DraftFact
{
    /// <summary>The identifier of the draft.</summary>
    public required string DraftId { get; set; }

    /// <summary>The organisation.</summary>
    public required string Organisation { get; set; }

    /// <summary>When it was written, in UTC ticks.</summary>
    public long CreatedTicks { get; set; }

    /// <summary>Whether it is an earlier draft, changed as a person wished.</summary>
    public bool IsRevision { get; set; }

    /// <summary>What the mail was about.</summary>
    public required string Category { get; set; }

    /// <summary>negative, neutral or positive.</summary>
    public required string Sentiment { get; set; }

    /// <summary>low, normal, high or critical.</summary>
    public required string Urgency { get; set; }

    /// <summary>answered, partial, unanswered or not-needed.</summary>
    public required string Grounding { get; set; }

    /// <summary>Questions that no document answered.</summary>
    public int OpenQuestions { get; set; }

    /// <summary>Who wrote it.</summary>
    public required string Provider { get; set; }

    /// <summary>Which model wrote it.</summary>
    public required string Model { get; set; }

    /// <summary>From request to answer.</summary>
    public double Milliseconds { get; set; }

    /// <summary>What the person made of it: inserted, edited, discarded; null until told.</summary>
    public string? Outcome { get; set; }

    /// <summary>The changed share of its characters, 0…1; null where the person's text is not known.</summary>
    public double? EditDistance { get; set; }

    /// <summary>The facts of a draft.</summary>
    public static DraftFact Of(Draft draft, string organisation, long ticks, bool isRevision) => new()
    {
        DraftId = draft.Id,
        Organisation = organisation,
        CreatedTicks = ticks,
        IsRevision = isRevision,
        Category = draft.Classification.Category.Label,
        Sentiment = draft.Classification.Sentiment.Label,
        Urgency = draft.Classification.Urgency.Label,
        Grounding = draft.Grounding,
        OpenQuestions = draft.Questions.Count(question => question.Outcome == Drafting.Outcome.Open),
        Provider = draft.Engine.Provider,
        Model = draft.Engine.Model,
        Milliseconds = draft.ElapsedMilliseconds,
    };

    /// <summary>Takes in what the person made of the draft: an inserted one is as it was, an edited one is compared when its text is told.</summary>
    public void Rate(string outcome, string drafted, string? final)
    {
        Outcome = outcome;
        EditDistance = outcome switch
        {
            "inserted" when final is null => 0,
            "discarded" => null,
            _ => final is null ? null : Drafting.EditDistance.Share(drafted, final),
        };
    }
}

/// <summary>How facts are stored.</summary>
internal sealed class DraftFactTable : IEntityTypeConfiguration<DraftFact>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<DraftFact> builder)
    {
        builder.ToTable("DraftFacts");
        builder.HasKey(fact => fact.DraftId);
        builder.HasIndex(fact => new { fact.Organisation, fact.CreatedTicks });
    }
}
