using System.Diagnostics;
using System.Text.Json;
using OutlookAssist.Access;
using OutlookAssist.Classification;
using OutlookAssist.Data;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Knowledge;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting;

/// <summary>The main job: from an open mail to a reply in which every fact is cited.</summary>
internal sealed class DraftReply(ClassifyMessage classify, SearchKnowledge search, IndexingState indexing, OutlookAssistDatabase database, TimeProvider time)
{
    private const int PassagesPerQuestion = 30;
    private const int MostQuestions = 12;
    private const int FewWords = 40;

    /// <summary>Understands, searches, composes, checks, keeps, answers.</summary>
    public async Task<Draft> HandleAsync(ReadableMessage mail, DraftOptions options, Caller caller, IDraftObserver observer, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();

        await observer.StageAsync("reading");
        var classification = classify.Classify(mail);
        await observer.ClassificationAsync(classification);
        var language = LanguageOf(options, classification);

        await observer.StageAsync("searching");
        var questions = await SearchAsync(mail, classification, caller, cancellation);

        await observer.StageAsync("writing");
        var reply = EmbeddedComposer.Compose(new CompositionTask(
            language, options.Tone ?? "neutral", options.Length ?? "standard", classification.Sentiment.Label, SenderName.Of(mail.Message.From), classification.Automatic.IsAutomatic, questions));

        await observer.StageAsync("checking");
        var citations = new CitationList();
        var paragraphs = reply.Paragraphs
            .Select(paragraph => paragraph.Sentences.Select(sentence => citations.Check(sentence)).ToList())
            .ToList();
        await observer.CitationsAsync(citations.All);
        var sentences = paragraphs.SelectMany(paragraph => paragraph).ToList();
        foreach (var sentence in sentences)
        {
            await observer.SentenceAsync(sentence);
        }

        var bodies = paragraphs.Select(paragraph => string.Join(' ', paragraph.Select(sentence => sentence.Text))).ToList();
        var draft = new Draft(
            Guid.NewGuid().ToString("N"),
            new DraftReplyText(SubjectOf(mail.Message.Subject), string.Join("\n\n", bodies), bodies.Count == 0 ? "" : ReplyHtml.Build(bodies, language), language),
            sentences,
            citations.All,
            reply.Questions,
            GroundingOf(reply.Questions),
            classification,
            DraftWarnings.For(mail, classification, language, await indexing.IsBusyAsync(caller.Organisation, cancellation)),
            DraftChecks.Run(sentences, reply.Questions, citations.All, citations.AreIn(language)),
            EmbeddedComposer.Engine,
            Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 1));
        await KeepAsync(draft, caller, cancellation);
        return draft;
    }

    private async Task<IReadOnlyList<(MailRequest Request, KnowledgeFindings Findings)>> SearchAsync(ReadableMessage mail, MessageClassification classification, Caller caller, CancellationToken cancellation)
    {
        if (classification.Automatic.IsAutomatic)
        {
            return [];
        }

        var found = new List<(MailRequest, KnowledgeFindings)>();
        var language = classification.Language.Tag;
        var subject = mail.Message.Subject ?? "";
        var requests = FindRequests.Find(mail.NewText, language);
        if (requests.Count == 0)
        {
            requests = FindRequests.Find(subject, language); // Some people ask in the subject only.
        }

        foreach (var request in requests.Take(MostQuestions))
        {
            // A short question leans on the subject and on what was said around it.
            var context = request.Text.Length <= FewWords ? $"{subject}\n{Around(mail.NewText, request)}" : subject;
            found.Add((request, await search.FindAsync(new KnowledgeQuestion(caller.Organisation, request.Text, language, context), PassagesPerQuestion, cancellation)));
        }

        return found;
    }

    private async Task KeepAsync(Draft draft, Caller caller, CancellationToken cancellation)
    {
        database.Add(new StoredDraft
        {
            Id = draft.Id,
            Organisation = caller.Organisation,
            Person = caller.Person,
            CreatedTicks = time.GetUtcNow().Ticks,
            Content = JsonSerializer.Serialize(draft, JsonSerializerOptions.Web),
        });
        await database.SaveChangesAsync(cancellation);
    }

    private static string Around(string text, MailRequest request)
    {
        const int reach = 200;
        var start = Math.Max(0, request.Start - reach);
        return text[start..Math.Min(text.Length, request.Start)];
    }

    private static string LanguageOf(DraftOptions options, MessageClassification classification)
    {
        if (options.Language is { Length: > 0 } chosen && !chosen.Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            return chosen;
        }

        return classification.Language.Tag == "und" ? "en" : classification.Language.Tag;
    }

    private static string SubjectOf(string? subject)
    {
        var trimmed = new string((subject ?? "").Where(character => !char.IsControl(character)).ToArray()).Trim();
        return trimmed.StartsWith("RE:", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("AW:", StringComparison.OrdinalIgnoreCase) ? trimmed : $"RE: {trimmed}".TrimEnd();
    }

    private static string GroundingOf(IReadOnlyList<DraftQuestion> questions)
    {
        var answered = questions.Count(question => question.Outcome == Outcome.Answered);
        return questions.Count == 0 ? "not-needed" : answered == 0 ? "unanswered" : answered == questions.Count ? "answered" : "partial";
    }
}
