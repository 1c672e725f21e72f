namespace OutlookAssist.Drafting;

/// <summary>Scores a draft by checks in code; each says what it looked at.</summary>
internal static class DraftChecks
{
    /// <summary>The weighted share of checks that passed.</summary>
    public static DraftQuality Run(IReadOnlyList<DraftSentence> sentences, IReadOnlyList<DraftQuestion> questions, IReadOnlyList<Citation> citations, bool speaksTheLanguage)
    {
        var answered = questions.Count(question => question.Outcome == Outcome.Answered);
        var cited = sentences.Count(sentence => sentence.Support == Support.Cited);
        var unsupported = sentences.Count(sentence => sentence.Support == Support.Unsupported);
        var slots = sentences.Count(sentence => sentence.Support == Support.Slot);
        var pages = citations.Select(citation => (citation.DocumentId, citation.Page)).Distinct().Count();
        (QualityCheck Check, double Weight)[] checks =
        [
            (new QualityCheck("coverage", answered == questions.Count, $"{answered} of {questions.Count} questions are answered."), 0.4),
            (new QualityCheck("support", unsupported == 0, $"{cited} sentences are cited, {unsupported} have no source."), 0.3),
            (new QualityCheck("open-places", slots == 0, $"{slots} places are left for you to fill."), 0.1),
            (new QualityCheck("focus", pages <= Math.Max(2, 2 * answered), $"The answers rest on {pages} pages."), 0.1),
            (new QualityCheck("language", speaksTheLanguage, speaksTheLanguage ? "The sources are in the language of the reply." : "Some sources are in another language than the reply."), 0.1),
        ];
        var score = checks.Sum(check => check.Check.Name == "coverage" && questions.Count > 0 ? check.Weight * answered / questions.Count : check.Check.Passed ? check.Weight : 0);
        return new DraftQuality(Math.Round(score, 2), [.. checks.Select(check => check.Check)]);
    }
}
