using OutlookAssist.Data;
using OutlookAssist.Mailboxes;
using OutlookAssist.Review;

namespace OutlookAssist.Autopilot;

/// <summary>Brings a run to its end in front of people, inside the caller's transaction.</summary>
internal sealed class OfferMail(OfferForReview review, TimeProvider time)
{
    /// <summary>The draft lies in the mailbox.</summary>
    public Task WithDraftAsync(OutlookAssistDatabase database, MessageRun run, ReceivedMessage mail, Message message, string tag, SavedDraft saved, CancellationToken cancellation)
    {
        (run.State, run.MailboxDraftId, run.Reply) = (RunState.Saved, saved.Id, null);
        mail.State = MessageState.Drafted;
        return OfferAsync(database, run, mail, message, tag, cancellation);
    }

    /// <summary>A person must write.</summary>
    public Task WithoutDraftAsync(OutlookAssistDatabase database, MessageRun run, ReceivedMessage mail, Message message, string reason, CancellationToken cancellation)
    {
        (run.State, run.Reason, run.Reply) = (RunState.WithPeople, reason, null);
        mail.State = MessageState.WithPeople;
        return OfferAsync(database, run, mail, message, null, cancellation);
    }

    /// <summary>Nothing is to be done: somebody answered, or is at it.</summary>
    public void Leave(MessageRun run, ReceivedMessage mail, string reason)
    {
        (run.State, run.Reason, run.Reply, run.FinishedTicks) = (RunState.LeftAlone, reason, null, time.GetUtcNow().UtcTicks);
        mail.State = MessageState.Closed;
    }

    private Task OfferAsync(OutlookAssistDatabase database, MessageRun run, ReceivedMessage mail, Message message, string? tag, CancellationToken cancellation)
    {
        run.FinishedTicks = time.GetUtcNow().UtcTicks;
        return review.OfferAsync(
            database,
            new NewReviewItem
            {
                Organisation = run.Organisation,
                MessageId = run.MessageId,
                MailboxId = run.MailboxId,
                ConversationId = mail.ConversationId,
                DraftId = tag is null ? null : run.DraftId,
                DraftTag = tag,
                EscalatedFor = run.EscalatedFor,
                Priority = run.Priority,
                Urgency = run.Urgency,
                Sentiment = run.Sentiment,
                Category = run.Category,
                Confidence = run.Confidence,
                Language = run.Language,
                Grounding = run.Grounding,
                OpenQuestions = run.OpenQuestions,
                Provider = run.Provider,
                Model = run.Model,
                ReceivedTicks = mail.ReceivedTicks,
                DueTicks = run.DueTicks,
                SenderName = message.From?.Name,
                SenderAddress = message.From?.Address,
                Subject = message.Subject,
            },
            cancellation);
    }
}
