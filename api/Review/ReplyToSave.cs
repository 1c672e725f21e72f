using OutlookAssist.Drafting;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Review;

/// <summary>Makes of an approved text what a mailbox saves: to the sender alone, in the thread of the mail.</summary>
internal static class ReplyToSave
{
    /// <summary>The reply; its HTML is built by our code from the plain text.</summary>
    public static ReplyDraft Of(ReplyToReview found, string? edited, Message mail, MailboxConnection mailbox, AnsweredMessage answered)
    {
        var text = edited ?? found.Draft?.Reply.Text ?? "";
        var language = found.Draft?.Reply.Language ?? found.Item.Language;
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ReplyDraft(
            answered,
            new MailAddress(null, mailbox.Address),
            mail.From is { } sender ? [sender] : [],
            found.Draft?.Reply.Subject ?? $"RE: {mail.Subject}",
            text,
            ReplyHtml.Build(paragraphs, language),
            [.. Arrival.ReferencesOf(mail), .. mail.InternetMessageId is { } own ? new[] { own } : []],
            new DateTimeOffset(found.Item.DecidedTicks ?? found.Item.ReceivedTicks, TimeSpan.Zero));
    }
}
