using OutlookAssist.Drafting.Checks;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Language;

namespace OutlookAssist.Drafting;

/// <summary>Decides, without any model, whether a sentence may be shown as cited: its quote stands in the passage and its facts stand in the quote.</summary>
internal static class DraftGuard
{
    private const int LongEnoughToTell = 40;
    private const double SureOfLanguage = 0.85;

    /// <summary>The support that a sentence of ours really has.</summary>
    public static string Judge(ComposedSentence sentence)
    {
        if (sentence.Support != Support.Cited)
        {
            return sentence.Support;
        }

        return sentence.Source is { } source
            && source.Quote.Length > 0
            && source.Found.Passage.Text.Contains(source.Quote, StringComparison.Ordinal)
            && (sentence.Text == source.Quote || (CountsAgree(sentence.Text, source.Quote) && Denials.Turned(sentence.Text, source.Quote) is null))
            ? Support.Cited
            : Support.Unsupported;
    }

    /// <summary>What is wrong with a sentence of a model that claims to rest on a quote; null when it may be shown as cited.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="quote">The verbatim quote.</param>
    /// <param name="source">The passage the quote stands in.</param>
    /// <param name="context">What else it may speak of.</param>
    public static GuardObjection? Examine(string text, string quote, string source, GuardContext context)
    {
        if (LinksIn.AreUnfit(text, source))
        {
            return GuardObjection.Link;
        }

        if (text.Length >= LongEnoughToTell && LanguageDetector.Detect(text) is { Confidence: >= SureOfLanguage } guess && guess.Tag != context.Language.Split('-')[0])
        {
            return GuardObjection.Language;
        }

        if (Commitments.AreUnbacked(text, quote))
        {
            return GuardObjection.Commitment;
        }

        return NamesIn.Foreign(text, $"{quote}\n{context.Mail}", context.Language) is not null ? GuardObjection.Name
            : !CountsAgree(text, quote) ? GuardObjection.Number
            : Denials.Turned(text, quote) is not null ? GuardObjection.Denial
            : Framing.IsAdded(text, quote) || !WordCover.IsCovered(text, quote, context.Question, context.Language) || !WordCover.SpeaksOf(quote, context.Question, context.Language) ? GuardObjection.Words
            : null;
    }

    /// <summary>What is wrong with a sentence that rests on the person's own notes; their words may be put nicely, their facts may not grow.</summary>
    public static GuardObjection? ExamineNote(string text, string notes, GuardContext context) =>
        LinksIn.AreUnfit(text, notes) ? GuardObjection.Link
        : NamesIn.Foreign(text, $"{notes}\n{context.Mail}", context.Language) is not null ? GuardObjection.Name
        : !CountsAgree(text, $"{notes}\n{context.Mail}") ? GuardObjection.Number
        : !WordCover.IsCovered(text, notes, context.Mail, context.Language) ? GuardObjection.Words
        : null;

    /// <summary>Every number of the sentence stands in the quote, and counts the same there.</summary>
    private static bool CountsAgree(string text, string quote) =>
        FactNumbers.In(text).IsSubsetOf(FactNumbers.In(quote)) && FactNumbers.Counted(text).IsSubsetOf(FactNumbers.Counted(quote));
}

/// <summary>What a sentence may speak of beside its quote.</summary>
/// <param name="Mail">The mail that is answered.</param>
/// <param name="Question">The question that is answered.</param>
/// <param name="Language">The language of the reply.</param>
internal sealed record GuardContext(string Mail, string Question, string Language);

/// <summary>Why a sentence of a model is not shown.</summary>
internal enum GuardObjection
{
    /// <summary>The passage was not among those of this question.</summary>
    Passage,

    /// <summary>The quote does not stand in the passage.</summary>
    Quote,

    /// <summary>A number, or what it counts, does not stand in the quote.</summary>
    Number,

    /// <summary>It denies what the quote affirms, or the other way round.</summary>
    Denial,

    /// <summary>A name or a personal datum stands neither in the quote nor in the mail.</summary>
    Name,

    /// <summary>Its words do not stand in the quote.</summary>
    Words,

    /// <summary>It promises what the quote does not.</summary>
    Commitment,

    /// <summary>It carries an address or markup.</summary>
    Link,

    /// <summary>It is in another language.</summary>
    Language,

    /// <summary>It says more than courtesy does.</summary>
    Courtesy,

    /// <summary>It is longer, or there are more of them, than was asked for.</summary>
    Length,
}
