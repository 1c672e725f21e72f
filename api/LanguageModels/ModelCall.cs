using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.LanguageModels;

/// <summary>One call to a model as it is remembered: facts about it, no word of what was said.</summary>
internal sealed class ModelCall
{
    /// <summary>In the order of the calls.</summary>
    public long Id { get; set; }

    /// <summary>The organisation that asked.</summary>
    public required string Organisation { get; set; }

    /// <summary>The person that asked.</summary>
    public required string Person { get; set; }

    /// <summary>The draft it was for, or null.</summary>
    public string? DraftId { get; set; }

    /// <summary>When, in UTC ticks.</summary>
    public long StartedTicks { get; set; }

    /// <summary>What for.</summary>
    public required string Feature { get; set; }

    /// <summary>Who answered.</summary>
    public required string Provider { get; set; }

    /// <summary>Which model answered.</summary>
    public required string Model { get; set; }

    /// <summary>The version of the prompt.</summary>
    public required string PromptVersion { get; set; }

    /// <summary>Tokens sent.</summary>
    public long InputTokens { get; set; }

    /// <summary>Tokens written.</summary>
    public long OutputTokens { get; set; }

    /// <summary>What they cost by the prices in the settings.</summary>
    public double Cost { get; set; }

    /// <summary>Until the first piece.</summary>
    public double FirstMilliseconds { get; set; }

    /// <summary>Until the last piece.</summary>
    public double Milliseconds { get; set; }

    /// <summary>Requests over the wire; 0 when the answer was known.</summary>
    public int Attempts { get; set; }

    /// <summary>answered, cached, abandoned, or the kind of failure.</summary>
    public required string Outcome { get; set; }
}

/// <summary>How calls are stored.</summary>
internal sealed class ModelCallTable : IEntityTypeConfiguration<ModelCall>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ModelCall> builder)
    {
        builder.ToTable("ModelCalls");
        builder.HasKey(call => call.Id);
        builder.HasIndex(call => new { call.Organisation, call.Person, call.StartedTicks });
    }
}
