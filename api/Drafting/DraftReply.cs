using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Audit;
using OutlookAssist.Classification;
using OutlookAssist.Data;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Drafting.SavedReplies;
using OutlookAssist.Drafting.Styles;
using OutlookAssist.Knowledge;
using OutlookAssist.LanguageModels;
using OutlookAssist.Mailboxes;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.Drafting;

/// <summary>The main job: from an open mail to a reply in which every fact is cited.</summary>
internal sealed class DraftReply(
    ClassifyMessage classify, SearchForMail search, SavedReplySource savedReplies, ManageStyle styles, WriteReply write, ModelDoor door, IndexingState indexing, CollectQuestions collect, RecentMails mails, DraftMetrics metrics,
    OutlookAssistDatabase database, ContentCipher cipher, AuditTrail trail, PersonMark marks, IOptions<DraftingOptions> settings, TimeProvider time)
{
    // The rest of the time is for finishing without the model.
    private const double ModelShare = 0.92;

    /// <summary>Understands, searches, composes, checks, keeps, answers.</summary>
    /// <param name="mail">What is answered.</param>
    /// <param name="options">How.</param>
    /// <param name="caller">For whom.</param>
    /// <param name="observer">Hears what is known so far.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="previous">The sentences of the draft that is being changed; null for a first one.</param>
    /// <param name="isFirst">Whether nobody has asked the questions of this mail before.</param>
    /// <param name="unattended">Nobody waits for the draft: what else is to be done with it.</param>
    public async Task<Draft> HandleAsync(
        ReadableMessage mail, DraftOptions options, Caller caller, IDraftObserver observer, CancellationToken cancellation, IReadOnlyList<string>? previous = null, bool isFirst = true, UnattendedDraft? unattended = null)
    {
        var began = Stopwatch.GetTimestamp();
        var deadline = time.GetUtcNow() + (TimeSpan.FromSeconds(door.Options.TimeoutSeconds) * ModelShare);

        await observer.StageAsync("reading");
        var id = Guid.NewGuid().ToString("N");
        var classification = await classify.ClassifyAsync(mail, new LabellingOrder(caller, id), cancellation);
        await observer.ClassificationAsync(classification);
        var language = LanguageOf(options, classification);
        var style = await styles.OfAsync(caller, cancellation);

        await observer.StageAsync("searching");
        var found = unattended is { IsAcknowledgement: true } ? [] : await search.FindAsync(mail, classification, caller, cancellation);
        var questions = await savedReplies.AddAsync(found, caller.Organisation, language, () => ReplyValues.Of(mail, classification, caller, language, time.GetUtcNow()), cancellation);

        await observer.StageAsync("writing");
        var composition = new CompositionTask(
            language, options.Tone ?? style?.InUse("tone") ?? "neutral", options.Length ?? style?.InUse("length") ?? "standard", classification.Sentiment.Label, SenderName.Of(mail.Message.From), classification.Automatic.IsAutomatic, questions,
            new PersonalForms(style?.InUse("greeting", language.Split('-')[0]), style?.InUse("closing", language.Split('-')[0])), options.Fact);
        var reply = await write.WriteAsync(new WritingTask(id, mail, composition, caller, deadline, options.Notes, previous), observer, cancellation);

        var sentences = reply.Paragraphs.SelectMany(paragraph => paragraph).ToList();
        var bodies = reply.Paragraphs.Select(paragraph => string.Join(' ', paragraph.Select(sentence => sentence.Text))).ToList();
        var quality = DraftChecks.Run(reply, composition, settings.Value.QualityThreshold);
        var isIndexing = await indexing.IsBusyAsync(caller.Organisation, cancellation);
        var draft = new Draft(
            id,
            new DraftReplyText(SubjectOf(mail.Message.Subject), string.Join("\n\n", bodies), bodies.Count == 0 ? "" : ReplyHtml.Build(bodies, language), language),
            sentences,
            reply.Citations,
            reply.Questions,
            GroundingOf(reply.Questions),
            classification,
            [.. reply.Warnings, .. DraftWarnings.For(mail, classification, language, isIndexing), .. QuarantinedPassages.In(questions), .. BrokenPromises.In(mail, sentences, language), .. DraftWarnings.For(quality)],
            quality,
            reply.Engine,
            Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 1));
        // What a document that is still being read may answer is no gap, nor is what a first draft has asked already.
        await KeepAsync(draft, caller, mail, collects: !isIndexing && isFirst && previous is null, isRevision: previous is not null, unattended, cancellation);
        metrics.Written(draft);
        mails.Remember(id, new AnsweredMail(mail, options, draft.Reply.Text));
        return draft;
    }

    private async Task KeepAsync(Draft draft, Caller caller, ReadableMessage mail, bool collects, bool isRevision, UnattendedDraft? unattended, CancellationToken cancellation)
    {
        database.Add(new StoredDraft
        {
            Id = draft.Id,
            Organisation = caller.Organisation,
            Person = caller.Person,
            Correspondent = marks.Of(caller.Organisation, mail.Message.From?.Address),
            CreatedTicks = time.GetUtcNow().Ticks,
            Content = cipher.SealText(caller.Organisation, DraftTable.Content.PlaceOf(draft.Id), JsonSerializer.Serialize(draft, JsonSerializerOptions.Web)),
            Provider = draft.Engine.Provider,
            Model = draft.Engine.Model,
            PromptVersion = draft.Engine.PromptVersion ?? "",
            KnowledgeVersion = await KnowledgeVersion.CurrentAsync(database, cancellation),
            Score = draft.Quality.Score,
        });
        database.Add(DraftFact.Of(draft, caller.Organisation, time.GetUtcNow().UtcTicks, isRevision));
        var open = collects ? Questions(draft, Outcome.Open) : [];
        // The draft and its line in the trail are kept together or not at all.
        await using var transaction = await database.BeginWriteAsync(cancellation);
        await collect.AddAsync(caller.Organisation, draft.Classification.Language.Tag, mail, open, Questions(draft, Outcome.Answered), cancellation);
        if (unattended is not null)
        {
            await unattended.KeepAsync(draft, cancellation);
        }

        await database.SaveChangesAsync(cancellation);
        await trail.AppendAsync(database, new AuditEvent(caller, "draft.created", draft.Id, StatusCodes.Status200OK, caller.From), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static List<string> Questions(Draft draft, string outcome) => [.. draft.Questions.Where(question => question.Outcome == outcome).Select(question => question.Text)];

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
