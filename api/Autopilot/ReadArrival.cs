using Microsoft.EntityFrameworkCore;
using OutlookAssist.Classification;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;
using OutlookAssist.Tickets;

namespace OutlookAssist.Autopilot;

/// <summary>The first half of the pipeline, quick and without the mailbox: reads a new mail with its attachments, understands it, finds its conversation, starts its clock, and gives it its place in the queue.</summary>
internal sealed class ReadArrival(
    OutlookAssistDatabase database, StoreArrivals store, ReadAttachments attachments, ClassifyMessage classify, ConversationMemory memory, KnownServiceLevels levels,
    ServiceClock clock, EscalateTicket escalate, OfferMail offer, JobQueue queue, CurrentJob current, TimeProvider time) : IJobHandler<MessageArrived>
{
    /// <inheritdoc />
    public async Task HandleAsync(MessageArrived payload, CancellationToken cancellation)
    {
        var steps = new StepClock(time);
        if (await FindAsync(payload, cancellation) is not { State: MessageState.Arrived } mail || await database.Set<MessageRun>().AnyAsync(run => run.MessageId == mail.Id, cancellation))
        {
            return; // Removed meanwhile, or done before a crash.
        }

        var raw = await store.ReadContentAsync(mail, cancellation) ?? throw new JobRejectedException("The content of the mail is not there.");
        var arrival = Arrival.Read(raw, mail.ConversationId) ?? throw new JobRejectedException("The mail is empty.");
        var readable = MessageReader.Read(arrival.Message with { ReceivedAt = new DateTimeOffset(mail.ReceivedTicks, TimeSpan.Zero) });
        steps.Done("parse");
        var whole = await attachments.AddAsync(readable, raw, cancellation);
        steps.Done("attachments");
        var classification = await classify.ClassifyAsync(whole, payload.Organisation, cancellation);
        steps.Done("classify");

        await using (var transaction = await database.BeginWriteAsync(cancellation))
        {
            await KeepAsync(mail, readable, classification, steps, cancellation);
            await current.CompleteAsync(database, cancellation);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        queue.Wake();
    }

    /// <inheritdoc />
    public async Task GiveUpAsync(MessageArrived payload, CancellationToken cancellation)
    {
        if (await FindAsync(payload, cancellation) is { State: MessageState.Arrived } mail)
        {
            mail.State = MessageState.Unreadable;
            await database.SaveChangesAsync(cancellation);
        }
    }

    /// <inheritdoc />
    public async Task ReviveAsync(MessageArrived payload, CancellationToken cancellation)
    {
        var mail = await FindAsync(payload, cancellation) ?? throw new JobRejectedException("The mail was removed.");
        mail.State = MessageState.Arrived;
        await database.SaveChangesAsync(cancellation);
    }

    private async Task KeepAsync(ReceivedMessage mail, ReadableMessage readable, MessageClassification classification, StepClock steps, CancellationToken cancellation)
    {
        var received = new DateTimeOffset(mail.ReceivedTicks, TimeSpan.Zero);
        var settings = (await database.Set<MailboxConnection>().AsNoTracking().FirstAsync(row => row.Id == mail.MailboxId, cancellation)).Settings;
        var configuration = await levels.ForAsync(database, mail.Organisation, cancellation);
        var conversation = await LinkConversation.FindAsync(database, mail, readable.Message, cancellation);
        (conversation.Category, conversation.Urgency) = (classification.Category.Label, classification.Urgency.Label);
        await memory.AddAsync(database, conversation, mail, readable, cancellation);
        steps.Done("link");

        var due = KnownServiceLevels.DueOf(configuration, settings.WorkingHours, conversation.Category, conversation.Urgency, received);
        clock.Start(database, conversation, due);
        var isImportant = (configuration.ImportantSenders ?? []).Any(sender => mail.FromAddress is { } from && (sender.StartsWith('@') ? from.EndsWith(sender, StringComparison.OrdinalIgnoreCase) : from.Equals(sender, StringComparison.OrdinalIgnoreCase)));
        var priority = JudgePriority.Of(classification, isImportant, due is null ? null : due.At - time.GetUtcNow());
        var run = new MessageRun
        {
            MessageId = mail.Id,
            Organisation = mail.Organisation,
            MailboxId = mail.MailboxId,
            ConversationId = conversation.Id,
            State = RunState.Understood,
            Priority = priority.Value,
            EscalatedFor = JudgePriority.NeedsPerson(classification, configuration.HumanBelowConfidence),
            DueTicks = due?.At.UtcTicks,
            Category = classification.Category.Label,
            Confidence = classification.Category.Confidence,
            Urgency = classification.Urgency.Label,
            Sentiment = classification.Sentiment.Label,
            Language = classification.Language.Tag,
        };
        database.Add(run);
        if (run.EscalatedFor is { } reason)
        {
            await escalate.AddAsync(database, configuration, conversation, reason, mail.Identity, cancellation);
        }

        steps.Done("prioritise");
        run.Add(steps.Steps);
        if (settings.Autopilot)
        {
            queue.Enqueue(database, new MessageUnderstood(mail.Organisation, mail.Id), new JobPlace(priority.Value, Lane: $"mailbox {mail.MailboxId}"));
        }
        else
        {
            await database.SaveChangesAsync(cancellation);
            await offer.WithoutDraftAsync(database, run, mail, readable.Message, "autopilot-off", cancellation);
        }
    }

    private Task<ReceivedMessage?> FindAsync(MessageArrived payload, CancellationToken cancellation) =>
        database.Set<ReceivedMessage>().FirstOrDefaultAsync(mail => mail.Id == payload.MessageId && mail.Organisation == payload.Organisation, cancellation);
}
