using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tickets;

/// <summary>At the moments of a clock: warns before it runs out and escalates after, unless somebody has answered meanwhile.</summary>
internal sealed class WatchClock(OutlookAssistDatabase database, OpenMailbox open, KnownServiceLevels levels, EscalateTicket escalate, ServiceClock clock, JobQueue queue, CurrentJob current, TimeProvider time) : IJobHandler<ClockDue>
{
    /// <inheritdoc />
    public async Task HandleAsync(ClockDue payload, CancellationToken cancellation)
    {
        var answered = await IsAnsweredAsync(payload, cancellation);
        await using (var transaction = await database.BeginWriteAsync(cancellation))
        {
            if (await database.Set<Conversation>().FirstOrDefaultAsync(row => row.Id == payload.ConversationId && row.Organisation == payload.Organisation, cancellation) is { } conversation)
            {
                await LookAsync(conversation, answered, cancellation);
            }

            await current.CompleteAsync(database, cancellation);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        queue.Wake();
    }

    private async Task LookAsync(Conversation conversation, bool answered, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (conversation.Clock is not (ClockState.Running or ClockState.Warned) || conversation.DueTicks is not { } due)
        {
            return;
        }

        if (answered)
        {
            ServiceClock.Stop(conversation, now);
        }
        else if (now.UtcTicks >= due)
        {
            conversation.Clock = ClockState.Breached;
            await escalate.AddAsync(database, await levels.ForAsync(database, conversation.Organisation, cancellation), conversation, EscalationReason.Breach, $"{due}", cancellation);
        }
        else if (conversation.Clock == ClockState.Running && now.UtcTicks >= conversation.WarnTicks)
        {
            conversation.Clock = ClockState.Warned;
            await escalate.AddAsync(database, await levels.ForAsync(database, conversation.Organisation, cancellation), conversation, EscalationReason.Warning, $"{due}", cancellation);
            clock.Look(database, conversation, new DateTimeOffset(due, TimeSpan.Zero));
        }
        else
        {
            // The wall clock was set back, or the mail that began this moved the moment.
            clock.Look(database, conversation, new DateTimeOffset(conversation.Clock == ClockState.Running && conversation.WarnTicks is { } warn ? warn : due, TimeSpan.Zero));
        }
    }

    /// <summary>Asks the mailbox; one that cannot be asked does not keep a breach from being told.</summary>
    private async Task<bool> IsAnsweredAsync(ClockDue payload, CancellationToken cancellation)
    {
        var found = await (from row in database.Set<Conversation>().AsNoTracking()
                           where row.Id == payload.ConversationId && row.Organisation == payload.Organisation && (row.Clock == ClockState.Running || row.Clock == ClockState.Warned)
                           join mailbox in database.Set<MailboxConnection>().AsNoTracking() on row.MailboxId equals mailbox.Id
                           where mailbox.State == MailboxState.Connected
                           join turn in database.Set<ConversationTurn>().AsNoTracking() on row.Id equals turn.ConversationId
                           join mail in database.Set<ReceivedMessage>().AsNoTracking() on turn.MessageId equals mail.Id
                           orderby mail.ReceivedTicks
                           select new { mailbox, mail }).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return false;
        }

        try
        {
            await using var mailbox = await open.OpenAsync(found.mailbox, cancellation);
            var state = await mailbox.ReadConversationAsync(
                new AnsweredMessage(found.mail.ProviderId, found.mail.InternetMessageId, found.mail.ConversationId, new DateTimeOffset(found.mail.ReceivedTicks, TimeSpan.Zero)), cancellation);
            return state.IsAnswered;
        }
        catch (MailboxException)
        {
            return false;
        }
    }
}
