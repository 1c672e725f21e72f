using System.ComponentModel.DataAnnotations;
using OutlookAssist.Privacy;

namespace OutlookAssist.Retention;

/// <summary>For how many days each class of data is kept; 0 keeps it until somebody deletes it.</summary>
internal sealed class RetentionOptions
{
    private const int Longest = 36_500;

    /// <summary>Drafts with their ratings.</summary>
    [Range(0, Longest)]
    public int Drafts { get; set; } = 365;

    /// <summary>What was sent to language models.</summary>
    [Range(0, Longest)]
    public int Disclosures { get; set; } = 90;

    /// <summary>Facts about calls to language models.</summary>
    [Range(0, Longest)]
    public int ModelCalls { get; set; } = 365;

    /// <summary>Corrections, which classification learns from.</summary>
    [Range(0, Longest)]
    public int Corrections { get; set; }

    /// <summary>Questions without an answer, counted from when they were asked last.</summary>
    [Range(0, Longest)]
    public int Gaps { get; set; } = 365;

    /// <summary>Mails of connected mailboxes, with what belongs to them.</summary>
    [Range(0, Longest)]
    public int Mail { get; set; } = 365;

    /// <summary>Work that was given up.</summary>
    [Range(0, Longest)]
    public int DeadLetters { get; set; } = 90;

    /// <summary>The audit trail.</summary>
    [Range(0, Longest)]
    public int Audit { get; set; }

    /// <summary>The days of every class.</summary>
    internal IReadOnlyDictionary<string, int> Days => new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [RetentionClass.Drafts] = Drafts,
        [RetentionClass.Disclosures] = Disclosures,
        [RetentionClass.ModelCalls] = ModelCalls,
        [RetentionClass.Corrections] = Corrections,
        [RetentionClass.Gaps] = Gaps,
        [RetentionClass.Mail] = Mail,
        [RetentionClass.DeadLetters] = DeadLetters,
        [RetentionClass.Audit] = Audit,
    };
}
