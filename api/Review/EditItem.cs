using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Review;

/// <summary>The reply as a reviewer wants it.</summary>
/// <param name="Text">Plain text; empty takes the draft's own text back.</param>
/// <param name="Version">The version that the reviewer saw.</param>
internal sealed record ReviewText(string? Text = null, long? Version = null);

/// <summary>Keeps a reviewer's text beside the draft, so that what was changed can be seen and counted.</summary>
internal sealed class EditItem(ChangeItem items, SealReview sealing, OutlookAssistDatabase database, IOptions<ReviewOptions> options)
{
    /// <summary>The longest reply that a person writes here, in UTF-16 code units.</summary>
    public const int LongestText = 100_000;

    /// <summary>The item with its new text; who edits has it open.</summary>
    public async Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> HandleAsync(long id, ReviewText edit, Caller caller, CancellationToken cancellation)
    {
        if (edit.Text is null || edit.Text.Length > LongestText)
        {
            return Problems.Validation("text", $"Give the text, in at most {LongestText} characters.");
        }

        return await items.HandleAsync(id, edit.Version, caller, "review.edited", (item, now) =>
        {
            if (!item.IsOpen)
            {
                return DecideItem.AlreadyDecided(item);
            }

            ClaimItem.Take(item, caller, now, options.Value);
            item.EditedText = string.IsNullOrWhiteSpace(edit.Text) ? null : sealing.EditedText(item, edit.Text);
            database.Record(item, ReviewEventKind.Edited, now, caller.Person);
            return null;
        }, cancellation);
    }
}
