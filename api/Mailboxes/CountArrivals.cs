using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Data;

namespace OutlookAssist.Mailboxes;

/// <summary>Stops floods and conversations between two programs: so many mails of a thread, a sender, a mailbox in an hour are handled, the rest is left alone.</summary>
internal sealed class CountArrivals(IOptions<MailboxesOptions> options, TimeProvider time)
{
    private const int MostInOneBreath = 4;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(5);

    /// <summary>How many mails of the mailbox were handled in the last hour.</summary>
    public Task<int> InMailboxAsync(OutlookAssistDatabase database, string mailbox, CancellationToken cancellation)
    {
        var since = (time.GetUtcNow() - Hour).Ticks;
        return database.Set<ReceivedMessage>().CountAsync(row => row.MailboxId == mailbox && row.SeenTicks > since && row.State != MessageState.Skipped, cancellation);
    }

    /// <summary>One of <see cref="SkippedReasons"/>; null when the mail is within its limits. The caller's transaction holds the write lock.</summary>
    /// <param name="database">With everything before this mail saved.</param>
    /// <param name="message">The mail.</param>
    /// <param name="inMailbox">What <see cref="InMailboxAsync"/> gave, and what was handled since.</param>
    /// <param name="cancellation">Ends the counting.</param>
    public async Task<string?> WhyAsync(OutlookAssistDatabase database, ReceivedMessage message, int inMailbox, CancellationToken cancellation)
    {
        if (inMailbox >= options.Value.MostPerMailboxAndHour)
        {
            return SkippedReasons.MailboxCap;
        }

        var since = (time.GetUtcNow() - Hour).Ticks;
        var handled = database.Set<ReceivedMessage>().Where(row => row.MailboxId == message.MailboxId && row.SeenTicks > since && row.State != MessageState.Skipped);
        if (message.ConversationId is { } thread)
        {
            var inThread = await handled.Where(row => row.ConversationId == thread).Select(row => new { row.FromAddress, row.ReceivedTicks }).ToListAsync(cancellation);
            // A person does not write to one thread so many times within minutes; a program that answers a program does.
            var breath = message.ReceivedTicks - Breath.Ticks;
            if (message.FromAddress is not null && inThread.Count(row => row.FromAddress == message.FromAddress && row.ReceivedTicks > breath && row.ReceivedTicks <= message.ReceivedTicks) >= MostInOneBreath)
            {
                return SkippedReasons.PingPong;
            }

            if (inThread.Count >= options.Value.MostPerThreadAndHour)
            {
                return SkippedReasons.ThreadCap;
            }
        }

        return message.FromAddress is { } sender && await handled.CountAsync(row => row.Organisation == message.Organisation && row.FromAddress == sender, cancellation) >= options.Value.MostPerSenderAndHour
            ? SkippedReasons.SenderCap
            : null;
    }
}
