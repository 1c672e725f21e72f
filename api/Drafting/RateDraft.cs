using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Drafting.Styles;
using OutlookAssist.Http;
using OutlookAssist.Protection;

namespace OutlookAssist.Drafting;

/// <summary>What became of a draft, as the pane tells it.</summary>
/// <param name="Outcome">inserted, edited or discarded.</param>
/// <param name="FinalText">What the person made of it; how far it was edited is counted from it.</param>
/// <param name="Comment">What the person says about it.</param>
/// <param name="EditedShare">How much was changed, 0…1, told by a client that keeps the text to itself.</param>
internal sealed record DraftRating(string? Outcome = null, string? FinalText = null, string? Comment = null, double? EditedShare = null);

/// <summary>Records what became of a draft.</summary>
internal sealed class RateDraft(OutlookAssistDatabase database, LearnStyle style, ContentCipher cipher)
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

        if (rating.EditedShare is < 0 or > 1 || rating.EditedShare is { } told && !double.IsFinite(told))
        {
            return Problems.Validation("editedShare", "The share is between 0 and 1.");
        }

        var draft = await database.Set<StoredDraft>().FirstOrDefaultAsync(stored => stored.Id == id && stored.Organisation == caller.Organisation && stored.Person == caller.Person, cancellation);
        if (draft is null)
        {
            return Problems.NotFound("There is no draft with this identifier.");
        }

        draft.RatedOutcome = rating.Outcome;
        draft.EditedShare = rating.FinalText is { } text ? EditedShare.Of(Opened(draft).Reply.Text, text) : rating.EditedShare ?? (rating.Outcome == "inserted" ? 0 : null);
        draft.FinalText = rating.FinalText is null ? null : cipher.SealText(draft.Organisation, DraftTable.FinalText.PlaceOf(id), rating.FinalText);
        draft.Comment = rating.Comment is null ? null : cipher.SealText(draft.Organisation, DraftTable.Comment.PlaceOf(id), rating.Comment);
        if (await database.Set<DraftFact>().FirstOrDefaultAsync(fact => fact.DraftId == id, cancellation) is { } fact)
        {
            var drafted = JsonSerializer.Deserialize<Draft>(cipher.OpenText(draft.Organisation, DraftTable.Content.PlaceOf(id), draft.Content), JsonSerializerOptions.Web)!;
            fact.Rate(rating.Outcome, drafted.Reply.Text, rating.FinalText);
        }

        await database.SaveChangesAsync(cancellation);
        if (rating.FinalText is { } sent && rating.Outcome != "discarded")
        {
            await style.FromRatingAsync(sent, caller, cancellation);
        }

        return TypedResults.NoContent();
    }

    private Draft Opened(StoredDraft draft) =>
        JsonSerializer.Deserialize<Draft>(cipher.OpenText(draft.Organisation, DraftTable.Content.PlaceOf(draft.Id), draft.Content), JsonSerializerOptions.Web)!;
}
