using System.Globalization;
using OutlookAssist.Classification;
using OutlookAssist.Drafting.Checks;
using OutlookAssist.Drafting.SavedReplies;

namespace OutlookAssist.Drafting.Composers;

/// <summary>Lets a model's proposals into a draft one by one, as far as the guard lets them pass, and keeps account of every question.</summary>
internal sealed class ModelAnswer(WritingTask task, DraftPrompt prompt, DraftBody body)
{
    private const int LongestSentence = 600;

    private readonly Phrases _phrases = Phrases.For(task.Composition.Language);
    private readonly Dictionary<int, int> _shown = [];
    private readonly HashSet<string> _said = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(ProposedSentence Sentence, GuardObjection Why)> _objections = [];
    private int _place;

    /// <summary>What was not let in since the last repair.</summary>
    public IReadOnlyList<(ProposedSentence Sentence, GuardObjection Why)> Objections => _objections;

    /// <summary>Whether a repair could still answer something.</summary>
    public bool NeedsRepair => _objections.Any(objection => objection.Sentence.Question is var question && question >= 1 && question <= task.Composition.Questions.Count && !IsAnswered(question));

    /// <summary>Whether anything of the model is in the draft.</summary>
    public bool HasShown => _shown.Count > 0;

    /// <summary>Whether the question has an answer.</summary>
    public bool IsAnswered(int question) => _shown.ContainsKey(question);

    /// <summary>Whether the only thing the model had to say on this question was a promise.</summary>
    public bool WasPromise(int question) => _objections.Any(objection => objection.Sentence.Question == question && objection.Why == GuardObjection.Commitment);

    /// <summary>Whether something was refused on this question.</summary>
    public bool WasRefused(int question) => _objections.Any(objection => objection.Sentence.Question == question);

    /// <summary>Shows the sentence if nothing speaks against it.</summary>
    public async Task TakeAsync(ProposedSentence sentence)
    {
        var (objection, accepted) = Judge(sentence);
        if (accepted is null)
        {
            _objections.Add((sentence, objection!.Value));
            return;
        }

        if (!_said.Add(accepted.Text))
        {
            return;
        }

        await LeadAsync(sentence.Question);
        await body.AddAsync(accepted, inNewParagraph: _place == 0);
        _place++;
        if (sentence.Question > 0)
        {
            _shown[sentence.Question] = _shown.GetValueOrDefault(sentence.Question) + 1;
        }
    }

    /// <summary>Several questions are answered in paragraphs of their own that say which.</summary>
    private async Task LeadAsync(int question)
    {
        if (question == 0 || IsAnswered(question))
        {
            return;
        }

        _place = 0;
        if (task.Composition.Questions.Count > 1)
        {
            await body.AddAsync(new ComposedSentence(string.Format(CultureInfo.InvariantCulture, _phrases.Numbered, question), Support.Courtesy), inNewParagraph: true);
            _place++;
        }
    }

    private (GuardObjection?, ComposedSentence?) Judge(ProposedSentence sentence)
    {
        if (sentence.Text.Length > LongestSentence || _shown.GetValueOrDefault(sentence.Question) >= MostSentences)
        {
            return (GuardObjection.Length, null);
        }

        return sentence.Kind switch
        {
            "cited" => Cited(sentence),
            "note" => Noted(sentence),
            _ when sentence.Question == 0 && _shown.Count == 0 && CourtesyWords.Only(sentence.Text, task.Composition.Language) => (null, new ComposedSentence(sentence.Text, Support.Courtesy)),
            _ => (Commitments.In(sentence.Text) ? GuardObjection.Commitment : GuardObjection.Courtesy, null),
        };
    }

    private (GuardObjection?, ComposedSentence?) Cited(ProposedSentence sentence)
    {
        // Answers come in the order of the questions; one that comes back to an earlier one has its own paragraph there already.
        if (prompt.Passage(sentence.Question, sentence.Passage) is not { } found || _shown.Keys.DefaultIfEmpty().Max() > sentence.Question)
        {
            return (GuardObjection.Passage, null);
        }

        if (QuoteIn.Find(found.Passage.Text, sentence.Quote) is not { } quote)
        {
            return (Commitments.In(sentence.Text) ? GuardObjection.Commitment : GuardObjection.Quote, null);
        }

        var question = task.Composition.Questions[sentence.Question - 1].Request;
        return DraftGuard.Examine(sentence.Text, quote, found.Passage.Text, new GuardContext(task.Mail.NewText, question.Text, task.Composition.Language)) is { } objection
            ? (objection, null)
            : (null, SavedReplySource.HasOpenPlace(found.Passage, sentence.Text) ? new ComposedSentence(sentence.Text, Support.Slot) : new ComposedSentence(sentence.Text, Support.Cited, new Quotation(found, quote)));
    }

    /// <summary>A sentence of the person's own notes: no document says it, so it is flagged for the eye.</summary>
    private (GuardObjection?, ComposedSentence?) Noted(ProposedSentence sentence)
    {
        var notes = string.Join('\n', task.Notes);
        if (task.Notes.Count == 0 || QuoteIn.Find(notes, sentence.Quote) is null)
        {
            return (GuardObjection.Quote, null);
        }

        var objection = DraftGuard.ExamineNote(sentence.Text, notes, new GuardContext(task.Mail.NewText, "", task.Composition.Language));
        return objection is not null ? (objection, null) : (null, new ComposedSentence(sentence.Text, Support.Unsupported));
    }

    private int MostSentences => task.Composition.Length switch { "short" => 2, "detailed" => 8, _ => 4 };

    /// <summary>The outcomes of all questions; what the model left open gets its place, what it failed at is answered from the documents word for word.</summary>
    public async Task<IReadOnlyList<DraftQuestion>> FinishAsync(IReadOnlyDictionary<int, ProposedOutcome> said, bool isBroken)
    {
        var outcomes = new List<DraftQuestion>();
        foreach (var (index, (request, findings)) in task.Composition.Questions.Index())
        {
            var number = index + 1;
            var isOpen = !isBroken && !WasRefused(number) && said.GetValueOrDefault(number)?.Outcome is Outcome.Open or Outcome.Deferred;
            if (IsAnswered(number))
            {
                outcomes.Add(new DraftQuestion(request.Text, Outcome.Answered));
                continue;
            }

            var mark = task.Composition.Questions.Count == 1 ? null : number.ToString(CultureInfo.InvariantCulture);
            var quotations = isOpen ? [] : AnswerSelection.Select(findings, EmbeddedComposer.SentencesFor(task.Composition.Length));
            if (quotations.Count > 0)
            {
                var paragraphs = new List<ComposedParagraph>();
                EmbeddedComposer.Answer(_phrases, task.Composition, mark, quotations, paragraphs);
                await body.AddAsync(paragraphs);
                outcomes.Add(new DraftQuestion(request.Text, Outcome.Answered));
                continue;
            }

            var asksToAct = request.Kind == RequestKind.Request || WasPromise(number);
            var slot = new List<ComposedSentence> { new(EmbeddedComposer.Open(_phrases, asksToAct, mark), Support.Slot) };
            if (MissingFact.Ask(said.GetValueOrDefault(number)?.Missing, task.Composition.Language) is { } ask && _said.Add(ask))
            {
                slot.Add(new ComposedSentence(ask, Support.Courtesy));
            }

            await body.AddAsync([new ComposedParagraph(slot)]);
            outcomes.Add(new DraftQuestion(request.Text, request.Kind == RequestKind.Request ? Outcome.Deferred : Outcome.Open));
        }

        return outcomes;
    }
}
