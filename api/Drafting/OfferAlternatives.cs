using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Drafting;

/// <summary>How many alternatives, at most three.</summary>
internal sealed record AlternativesRequest(int? Count = null);

/// <summary>Drafts to choose from.</summary>
internal sealed record DraftAlternatives(IReadOnlyList<DraftAlternative> Alternatives);

/// <summary>A draft in another manner; <c>Name</c> is shorter, more-detailed, friendlier, more-formal or neutral.</summary>
internal sealed record DraftAlternative(string Name, Draft Draft);

/// <summary>Writes the same reply in other manners, so that a person can lay them side by side; each is a draft of its own, checked like every other.</summary>
internal sealed class OfferAlternatives(DraftReply draft, RecentMails mails, OutlookAssistDatabase database)
{
    private const int Most = 3;

    private static readonly (string Name, Func<DraftOptions, DraftOptions> Change)[] Manners =
    [
        ("shorter", options => options with { Length = "short" }),
        ("more-detailed", options => options with { Length = "detailed" }),
        ("friendlier", options => options with { Tone = "friendly" }),
        ("more-formal", options => options with { Tone = "formal" }),
        ("neutral", options => options with { Tone = "neutral", Length = "standard" }),
    ];

    /// <summary>Alternatives whose text differs from the draft and from each other; perhaps fewer than asked for, where there is little to say.</summary>
    public async Task<Results<Ok<DraftAlternatives>, ProblemHttpResult>> HandleAsync(string id, AlternativesRequest request, Caller caller, CancellationToken cancellation)
    {
        if (request.Count is < 1 or > Most)
        {
            return Problems.Validation("count", $"Between 1 and {Most}.");
        }

        if (!await database.Set<StoredDraft>().AnyAsync(stored => stored.Id == id && stored.Organisation == caller.Organisation && stored.Person == caller.Person, cancellation))
        {
            return Problems.NotFound("There is no draft with this identifier.");
        }

        if (mails.Of(id) is not { } answered)
        {
            return Problems.Conflict("The mail of this draft is not remembered any more: mails are not kept. Draft the reply again.");
        }

        var offered = new List<DraftAlternative>();
        var texts = new HashSet<string>(StringComparer.Ordinal) { answered.Text };
        foreach (var (name, change) in Manners)
        {
            var options = change(answered.Options);
            if (offered.Count == (request.Count ?? 2) || options == answered.Options)
            {
                continue;
            }

            var alternative = await draft.HandleAsync(answered.Mail, options, caller, Unobserved.Instance, cancellation, isFirst: false);
            if (texts.Add(alternative.Reply.Text))
            {
                offered.Add(new DraftAlternative(name, alternative));
            }
        }

        return TypedResults.Ok(new DraftAlternatives(offered));
    }
}
