using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Drafting;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;
using OutlookAssist.Protection;
using OutlookAssist.Tickets;

namespace OutlookAssist.Autopilot;

/// <summary>Names a mail that was read and waits for its reply.</summary>
internal sealed record MessageUnderstood(string Organisation, long MessageId);

/// <summary>The second half of the pipeline, in the order of priority: drafts a reply that knows the conversation, saves it in the mailbox exactly once, and offers it for review.</summary>
/// <remarks>The reply is kept before the mailbox is told of it, and the mailbox is asked for the draft's tag before another is made: a crash between the two finds the draft instead of doubling it.</remarks>
internal sealed class AnswerMail(
    OutlookAssistDatabase database, StoreArrivals store, ReadAttachments attachments, OpenMailbox open, MailboxPauses pauses, DraftReply reply, ConversationMemory memory,
    ContentCipher cipher, OfferMail offer, CurrentJob current, TimeProvider time) : IJobHandler<MessageUnderstood>
{
    /// <inheritdoc />
    public async Task HandleAsync(MessageUnderstood payload, CancellationToken cancellation)
    {
        var steps = new StepClock(time);
        if (await FindAsync(payload, cancellation) is not { } found || found.Run.State is not (RunState.Understood or RunState.Drafted))
        {
            return; // Removed meanwhile, or done before a crash.
        }

        var (run, mail, connection) = found;
        if (connection.State is not MailboxState.Connected)
        {
            throw pauses.WhileClosed();
        }

        var raw = await store.ReadContentAsync(mail, cancellation) ?? throw new JobRejectedException("The content of the mail is not there.");
        var message = Arrival.Read(raw, mail.ConversationId)!.Message with { ReceivedAt = new DateTimeOffset(mail.ReceivedTicks, TimeSpan.Zero) };
        try
        {
            await using var mailbox = await open.OpenAsync(connection, cancellation);
            var answered = new AnsweredMessage(mail.ProviderId, mail.InternetMessageId, mail.ConversationId, new DateTimeOffset(mail.ReceivedTicks, TimeSpan.Zero));
            var reason = Overtaken(await mailbox.ReadConversationAsync(answered, cancellation));
            steps.Done("look");
            if (reason is not null)
            {
                await LeaveAsync(run, mail, reason, steps, cancellation);
                return;
            }

            var draft = run.Reply is { } kept ? Open(run, kept) : await DraftAsync(run, mail, connection, message, raw, answered, steps, cancellation);
            await current.EnsureOursAsync(cancellation);
            var saved = await mailbox.SaveDraftAsync(draft, TagOf(mail), cancellation);
            pauses.Worked(mail.MailboxId);
            steps.Done("save");
            await FinishAsync(run, mail, message, saved, steps, cancellation);
        }
        catch (MailboxException failure)
        {
            throw pauses.After(mail.MailboxId, failure);
        }
    }

    /// <inheritdoc />
    public async Task GiveUpAsync(MessageUnderstood payload, CancellationToken cancellation)
    {
        if (await FindAsync(payload, cancellation) is not { } found || found.Run.State is not (RunState.Understood or RunState.Drafted))
        {
            return;
        }

        var message = await store.ReadContentAsync(found.Mail, cancellation) is { } raw ? Arrival.Read(raw, null)?.Message : null;
        await using var transaction = await database.BeginWriteAsync(cancellation);
        await offer.WithoutDraftAsync(database, found.Run, found.Mail, message ?? new Message(), "drafting-failed", cancellation);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc />
    public async Task ReviveAsync(MessageUnderstood payload, CancellationToken cancellation)
    {
        var found = await FindAsync(payload, cancellation) ?? throw new JobRejectedException("The mail was removed.");
        found.Run.State = found.Run.Reply is null ? RunState.Understood : RunState.Drafted;
        (found.Run.Reason, found.Run.FinishedTicks) = (null, null);
        await database.SaveChangesAsync(cancellation);
    }

    /// <summary>The tag of a mail's draft: the same however often it is drafted, and not to be guessed from the mail.</summary>
    public static string TagOf(ReceivedMessage mail) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.Organisation}\n{mail.MailboxId}\n{mail.Identity}")))[..32];

    private static string? Overtaken(ConversationState state) =>
        state.IsAnswered ? "answered" : state.HasDraft ? "draft-of-a-person" : state.HasNewerMessage ? "thread-moved-on" : null;

    private async Task<ReplyDraft> DraftAsync(MessageRun run, ReceivedMessage mail, MailboxConnection connection, Message message, byte[] raw, AnsweredMessage answered, StepClock steps, CancellationToken cancellation)
    {
        var conversation = await database.Set<Conversation>().AsNoTracking().FirstAsync(row => row.Id == run.ConversationId, cancellation);
        var before = await memory.BeforeAsync(database, conversation, mail.Id, cancellation);
        var readable = await attachments.AddAsync(MessageReader.Read(message), raw, cancellation);
        readable = before.Count == 0 ? readable : readable with { QuotedText = ConversationMemory.Tell(before) };
        steps.Done("remember");
        ReplyDraft? result = null;
        var caller = new Caller(mail.Organisation, "autopilot") { Name = "Autopilot", Roles = Roles.Agent };
        await reply.HandleAsync(readable, new DraftOptions(Language: connection.Settings.Language), caller, Unobserved.Instance, cancellation, unattended: new UnattendedDraft(run.EscalatedFor is not null, KeepAsync));
        return result!;

        async Task KeepAsync(Draft draft, CancellationToken keeping)
        {
            steps.Done("draft");
            var words = draft.Reply.Text.Length > 0 ? draft.Reply : throw new JobRejectedException("The mail leaves nothing to say.");
            result = new ReplyDraft(
                answered, new MailAddress(null, connection.Address), [message.From ?? new MailAddress(null, mail.FromAddress)], words.Subject, words.Text, words.Html,
                [.. Arrival.ReferencesOf(message), .. mail.InternetMessageId is { } id ? new[] { id } : []], time.GetUtcNow());
            (run.State, run.DraftId, run.Grounding) = (RunState.Drafted, draft.Id, draft.Grounding);
            (run.OpenQuestions, run.Provider, run.Model) = (draft.Questions.Count(question => question.Outcome == Outcome.Open), draft.Engine.Provider, draft.Engine.Model);
            run.Reply = cipher.Seal(run.Organisation, MessageRunTable.Reply.PlaceOf(run.MessageId), JsonSerializer.SerializeToUtf8Bytes(result));
            await database.ExecuteAsync("UPDATE ConversationTurns SET Outcome = $outcome WHERE MessageId = $id", keeping, ("$outcome", draft.Grounding), ("$id", mail.Id));
        }
    }

    private async Task FinishAsync(MessageRun run, ReceivedMessage mail, Message message, SavedDraft saved, StepClock steps, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        await current.CompleteAsync(database, cancellation);
        steps.Done("offer");
        run.Add(steps.Steps);
        await offer.WithDraftAsync(database, run, mail, message, TagOf(mail), saved, cancellation);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task LeaveAsync(MessageRun run, ReceivedMessage mail, string reason, StepClock steps, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        await current.CompleteAsync(database, cancellation);
        run.Add(steps.Steps);
        offer.Leave(run, mail, reason);
        if (reason == "answered" && await database.Set<Conversation>().FirstOrDefaultAsync(row => row.Id == run.ConversationId, cancellation) is { } conversation)
        {
            ServiceClock.Stop(conversation, time.GetUtcNow());
        }

        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<(MessageRun Run, ReceivedMessage Mail, MailboxConnection Mailbox)?> FindAsync(MessageUnderstood payload, CancellationToken cancellation)
    {
        var found = await (from run in database.Set<MessageRun>()
                           join mail in database.Set<ReceivedMessage>() on run.MessageId equals mail.Id
                           join mailbox in database.Set<MailboxConnection>() on mail.MailboxId equals mailbox.Id
                           where run.MessageId == payload.MessageId && run.Organisation == payload.Organisation
                           select new { run, mail, mailbox }).FirstOrDefaultAsync(cancellation);
        return found is null ? null : (found.run, found.mail, found.mailbox);
    }

    private ReplyDraft Open(MessageRun run, byte[] kept) => JsonSerializer.Deserialize<ReplyDraft>(cipher.Open(run.Organisation, MessageRunTable.Reply.PlaceOf(run.MessageId), kept))!;
}
