using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Review;

/// <summary>Opens the mail that an item is about.</summary>
internal sealed class MailOfItem(OutlookAssistDatabase database, StoreArrivals store)
{
    /// <summary>The mail as a reviewer reads it; null when it is not kept any more.</summary>
    public async Task<ReviewMail?> FindAsync(ReviewItem item, CancellationToken cancellation)
    {
        var message = await database.Set<ReceivedMessage>().AsNoTracking().FirstOrDefaultAsync(message => message.Id == item.MessageId && message.Organisation == item.Organisation, cancellation);
        return message is not null && await store.ReadContentAsync(message, cancellation) is { } raw ? Read(raw) : null;
    }

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
