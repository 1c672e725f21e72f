using System.Collections.Concurrent;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Autopilot;

/// <summary>Leaves a mailbox that fails alone for longer and longer, and its mails in the queue without counting a try: an hour of errors loses nothing.</summary>
internal sealed class MailboxPauses
{
    private const double LongestSeconds = 120;
    private static readonly TimeSpan Closed = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, int> _failures = new();

    /// <summary>The mailbox did what was asked.</summary>
    public void Worked(string mailbox) => _failures.TryRemove(mailbox, out _);

    /// <summary>What becomes of the job after a failure.</summary>
    public Exception After(string mailbox, MailboxException failure)
    {
        if (failure.Problem is MailboxProblem.Refused)
        {
            return new JobRejectedException("The mailbox refused the draft.");
        }

        if (failure.NeedsPerson)
        {
            return WhileClosed();
        }

        var failures = _failures.AddOrUpdate(mailbox, 1, (_, before) => before + 1);
        var seconds = Random.Shared.NextDouble() * Math.Min(LongestSeconds, Math.Pow(2, Math.Min(failures, 10)));
        return new JobDeferredException(failure.RetryAfter ?? TimeSpan.FromSeconds(seconds), holdsLane: true);
    }

    /// <summary>The mailbox is paused or waits for a person.</summary>
    public JobDeferredException WhileClosed() => new(Closed, holdsLane: true);
}
