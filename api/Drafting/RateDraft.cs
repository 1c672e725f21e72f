using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Protection;

namespace OutlookAssist.Drafting;

/// <summary>What became of a draft, as the pane tells it.</summary>
internal sealed record DraftRating(string? Outcome = null, string? FinalText = null, string? Comment = null);

/// <summary>Records what became of a draft.</summary>
internal sealed class RateDraft(OutlookAssistDatabase database, ContentCipher cipher)
{
    private const int LongestText = 100_000;
    private static readonly string[] Outcomes = ["inserted", "edited", "discarded"];

    /// <summary>204; the last word counts.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(string id, DraftRating rating, Caller caller, CancellationToken cancellation)
    {
        if (rating.Outcome is null || !Outcomes.Contains(rating.Outcome, StringComparer.Ordinal))
        {
            return Problems.Validation("outcome", $"The outcome is one of {string.Join(", ", Outcomes)}.");
        }

        if (rating.FinalText?.Length > LongestText || rating.Comment?.Length > LongestText)
        {
            return Problems.Validation(rating.FinalText?.Length > LongestText ? "finalText" : "comment", $"At most {LongestText} characters.");
        }

        var draft = await database.Set<StoredDraft>().FirstOrDefaultAsync(stored => stored.Id == id && stored.Organisation == caller.Organisation && stored.Person == caller.Person, cancellation);
        if (draft is null)
        {
            return Problems.NotFound("There is no draft with this identifier.");
        }

        draft.RatedOutcome = rating.Outcome;
        draft.FinalText = rating.FinalText is null ? null : cipher.SealText(draft.Organisation, DraftTable.FinalText.PlaceOf(id), rating.FinalText);
        draft.Comment = rating.Comment is null ? null : cipher.SealText(draft.Organisation, DraftTable.Comment.PlaceOf(id), rating.Comment);
        await database.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
