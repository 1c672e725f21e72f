using OutlookAssist.Classification;

namespace OutlookAssist.Drafting;

/// <summary>A reply that a person may look at, with everything it rests on: the answer of <c>POST /api/drafts</c>.</summary>
/// <param name="Id">The identifier for revisions, rating and disclosure.</param>
/// <param name="Reply">Subject and body.</param>
/// <param name="Sentences">The body sentence by sentence, in order.</param>
/// <param name="Citations">What the cited sentences rest on, numbered from 1.</param>
/// <param name="Questions">Everything the mail asks, with its outcome.</param>
/// <param name="Grounding">answered, partial, unanswered or not-needed.</param>
/// <param name="Classification">What was understood of the mail.</param>
/// <param name="Warnings">What a person should know before using the draft.</param>
/// <param name="Quality">Checks by code, and their sum.</param>
/// <param name="Engine">Who wrote it.</param>
/// <param name="ElapsedMilliseconds">From request to answer.</param>
internal sealed record Draft(
    string Id,
    DraftReplyText Reply,
    IReadOnlyList<DraftSentence> Sentences,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<DraftQuestion> Questions,
    string Grounding,
    MessageClassification Classification,
    IReadOnlyList<DraftWarning> Warnings,
    DraftQuality Quality,
    DraftEngine Engine,
    double ElapsedMilliseconds);

/// <summary>The reply as plain text and as HTML that our code built from it; no signature, the mail client adds its own.</summary>
internal sealed record DraftReplyText(string Subject, string Text, string Html, string Language);

/// <summary>One sentence; <c>Citations</c> are markers, <c>Support</c> is cited, courtesy, slot or unsupported, <c>Risks</c> what deserves a second look.</summary>
internal sealed record DraftSentence(string Text, IReadOnlyList<int> Citations, string Support, IReadOnlyList<RiskySpot> Risks);

/// <summary>A stretch of a sentence in UTF-16 code units; <c>Kind</c> is number, date, name, policy or unsupported.</summary>
internal sealed record RiskySpot(int Start, int End, string Kind);

/// <summary>A verbatim piece of one page, or of a saved reply as it was filled in. <c>Page</c> counts from 1 and is null where the format has none; <c>Relevance</c> 0…1; <c>Source</c> is document or saved-reply.</summary>
internal sealed record Citation(int Marker, string DocumentId, string DocumentName, int? Page, int Partition, string Quote, double Relevance, string Source = "document");

/// <summary>Something the mail asks; <c>Outcome</c> is answered, open or deferred.</summary>
internal sealed record DraftQuestion(string Text, string Outcome);

/// <summary>A stable code and a sentence of ours; <c>Passage</c> is what it is about, where there is something to look at.</summary>
internal sealed record DraftWarning(string Code, string Detail, WarningPassage? Passage = null);

/// <summary>The words that raised a warning, as they stand in the mail or in a document.</summary>
internal sealed record WarningPassage(string Text, string? DocumentId = null, string? DocumentName = null, int? Page = null);

/// <summary>The share of checks that passed, weighted, 0…1, and each check; <c>Passed</c> when the score reaches <c>Threshold</c>, which is a setting.</summary>
internal sealed record DraftQuality(double Score, IReadOnlyList<QualityCheck> Checks, double Threshold, bool Passed);

/// <summary>One check by code.</summary>
internal sealed record QualityCheck(string Name, bool Passed, string Detail);

/// <summary>Who wrote the draft; <c>PromptVersion</c> is that of the words a model was given, null where none was asked.</summary>
internal sealed record DraftEngine(string Provider, string Model, string? PromptVersion = null);

/// <summary>How far a sentence may be trusted.</summary>
internal static class Support
{
    /// <summary>Every fact stands in the quoted passage.</summary>
    public const string Cited = "cited";

    /// <summary>Greeting, thanks, closing: states no fact.</summary>
    public const string Courtesy = "courtesy";

    /// <summary>An open place for the person to fill.</summary>
    public const string Slot = "slot";

    /// <summary>Flagged: no source.</summary>
    public const string Unsupported = "unsupported";
}

/// <summary>What became of a question.</summary>
internal static class Outcome
{
    /// <summary>The draft answers it from a source.</summary>
    public const string Answered = "answered";

    /// <summary>No document answers it.</summary>
    public const string Open = "open";

    /// <summary>It asks for something to be done, which only a person can do.</summary>
    public const string Deferred = "deferred";
}
