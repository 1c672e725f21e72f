using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.LanguageModels;
using OutlookAssist.Protection;

namespace OutlookAssist.Drafting;

/// <summary>Shows what left this machine for a draft: every request to a model, byte for byte as it went over the wire.</summary>
internal sealed class ShowDisclosure(OutlookAssistDatabase database, ContentCipher cipher)
{
    /// <summary>The requests in the order in which they were sent; none when no model was asked.</summary>
    public async Task<Results<Ok<Disclosure>, ProblemHttpResult>> HandleAsync(string id, Caller caller, CancellationToken cancellation)
    {
        if (!await database.Set<StoredDraft>().AnyAsync(draft => draft.Id == id && draft.Organisation == caller.Organisation && draft.Person == caller.Person, cancellation))
        {
            return Problems.NotFound("There is no draft with this identifier.");
        }

        var sent = await database.Set<ModelDisclosure>().AsNoTracking()
            .Where(request => request.Organisation == caller.Organisation && request.DraftId == id)
            .OrderBy(request => request.Id).ToListAsync(cancellation);
        return TypedResults.Ok(new Disclosure(id, [.. sent.Select(Show)]));
    }

    private DisclosedRequest Show(ModelDisclosure request)
    {
        var body = cipher.Open(request.Organisation, ModelDisclosureTable.Body.PlaceOf(request.Id), request.Body);
        return new DisclosedRequest(new DateTime(request.SentTicks, DateTimeKind.Utc), request.Address, body.Length, Encoding.UTF8.GetString(body));
    }
}

/// <summary>What was sent for a draft.</summary>
internal sealed record Disclosure(string DraftId, IReadOnlyList<DisclosedRequest> Requests);

/// <summary>One request; <c>Body</c> in UTF-8 is the <c>Bytes</c> bytes that were sent.</summary>
internal sealed record DisclosedRequest(DateTime SentAt, string Address, int Bytes, string Body);
