using System.Collections.Concurrent;

namespace OutlookAssist.Mailboxes;

/// <summary>Lets one reading at a time at each mailbox in this process, and remembers which mailboxes wait for one.</summary>
/// <remarks>Two processes may still meet at one mailbox; then the place in the database decides who was first.</remarks>
internal sealed class MailboxTurns
{
    private readonly ConcurrentDictionary<string, byte> _reading = new();
    private readonly ConcurrentDictionary<string, byte> _waiting = new();

    /// <summary>The turn, until it is disposed; null when somebody is at it.</summary>
    public IDisposable? TryTake(string mailbox) => _reading.TryAdd(mailbox, 0) ? new Turn(_reading, mailbox) : null;

    /// <summary>Notes that a reading is wanted; false when one waits already, so that a flood of news costs nothing.</summary>
    public bool Want(string mailbox) => _waiting.TryAdd(mailbox, 0);

    /// <summary>The reading that was wanted has begun.</summary>
    public void Begun(string mailbox) => _waiting.TryRemove(mailbox, out _);

    /// <summary>Forgets what waits: another process may have begun it.</summary>
    public void ForgetWaiting() => _waiting.Clear();

    private sealed class Turn(ConcurrentDictionary<string, byte> reading, string mailbox) : IDisposable
    {
        public void Dispose() => reading.TryRemove(mailbox, out _);
    }
}
