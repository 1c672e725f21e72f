using System.Text;
using OutlookAssist.LanguageModels;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Classification;

/// <summary>Asks a language model for the labels of a mail, where one is set for that; whatever goes wrong, the product's own labels stand.</summary>
internal sealed class LabelByModel(ModelDoor door, TimeProvider time)
{
    private const int LongestAnswer = 4_000;

    // Labels are worth a quarter of the time of a draft: what comes later is not waited for.
    private const double ShareOfTime = 0.25;

    /// <summary>Whether a model is set for labels.</summary>
    public bool IsOn => door.Options.Classifies;

    /// <summary>Whether a model may see the mail: not when its reading is restricted, and not when it hides text from its reader.</summary>
    public static bool MaySee(ReadableMessage message) => !ProtectedMail.Is(message.Message) && message.HiddenText.Length == 0;

    /// <summary>What the model says, or null when it says nothing usable in time.</summary>
    /// <param name="subject">Without persons.</param>
    /// <param name="text">Without persons.</param>
    /// <param name="triage">Whose labels.</param>
    /// <param name="order">For whom.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<ModelLabels?> AskAsync(string subject, string text, OrganisationTriage triage, LabellingOrder order, CancellationToken cancellation)
    {
        var call = LabelPrompt.Call(order, time.GetUtcNow() + (TimeSpan.FromSeconds(door.Options.TimeoutSeconds) * ShareOfTime));
        var answer = new StringBuilder();
        try
        {
            await foreach (var update in door.For(call.Feature).GetStreamingResponseAsync(LabelPrompt.Messages(subject, text, triage), call, cancellation))
            {
                answer.Append(update.Text);
                if (answer.Length > LongestAnswer)
                    return null;
            }
        }
        catch (ModelFailureException)
        {
            // The door has recorded why.
            return null;
        }

        return ModelLabels.Read(answer.ToString(), triage, call.Choice ?? door.Options.For(call.Feature)[0]);
    }
}
