using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;

namespace OutlookAssist.Tickets;

/// <summary>Tells people of a ticket: one durable message a target, never two about the same.</summary>
internal sealed class EscalateTicket(JobQueue queue, TimeProvider time)
{
    private const int Priority = 95;

    /// <summary>Adds the messages inside the caller's transaction; call <see cref="JobQueue.Wake"/> after it.</summary>
    /// <param name="database">Holds the transaction.</param>
    /// <param name="configuration">Who wants to hear of it.</param>
    /// <param name="conversation">The ticket.</param>
    /// <param name="reason">One of <see cref="EscalationReason"/>.</param>
    /// <param name="occasion">Tells this time from the next: the mail, or the moment that was missed.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task AddAsync(OutlookAssistDatabase database, ServiceLevelConfiguration configuration, Conversation conversation, string reason, string occasion, CancellationToken cancellation)
    {
        foreach (var target in (configuration.Targets ?? []).Where(target => target.Wants(reason)))
        {
            var id = LinkConversation.Hash($"{conversation.Organisation}\n{conversation.Id}\n{reason}\n{occasion}\n{target.Name}");
            if (await database.Set<Escalation>().AnyAsync(row => row.Id == id, cancellation))
            {
                continue;
            }

            database.Add(new Escalation
            {
                Id = id,
                Organisation = conversation.Organisation,
                ConversationId = conversation.Id,
                Reason = reason,
                Target = target.Name!,
                CreatedTicks = time.GetUtcNow().UtcTicks,
            });
            queue.Enqueue(database, new EscalationDue(conversation.Organisation, id), new JobPlace(Priority, Lane: $"target {conversation.Organisation} {target.Name}"));
        }
    }
}
