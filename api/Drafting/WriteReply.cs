using Microsoft.Extensions.AI;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Http;
using OutlookAssist.LanguageModels;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting;

/// <summary>Writes the body of a reply: by a model whose every sentence is checked, or by the product itself; when the model fails half way, the product finishes.</summary>
internal sealed class WriteReply(ModelDoor door, TimeProvider time)
{
    private static readonly TimeSpan WorthRepairing = TimeSpan.FromSeconds(1);

    /// <summary>The body, its citations and what became of every question.</summary>
    /// <exception cref="UnavailableException"><c>model-unavailable</c>, with <c>LanguageModel:Fallback=None</c> only.</exception>
    public async Task<WrittenReply> WriteAsync(WritingTask task, IDraftObserver observer, CancellationToken cancellation)
    {
        var body = new DraftBody(observer, task.Composition.Language);
        // From here on sentences are shown, each as soon as it is checked.
        await observer.StageAsync("checking");
        var prompt = door.IsOn && (task.Composition.Questions.Count > 0 || task.Notes.Count > 0) && !task.Composition.IsAutomatic ? new DraftPrompt(task) : null;
        if (prompt is not { HasMaterial: true })
        {
            return await ByItselfAsync(task, body, []);
        }

        if (ProtectedMail.Is(task.Mail.Message))
        {
            return await ByItselfAsync(task, body, [new DraftWarning("protected-mail", "The mail is labelled, encrypted or rights-managed. It was not shown to a language model.")]);
        }

        return await ByModelAsync(task, prompt, body, cancellation);
    }

    private static async Task<WrittenReply> ByItselfAsync(WritingTask task, DraftBody body, IReadOnlyList<DraftWarning> warnings)
    {
        var reply = EmbeddedComposer.Compose(task.Composition);
        await body.AddAsync(reply.Paragraphs);
        return new WrittenReply(body.Paragraphs, body.Citations, reply.Questions, EmbeddedComposer.Engine, warnings, body.AreSourcesInLanguage);
    }

    private async Task<WrittenReply> ByModelAsync(WritingTask task, DraftPrompt prompt, DraftBody body, CancellationToken cancellation)
    {
        var phrases = Phrases.For(task.Composition.Language);
        await body.AddAsync([One(EmbeddedComposer.Greet(phrases, task.Composition)), One(EmbeddedComposer.Acknowledge(phrases, task.Composition))]);
        var answer = new ModelAnswer(task, prompt, body);
        var warnings = new List<DraftWarning>();
        var said = new Dictionary<int, ProposedOutcome>();
        ModelChoice? writer = null;
        var isBroken = false;
        try
        {
            writer = await AskAsync(prompt, prompt.Messages(), answer, said, cancellation);
            if (answer.NeedsRepair && task.Deadline - time.GetUtcNow() > WorthRepairing)
            {
                await AskAsync(prompt, prompt.Messages(answer.Objections), answer, said, cancellation);
            }
        }
        catch (ModelFailureException failure)
        {
            isBroken = true;
            // A repair that fails leaves a draft that the model has written as well as it could.
            if (writer is null)
            {
                if (!door.Options.HasStandIn)
                {
                    throw new UnavailableException("model-unavailable", $"{failure.Message} Nothing was drafted; try again, or allow LanguageModel:Fallback=Embedded.", failure);
                }

                warnings.Add(new DraftWarning("model-unavailable", $"{failure.Message} The product wrote {(answer.HasShown ? "the rest" : "the reply")} without it."));
            }
        }

        var questions = await answer.FinishAsync(said, isBroken);
        if (writer is null)
        {
            await body.AddAsync(EmbeddedComposer.State(task.Composition));
        }

        await body.AddAsync([One(EmbeddedComposer.Close(phrases, task.Composition))]);
        if (answer.Objections.Any(objection => objection.Why == GuardObjection.Commitment))
        {
            warnings.Add(new DraftWarning("commitment-without-source", "The language model wanted to promise something that no document says. It was left out; decide yourself."));
        }

        var choice = writer ?? (answer.HasShown ? door.Options.For(ModelFeature.Draft)[0] : null);
        var engine = choice is null ? EmbeddedComposer.Engine : new DraftEngine(choice.Provider!, choice.Model!, DraftPrompt.Version);
        return new WrittenReply(body.Paragraphs, body.Citations, questions, engine, warnings, body.AreSourcesInLanguage);
    }

    /// <summary>One answer of the model, sentence by sentence; gives the model that wrote it.</summary>
    private async Task<ModelChoice?> AskAsync(DraftPrompt prompt, List<ChatMessage> messages, ModelAnswer answer, Dictionary<int, ProposedOutcome> said, CancellationToken cancellation)
    {
        var call = prompt.Call();
        var reader = new ReadReply();
        await foreach (var update in door.For(call.Feature).GetStreamingResponseAsync(messages, call, cancellation))
        {
            foreach (var sentence in reader.Add(update.Text))
            {
                await answer.TakeAsync(sentence);
            }
        }

        foreach (var (number, outcome) in reader.Outcomes)
        {
            said[number] = outcome;
        }

        return reader.IsWhole ? call.Choice ?? door.Options.For(call.Feature)[0] : throw new ModelFailureException(ModelFailure.Malformed);
    }

    private static ComposedParagraph One(string text) => new([new ComposedSentence(text, Support.Courtesy)]);
}
