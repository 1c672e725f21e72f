using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tickets;

/// <summary>Finds the conversation that a mail belongs to: by the mailbox's own thread, by the mails it refers to, else by sender and subject of the last days; or opens one.</summary>
internal static class LinkConversation
{
    private static readonly TimeSpan SameSubject = TimeSpan.FromDays(30);

    /// <summary>The conversation, added to the context when it is new; the caller's transaction holds the write lock.</summary>
    public static async Task<Conversation> FindAsync(OutlookAssistDatabase database, ReceivedMessage mail, Message message, CancellationToken cancellation)
    {
        var key = SubjectKeyOf(mail, message.Subject);
        var found = await ByThreadAsync(database, mail, cancellation) ?? await ByReferencesAsync(database, mail, message, cancellation) ?? await BySubjectAsync(database, mail, message, key, cancellation);
        if (found is null)
        {
            found = new Conversation
            {
                Id = Guid.NewGuid().ToString("N"),
                Organisation = mail.Organisation,
                MailboxId = mail.MailboxId,
                ProviderConversationId = mail.ConversationId,
                SubjectKey = key,
                Person = mail.FromAddress,
                OpenedTicks = mail.ReceivedTicks,
            };
            database.Add(found);
        }

        found.LastTicks = Math.Max(found.LastTicks, mail.ReceivedTicks);
        return found;
    }

    /// <summary>The key by which answers name a mail.</summary>
    public static string? KeyOf(string? messageId) => string.IsNullOrWhiteSpace(messageId) ? null : Hash(messageId.Trim());

    /// <summary>A subject without what replies and forwards put before it.</summary>
    public static string Plain(string? subject)
    {
        var rest = subject.AsSpan().Trim();
        while (rest.IndexOfAny(':', '：') is > 0 and <= 6 and var colon && !rest[..colon].Contains(' '))
        {
            rest = rest[(colon + 1)..].TrimStart();
        }

        return rest.ToString().ToLowerInvariant();
    }

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<Conversation?> ByThreadAsync(OutlookAssistDatabase database, ReceivedMessage mail, CancellationToken cancellation) =>
        mail.ConversationId is not { } thread ? null : await database.Set<Conversation>()
            .Where(row => row.Organisation == mail.Organisation && row.MailboxId == mail.MailboxId && row.ProviderConversationId == thread)
            .OrderByDescending(row => row.LastTicks).FirstOrDefaultAsync(cancellation);

    private static async Task<Conversation?> ByReferencesAsync(OutlookAssistDatabase database, ReceivedMessage mail, Message message, CancellationToken cancellation)
    {
        var keys = Arrival.ReferencesOf(message).Select(KeyOf).OfType<string>().Distinct().TakeLast(50).ToList();
        if (keys.Count == 0)
        {
            return null;
        }

        return await (from turn in database.Set<ConversationTurn>()
                      where turn.Organisation == mail.Organisation && keys.Contains(turn.MessageIdKey!)
                      join row in database.Set<Conversation>() on turn.ConversationId equals row.Id
                      where row.MailboxId == mail.MailboxId
                      orderby row.LastTicks descending
                      select row).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Only an answer is linked by its subject: two new mails called "Invoice" are two matters.</summary>
    private static async Task<Conversation?> BySubjectAsync(OutlookAssistDatabase database, ReceivedMessage mail, Message message, string key, CancellationToken cancellation)
    {
        if (Plain(message.Subject) is not { Length: > 0 } plain || plain.Length == (message.Subject ?? "").Trim().Length)
        {
            return null;
        }

        var since = mail.ReceivedTicks - SameSubject.Ticks;
        return await database.Set<Conversation>()
            .Where(row => row.Organisation == mail.Organisation && row.SubjectKey == key && row.LastTicks >= since)
            .OrderByDescending(row => row.LastTicks).FirstOrDefaultAsync(cancellation);
    }

    private static string SubjectKeyOf(ReceivedMessage mail, string? subject) => Hash($"{mail.MailboxId}\n{mail.FromAddress}\n{Plain(subject)}");
}
