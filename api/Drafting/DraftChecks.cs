using OutlookAssist.Drafting.Composers;

namespace OutlookAssist.Drafting;

/// <summary>Scores a draft by checks in code; each says what it looked at.</summary>
internal static class DraftChecks
{
    private static readonly HashSet<string> Casual = new(["hey", "hi", "cheers", "super", "cool", "awesome", "ok", "okay", "yeah", "thx", "salut", "coucou"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The weighted share of checks that passed.</summary>
    public static DraftQuality Run(WrittenReply reply, CompositionTask task, double threshold)
    {
        var sentences = reply.Paragraphs.SelectMany(paragraph => paragraph).ToList();
        var questions = reply.Questions;
        var answered = questions.Count(question => question.Outcome == Outcome.Answered);
        var cited = sentences.Count(sentence => sentence.Support == Support.Cited);
        var unsupported = sentences.Count(sentence => sentence.Support == Support.Unsupported);
        var slots = sentences.Count(sentence => sentence.Support == Support.Slot);
        var pages = reply.Citations.Select(citation => (citation.DocumentId, citation.Page)).Distinct().Count();
        var words = sentences.Sum(sentence => sentence.Text.Count(char.IsWhiteSpace) + 1);
        var most = MostWords(task.Length) * Math.Max(1, questions.Count);
        var casual = task.Tone == "formal" ? sentences.Where(sentence => sentence.Support != Support.Cited).SelectMany(sentence => sentence.Text.Split(' ', ',', '!', '.')).Count(Casual.Contains) : 0;
        var risks = sentences.Where(sentence => sentence.Support == Support.Unsupported).SelectMany(sentence => sentence.Risks).Count(risk => risk.Kind is "policy" or "number" or "date");
        (QualityCheck Check, double Weight)[] checks =
        [
            (new QualityCheck("coverage", answered == questions.Count, $"{answered} of {questions.Count} questions are answered."), 0.4),
            (new QualityCheck("support", unsupported == 0, $"{cited} sentences are cited, {unsupported} have no source."), 0.25),
            (new QualityCheck("open-places", slots == 0, $"{slots} places are left for you to fill."), 0.1),
            (new QualityCheck("focus", pages <= Math.Max(2, 2 * answered), $"The answers rest on {pages} pages."), 0.05),
            (new QualityCheck("language", reply.SourcesSpeakIt, reply.SourcesSpeakIt ? "The sources are in the language of the reply." : "Some sources are in another language than the reply."), 0.05),
            (new QualityCheck("tone", casual == 0, casual == 0 ? "The words fit the tone." : $"{casual} words are too casual for a formal reply."), 0.05),
            (new QualityCheck("length", words <= most, $"{words} words; at most {most} fit the length that was asked for."), 0.05),
            (new QualityCheck("risk", risks == 0, $"{risks} numbers, dates or policies stand in sentences without a source."), 0.05),
        ];
        var score = Math.Round(checks.Sum(check => check.Check.Name == "coverage" && questions.Count > 0 ? check.Weight * answered / questions.Count : check.Check.Passed ? check.Weight : 0), 2);
        return new DraftQuality(score, [.. checks.Select(check => check.Check)], threshold, score >= threshold);
    }

    private static int MostWords(string length) => length switch { "short" => 90, "detailed" => 500, _ => 220 };
}
