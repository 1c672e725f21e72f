using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OutlookAssist.Mailboxes.Mime;

namespace OutlookAssist.Mailboxes;

/// <summary>Recognises a mail however it comes again: its identity, its thread, and what is needed to decide whether it is left alone.</summary>
internal sealed record Arrival(Message Message, bool IsEncrypted, string ContentHash, string Identity, string? ConversationId, string? FromAddress, int Hops)
{
    private const int LongestKey = 200;

    /// <summary>Reads a raw mail; null when there is nothing in it.</summary>
    public static Arrival? Read(ReadOnlyMemory<byte> raw, string? conversationId)
    {
        var defects = new Defects();
        if (ParseMessage.ReadMessage(raw, defects) is not { } message)
        {
            return null;
        }

        var content = ContentHashOf(message);
        return new Arrival(
            message,
            defects.Sentences.Contains(Defects.Encrypted),
            content,
            IdentityOf(message.InternetMessageId, content),
            conversationId ?? ThreadOf(message),
            AddressOf(message.From),
            message.Headers?.GetValueOrDefault("Received")?.Split('\n').Length ?? 0);
    }

    /// <summary>The identity of a mail that was not downloaded.</summary>
    public static string IdentityOfUnread(string providerId) => Hash($"unread\n{providerId}");

    /// <summary>An address as it is compared: trimmed, in lower case.</summary>
    public static string? AddressOf(MailAddress? address) => address?.Address?.Trim().ToLowerInvariant() is { Length: > 0 } plain ? plain : null;

    /// <summary>The Message-IDs of the thread before this mail, oldest first.</summary>
    public static IReadOnlyList<string> ReferencesOf(Message message)
    {
        var references = Ids(message.Headers?.GetValueOrDefault("References"));
        return references.Count > 0 ? references : Ids(message.Headers?.GetValueOrDefault("In-Reply-To"));
    }

    private static string IdentityOf(string? messageId, string contentHash) => Hash($"{messageId?.Trim()}\n{contentHash}");

    /// <summary>What a reader gets. The bytes themselves differ between folders and readings: servers add fields, and some write the parts anew each time.</summary>
    private static string ContentHashOf(Message message)
    {
        var content = new StringBuilder();
        content.Append(AddressOf(message.From)).Append('\n').Append(message.Headers?.GetValueOrDefault("Date")).Append('\n').Append(message.Subject).Append('\n');
        foreach (var line in (message.Body?.Content ?? "").AsSpan().EnumerateLines())
        {
            content.Append(line.TrimEnd()).Append('\n');
        }

        foreach (var attachment in message.Attachments ?? [])
        {
            content.Append(CultureInfo.InvariantCulture, $"{attachment.Name}\n{attachment.Size}\n");
        }

        return Hash(content.ToString().TrimEnd());
    }

    /// <summary>The first mail of the thread as the mail itself names it; its own id where it begins one.</summary>
    private static string? ThreadOf(Message message)
    {
        var root = ReferencesOf(message).FirstOrDefault() ?? Ids(message.InternetMessageId).FirstOrDefault();
        return root is null || root.Length <= LongestKey ? root : Hash(root);
    }

    private static List<string> Ids(string? field)
    {
        var ids = new List<string>();
        for (var at = 0; field is not null && at < field.Length;)
        {
            var open = field.IndexOf('<', at);
            var close = open < 0 ? -1 : field.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            ids.Add(field[open..(close + 1)]);
            at = close + 1;
        }

        return ids;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
