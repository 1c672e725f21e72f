using System.Globalization;
using OutlookAssist.Classification;
using OutlookAssist.Drafting.SavedReplies;
using OutlookAssist.Drafting.Styles;
using OutlookAssist.Knowledge;

namespace OutlookAssist.Drafting.Composers;

/// <summary>Writes a reply without any model: courtesy in the mail's language around sentences quoted from the documents.</summary>
internal static class EmbeddedComposer
{
    /// <summary>How it is named in a draft.</summary>
    public static readonly DraftEngine Engine = new("Embedded", "extractive-1");

    /// <summary>The whole reply.</summary>
    public static ComposedReply Compose(CompositionTask task)
    {
        var phrases = Phrases.For(task.Language);
        if (task.Questions.Count == 0)
        {
            return new ComposedReply(task.IsAutomatic ? [] : Courtesy(phrases, task), []);
        }

        var paragraphs = new List<ComposedParagraph> { One(Greet(phrases, task)), One(Acknowledge(phrases, task)) };
        var outcomes = new List<DraftQuestion>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < task.Questions.Count; index++)
        {
            var (request, findings) = task.Questions[index];
            var number = task.Questions.Count == 1 ? null : (index + 1).ToString(CultureInfo.InvariantCulture);
            var quotations = WithoutRepetition(AnswerSelection.Select(findings, SentencesFor(task.Length)), said);
            if (quotations.Count > 0)
            {
                Answer(phrases, task, number, quotations, paragraphs);
                outcomes.Add(new DraftQuestion(request.Text, Outcome.Answered));
            }
            else
            {
                var asksToAct = request.Kind == RequestKind.Request;
                paragraphs.Add(new ComposedParagraph([new ComposedSentence(Open(phrases, asksToAct, number), Support.Slot)]));
                outcomes.Add(new DraftQuestion(request.Text, asksToAct ? Outcome.Deferred : Outcome.Open));
            }
        }

