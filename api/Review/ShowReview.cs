using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Drafting;
using OutlookAssist.Http;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Review;

/// <summary>One item with everything that a decision needs.</summary>
/// <param name="Item">As the list shows it.</param>
/// <param name="Mail">What is answered; null when the mail is not kept any more.</param>
/// <param name="Draft">What was drafted, with its citations; null where nothing was, or it is not kept any more.</param>
/// <param name="Text">The reply as it stands now: the reviewer's text, or the draft's.</param>
/// <param name="Comment">What was said when it was rejected.</param>
/// <param name="Risks">Places of the draft to look at.</param>
internal sealed record ReviewDetail(ReviewSummary Item, ReviewMail? Mail, Draft? Draft, string Text, string? Comment, IReadOnlyList<DraftRisk> Risks);

/// <summary>A mail as a reviewer reads it: plain text, its parts apart.</summary>
internal sealed record ReviewMail(
    MailAddress? From, IReadOnlyList<MailAddress> To, IReadOnlyList<MailAddress> Cc, string Subject, DateTimeOffset? ReceivedAt,
    string NewText, string QuotedText, string Signature, IReadOnlyList<string> Attachments);

/// <summary>Puts the mail beside its draft.</summary>
internal sealed class ShowReview(ReplyOfItem replies, MailOfItem mails, SealReview sealing, ShowItem show)
{
    /// <summary>The item of this organisation, or 404.</summary>
    public async Task<Results<Ok<ReviewDetail>, ProblemHttpResult>> HandleAsync(long id, Caller caller, CancellationToken cancellation)
    {
        if (await replies.FindAsync(caller.Organisation, id, cancellation) is not { } found)
        {
            return Problems.NotFound("There is no such item on the review desk.");
        }

        return TypedResults.Ok(new ReviewDetail(
            show.Summary(found.Item),
            await mails.FindAsync(found.Item, cancellation),
            found.Draft,
            sealing.EditedTextOf(found.Item) ?? found.Draft?.Reply.Text ?? "",
            sealing.CommentOf(found.Item),
            found.Draft is { } draft ? FindRisks.In(draft) : []));
    }
}
