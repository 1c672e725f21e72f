using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Mailboxes;
using OutlookAssist.Protection;

namespace OutlookAssist.Review;

/// <summary>Opens the mail that an item is about.</summary>
internal sealed class MailOfItem(OutlookAssistDatabase database, ContentCipher cipher)
{
    /// <summary>The mail as a reviewer reads it; null when it is not kept any more.</summary>
    public async Task<ReviewMail?> FindAsync(ReviewItem item, CancellationToken cancellation)
    {
        var message = await database.Set<ReceivedMessage>().AsNoTracking().FirstOrDefaultAsync(message => message.Id == item.MessageId && message.Organisation == item.Organisation, cancellation);
        var content = message is null ? null : await database.Set<ReceivedContent>().AsNoTracking().FirstOrDefaultAsync(content => content.MessageId == message.Id, cancellation);
        return message is null || content is null
            ? null
            : Read(cipher.Open(item.Organisation, PlaceOf(message), content.Sealed));
    }

    /// <summary>Where the raw mail is sealed.</summary>
    public static string PlaceOf(ReceivedMessage message) => $"ReceivedContents/Sealed/{message.MailboxId}/{message.Identity}";

    private static ReviewMail? Read(byte[] raw)
    {
        if (ParseMessage.Parse(raw) is not { } parsed)
        {
            return null;
        }

        var message = parsed.Message;
        return new ReviewMail(
            message.From, message.To ?? [], message.Cc ?? [], message.Subject ?? "", message.ReceivedAt, parsed.NewText, parsed.QuotedText, parsed.Signature,
            [.. (message.Attachments ?? []).Select(attachment => attachment.Name ?? "")]);
    }
}
