using OutlookAssist.Data;
using OutlookAssist.Jobs;

namespace OutlookAssist.Tickets;

/// <summary>Names a clock that is to be looked at.</summary>
internal sealed record ClockDue(string Organisation, string ConversationId);

/// <summary>Starts and stops the clocks of service levels; what has to happen at their moments is durable work.</summary>
internal sealed class ServiceClock(JobQueue queue, TimeProvider time)
{
    /// <summary>A mail of a sender starts the clock; one that runs already is only ever brought forward.</summary>
    public void Start(OutlookAssistDatabase database, Conversation conversation, ReplyDue? due)
    {
        if (due is null || (conversation.Clock is ClockState.Running or ClockState.Warned && conversation.DueTicks <= due.At.UtcTicks) || conversation.Clock == ClockState.Breached)
        {
            return;
        }

        conversation.Clock = ClockState.Running;
        conversation.DueTicks = due.At.UtcTicks;
        conversation.WarnTicks = due.WarnAt?.UtcTicks;
        Look(database, conversation, due.WarnAt is { } warn && warn > time.GetUtcNow() ? warn : due.At);
    }

    /// <summary>Somebody answered.</summary>
    public static void Stop(Conversation conversation, DateTimeOffset answered)
    {
        if (conversation.Clock is ClockState.Running or ClockState.Warned)
        {
            conversation.Clock = answered.UtcTicks <= conversation.DueTicks ? ClockState.Met : ClockState.Breached;
        }
        else if (conversation.Clock == ClockState.Breached)
        {
            conversation.Clock = ClockState.Off; // The next mail begins anew.
        }
    }

    /// <summary>Looks at the clock again at that moment.</summary>
    public void Look(OutlookAssistDatabase database, Conversation conversation, DateTimeOffset at)
    {
        var pause = at - time.GetUtcNow();
        queue.Enqueue(database, new ClockDue(conversation.Organisation, conversation.Id), new JobPlace(90, Pause: pause > TimeSpan.Zero ? pause : TimeSpan.Zero));
    }
}
