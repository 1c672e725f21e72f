using OutlookAssist.Access;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting;

/// <summary>One reply to be written.</summary>
/// <param name="DraftId">The identifier it will have.</param>
/// <param name="Mail">What is answered.</param>
/// <param name="Composition">Questions, findings and manner.</param>
/// <param name="Caller">For whom.</param>
/// <param name="Deadline">When a model's words come too late.</param>
/// <param name="Notes">What the person says to the writer: instructions and private facts.</param>
/// <param name="Previous">The sentences of the draft that is to be changed; null for a new one.</param>
internal sealed record WritingTask(
    string DraftId,
    ReadableMessage Mail,
    CompositionTask Composition,
    Caller Caller,
    DateTimeOffset Deadline,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string>? Previous = null);

/// <summary>A reply as it was written and checked.</summary>
/// <param name="Paragraphs">The body.</param>
/// <param name="Citations">What it rests on.</param>
/// <param name="Questions">Every question with its outcome.</param>
/// <param name="Engine">Who wrote it.</param>
/// <param name="Warnings">What happened on the way.</param>
/// <param name="SourcesSpeakIt">Whether all sources are in the language of the reply.</param>
internal sealed record WrittenReply(
    IReadOnlyList<IReadOnlyList<DraftSentence>> Paragraphs,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<DraftQuestion> Questions,
    DraftEngine Engine,
    IReadOnlyList<DraftWarning> Warnings,
    bool SourcesSpeakIt);