        paragraphs.AddRange(State(task));
        paragraphs.Add(One(Close(phrases, task)));
        return new ComposedReply(paragraphs, outcomes);
    }

    /// <summary>What an earlier answer has said is said once, unless it is all there is to say.</summary>
    private static IReadOnlyList<Quotation> WithoutRepetition(IReadOnlyList<Quotation> quotations, HashSet<string> said)
    {
        var fresh = quotations.Where(quotation => !said.Contains(quotation.Quote)).ToList();
        said.UnionWith(fresh.Select(quotation => quotation.Quote));
        return fresh.Count > 0 ? fresh : [.. quotations.Take(1)];
    }

    internal static void Answer(Phrases phrases, CompositionTask task, string? number, IReadOnlyList<Quotation> quotations, List<ComposedParagraph> paragraphs)
    {
        var lead = new List<ComposedSentence>();
        if (number is not null)
        {
            lead.Add(new ComposedSentence(string.Format(CultureInfo.InvariantCulture, phrases.Numbered, number), Support.Courtesy));
        }

        if (quotations.Any(quotation => quotation.Found.Passage.Language is not "und" and var spoken && spoken != task.Language.Split('-')[0]))
        {
            lead.Add(new ComposedSentence(phrases.SourcesSpeak, Support.Courtesy));
        }

        paragraphs.Add(new ComposedParagraph([.. lead, .. quotations.Select(quotation => Quote(quotation))]));
    }

    /// <summary>A sentence of a saved reply with a place that is still open is for the person to fill.</summary>
    private static ComposedSentence Quote(Quotation quotation) => SavedReplySource.HasOpenPlace(quotation.Found.Passage, quotation.Quote)
        ? new ComposedSentence(InOneLine(quotation.Quote), Support.Slot)
        : new ComposedSentence(InOneLine(quotation.Quote), Support.Cited, quotation);

    /// <summary>Items under a sentence that ends in a colon follow it, divided by semicolons.</summary>
    private static string InOneLine(string quote)
    {
        var lines = quote.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 1 ? quote : $"{lines[0]} {string.Join("; ", lines.Skip(1).Select(line => line.TrimStart('•', '-', '*', '·', ' ').TrimEnd('.', ';')))}.";
    }

    private static List<ComposedParagraph> Courtesy(Phrases phrases, CompositionTask task)
    {
        var thanks = task.Sentiment == "positive" ? phrases.ThanksWarm : phrases.Thanks;
        return
        [
            One(Greet(phrases, task)),
            new ComposedParagraph([.. new[] { task.Sentiment == "negative" ? Sorry(phrases, task.Tone) : null, thanks, task.Sentiment == "positive" ? phrases.Acknowledge : null }
                .OfType<string>().Select(text => new ComposedSentence(Capital(text), Support.Courtesy))]),
            .. State(task),
            One(Close(phrases, task)),
        ];
    }

    internal static string Greet(Phrases phrases, CompositionTask task)
    {
        if (task.Forms.Greeting is { } own)
        {
            return PersonalForms.Greet(own, task.SenderName);
        }

        if (task.SenderName is null)
        {
            return phrases.GreetingNameless;
        }

        var greeting = task.Tone switch { "friendly" => phrases.GreetingFriendly, "formal" => phrases.GreetingFormal, _ => phrases.Greeting };
        var name = task.Tone == "friendly" ? task.SenderName.Split(' ')[0] : task.SenderName;
        return string.Format(CultureInfo.InvariantCulture, greeting, name);
    }

    internal static string Acknowledge(Phrases phrases, CompositionTask task)
    {
        if (task.Sentiment == "negative" || task.Tone == "apologetic")
        {
            return Capital($"{Sorry(phrases, task.Tone)}");
        }

        return Capital(task.Sentiment == "positive" ? phrases.ThanksWarm : phrases.Thanks);
    }

    private static string Sorry(Phrases phrases, string tone) => tone == "formal" ? phrases.SorryFormal : phrases.Sorry;

    /// <summary>What only the person knows, flagged for the eye: no document says it.</summary>
    internal static IEnumerable<ComposedParagraph> State(CompositionTask task) =>
        string.IsNullOrWhiteSpace(task.Fact) ? [] : [new ComposedParagraph([new ComposedSentence(task.Fact.ReplaceLineEndings(" ").Trim(), Support.Unsupported)])];

    internal static string Close(Phrases phrases, CompositionTask task) => task.Forms.Closing ?? task.Tone switch { "friendly" => phrases.ClosingFriendly, "formal" => phrases.ClosingFormal, _ => phrases.Closing };

    internal static string Open(Phrases phrases, bool asksToAct, string? number) => (asksToAct, number) switch
    {
        (true, null) => phrases.ActOne,
        (true, _) => string.Format(CultureInfo.InvariantCulture, phrases.ActNumbered, number),
        (false, null) => phrases.OpenOne,
        _ => string.Format(CultureInfo.InvariantCulture, phrases.OpenNumbered, number),
    };

    internal static int SentencesFor(string length) => length switch { "short" => 1, "detailed" => 5, _ => 3 };

    private static ComposedParagraph One(string text) => new([new ComposedSentence(text, Support.Courtesy)]);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>Everything a composer may know.</summary>
/// <param name="Language">The BCP 47 tag to write in.</param>
/// <param name="Tone">neutral, friendly, formal or apologetic.</param>
/// <param name="Length">short, standard or detailed.</param>
/// <param name="Sentiment">negative, neutral or positive.</param>
/// <param name="SenderName">A name that may stand in a greeting, or null.</param>
/// <param name="IsAutomatic">Whether a machine wrote the mail.</param>
/// <param name="Questions">Each question with what was found for it.</param>
/// <param name="Forms">How the person greets and closes.</param>
/// <param name="Fact">What only the person knows and the reply says.</param>
internal sealed record CompositionTask(
    string Language,
    string Tone,
    string Length,
    string Sentiment,
    string? SenderName,
    bool IsAutomatic,
    IReadOnlyList<(MailRequest Request, KnowledgeFindings Findings)> Questions,
    PersonalForms Forms,
    string? Fact = null);
