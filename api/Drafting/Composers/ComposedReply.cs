using OutlookAssist.Knowledge;

namespace OutlookAssist.Drafting.Composers;

/// <summary>What a composer proposes before the guard has looked at it.</summary>
/// <param name="Paragraphs">The body, paragraph by paragraph.</param>
/// <param name="Questions">Every question with its outcome.</param>
internal sealed record ComposedReply(IReadOnlyList<ComposedParagraph> Paragraphs, IReadOnlyList<DraftQuestion> Questions);

/// <summary>Sentences that stand together; a list has one sentence a line.</summary>
internal sealed record ComposedParagraph(IReadOnlyList<ComposedSentence> Sentences, bool IsList = false);

/// <summary>A proposed sentence and the passage it claims to rest on.</summary>
internal sealed record ComposedSentence(string Text, string Support, Quotation? Source = null);

/// <summary>A claim that <c>Quote</c> stands verbatim in a passage of this retrieval.</summary>
internal sealed record Quotation(FoundPassage Found, string Quote);
