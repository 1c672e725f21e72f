using OutlookAssist.Classification;
using OutlookAssist.Knowledge;

namespace OutlookAssist.Drafting;

/// <summary>Passages that were found and that give orders to an assistant: their orders are shown to no model, quoted in no draft, and reported.</summary>
internal static class QuarantinedPassages
{
    private const int LookedAt = 6;
    private const int MostReported = 3;

    /// <summary>One warning for each document that gives orders, with the passage.</summary>
    public static IEnumerable<DraftWarning> In(IReadOnlyList<(MailRequest Request, KnowledgeFindings Findings)> questions) =>
        questions
            .SelectMany(question => question.Findings.Passages.Where(found => found.Relevance >= DraftPrompt.LeastRelevance).Take(LookedAt))
            .Select(found => found.Passage)
            .DistinctBy(passage => (passage.DocumentId, passage.Partition))
            .Select(passage => (Passage: passage, Order: InjectionSigns.Find(passage.Text)))
            .Where(found => found.Order is not null)
            .DistinctBy(found => found.Passage.DocumentId)
            .Take(MostReported)
            .Select(found => new DraftWarning(
                "injection-suspected",
                "A document that was found contains text that gives orders to an assistant. Nothing of it was obeyed or quoted; look at the document.",
                new WarningPassage(found.Order!, found.Passage.DocumentId, found.Passage.DocumentName, found.Passage.Page)));
}
