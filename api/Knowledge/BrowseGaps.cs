using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Protection;

namespace OutlookAssist.Knowledge;

/// <summary>Shows what mails ask and no document answers, the most asked first; dismisses what needs no answer.</summary>
internal sealed class BrowseGaps(OutlookAssistDatabase database, ContentCipher cipher, KnowledgeNews news)
{
    private const int MostPerPage = 200;

    /// <summary>The open gaps; <c>cursor</c> is the one that the page before gave.</summary>
    public async Task<Results<Ok<GapPage>, ProblemHttpResult>> ListAsync(int? limit, string? cursor, Caller caller, CancellationToken cancellation)
    {
        var size = limit ?? 50;
        if (size is < 1 or > MostPerPage)
        {
            return Problems.Validation("limit", $"The limit is between 1 and {MostPerPage}.");
        }

        var shown = 0;
        if (!string.IsNullOrEmpty(cursor) && !int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out shown))
        {
            return Problems.Validation("cursor", "Give the cursor that the page before gave, or none.");
        }

        var open = database.Set<KnowledgeGap>().AsNoTracking().Where(gap => gap.Organisation == caller.Organisation && !gap.Dismissed);
        var total = await open.CountAsync(cancellation);
        var page = await open.OrderByDescending(gap => gap.Count).ThenByDescending(gap => gap.LastTicks).ThenBy(gap => gap.Id).Skip(shown).Take(size).ToListAsync(cancellation);
        return TypedResults.Ok(new GapPage([.. page.Select(gap => GapSummary.Of(gap, cipher))], shown + page.Count < total ? (shown + page.Count).ToString(CultureInfo.InvariantCulture) : null, total));
    }

    /// <summary>204, or 404 when there is no such gap; the same question does not come back.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> DismissAsync(long id, Caller caller, CancellationToken cancellation)
    {
        if (await database.Set<KnowledgeGap>().FirstOrDefaultAsync(gap => gap.Id == id && gap.Organisation == caller.Organisation && !gap.Dismissed, cancellation) is not { } gap)
        {
            return Problems.NotFound("There is no open gap with this identifier.");
        }

        gap.Dismissed = true;
        await database.SaveChangesAsync(cancellation);
        await news.GapsChangedAsync(caller.Organisation, cancellation);
        return TypedResults.NoContent();
    }
}

/// <summary>A page of gaps; <c>Cursor</c> is null on the last one.</summary>
internal sealed record GapPage(IReadOnlyList<GapSummary> Gaps, string? Cursor, int Total);

/// <summary>A gap as the API shows it.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Question">The first wording, masked.</param>
/// <param name="Wordings">Other wordings of the same, masked.</param>
/// <param name="Language">The BCP 47 tag of the mail that asked first.</param>
/// <param name="Count">How often it was asked.</param>
/// <param name="FirstAskedAt">When it was asked first.</param>
/// <param name="LastAskedAt">When it was asked last.</param>
internal sealed record GapSummary(long Id, string Question, IReadOnlyList<string> Wordings, string Language, int Count, DateTimeOffset FirstAskedAt, DateTimeOffset LastAskedAt)
{
    /// <summary>The stored gap as the API shows it.</summary>
    public static GapSummary Of(KnowledgeGap gap, ContentCipher cipher) => new(
        gap.Id, cipher.OpenText(gap.Organisation, KnowledgeGapTable.Question.PlaceOf(gap.Id), gap.Question),
        JsonSerializer.Deserialize<List<string>>(cipher.OpenText(gap.Organisation, KnowledgeGapTable.Wordings.PlaceOf(gap.Id), gap.Wordings))!, gap.Language, gap.Count,
        new DateTimeOffset(gap.FirstTicks, TimeSpan.Zero), new DateTimeOffset(gap.LastTicks, TimeSpan.Zero));
}
