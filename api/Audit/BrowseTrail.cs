using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Audit;

/// <summary>What to look for in the trail; everything that is given must fit.</summary>
/// <param name="Action">The beginning of the action, such as <c>document</c>.</param>
/// <param name="Person">A person's identifier, or part of the name.</param>
/// <param name="Target">The identifier of the thing.</param>
/// <param name="From">Not before this moment.</param>
/// <param name="To">Before this moment.</param>
/// <param name="Before">Entries with a smaller number: what the last answer gave as <c>next</c>.</param>
/// <param name="Limit">At most this many, 1 to 1,000; 100 if absent.</param>
/// <param name="Format"><c>json</c> or <c>csv</c>.</param>
internal sealed record TrailSearch(string? Action = null, string? Person = null, string? Target = null, DateTimeOffset? From = null, DateTimeOffset? To = null, long? Before = null, int? Limit = null, string? Format = null);

/// <summary>One entry as it is shown; a person who was forgotten has no name any more.</summary>
internal sealed record TrailLine(long Number, DateTimeOffset At, string Actor, string? Name, string Action, string Target, int Outcome, string Network);

/// <summary>Entries, the newest first, and the number to go on from.</summary>
internal sealed record TrailPage(IReadOnlyList<TrailLine> Entries, long? Next);

/// <summary>Searches the trail of an organisation and exports what it finds.</summary>
internal sealed class BrowseTrail(OutlookAssistDatabase database)
{
    private const int Most = 1000;
    private const int Usual = 100;

    /// <summary>The newest entries that fit, as JSON or as a CSV file that a spreadsheet can open without running anything.</summary>
    public async Task<Results<Ok<TrailPage>, ContentHttpResult, ProblemHttpResult>> HandleAsync(TrailSearch search, Caller caller, HttpResponse response, CancellationToken cancellation)
    {
        var limit = search.Limit ?? Usual;
        if (limit is < 1 or > Most)
        {
            return Problems.Validation("limit", $"Give a limit from 1 to {Most}.");
        }

        if (search.Format is not (null or "json" or "csv"))
        {
            return Problems.Validation("format", "The format is json or csv.");
        }

        var lines = await FindAsync(search, caller.Organisation, limit + 1, cancellation);
        var page = new TrailPage([.. lines.Take(limit)], lines.Count > limit ? lines[limit - 1].Number : null);
        if (search.Format != "csv")
        {
            return TypedResults.Ok(page);
        }

        response.Headers.ContentDisposition = "attachment; filename=audit.csv";
        return TypedResults.Content(Csv(page.Entries), "text/csv; charset=utf-8");
    }

    /// <summary>A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public static string Cell(string text) => CsvCell.Of(text);

    private async Task<List<TrailLine>> FindAsync(TrailSearch search, string organisation, int limit, CancellationToken cancellation)
    {
        var entries = database.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Organisation == organisation);
        entries = search.Action is { Length: > 0 } action ? entries.Where(entry => entry.Action.StartsWith(action)) : entries;
        entries = search.Target is { Length: > 0 } target ? entries.Where(entry => entry.Target == target) : entries;
        entries = search.From is { } from ? entries.Where(entry => entry.Ticks >= from.UtcTicks) : entries;
        entries = search.To is { } to ? entries.Where(entry => entry.Ticks < to.UtcTicks) : entries;
        entries = search.Before is { } before ? entries.Where(entry => entry.Number < before) : entries;
        var actors = database.Set<AuditActor>().AsNoTracking().Where(actor => actor.Organisation == organisation);
        if (search.Person is { Length: > 0 } person)
        {
            entries = entries.Where(entry => actors.Any(actor => actor.Pseudonym == entry.Actor && (actor.Person == person || actor.Name.Contains(person))));
        }

        var found = await (
            from entry in entries
            join actor in actors on entry.Actor equals actor.Pseudonym into known
            from actor in known.DefaultIfEmpty()
            orderby entry.Number descending
            select new { entry, Name = actor == null ? null : actor.Name }).Take(limit).ToListAsync(cancellation);
        return [.. found.Select(row => new TrailLine(row.entry.Number, new DateTimeOffset(row.entry.Ticks, TimeSpan.Zero), row.entry.Actor, row.Name, row.entry.Action, row.entry.Target, row.entry.Outcome, row.entry.Network))];
    }

    private static string Csv(IEnumerable<TrailLine> lines)
    {
        var text = new StringBuilder("number,at,actor,name,action,target,outcome,network\r\n");
        foreach (var line in lines)
        {
            text.Append(line.Number).Append(',').Append(line.At.ToString("O")).Append(',').AppendJoin(',', new[] { line.Actor, line.Name ?? "", line.Action, line.Target }.Select(Cell))
                .Append(',').Append(line.Outcome).Append(',').Append(Cell(line.Network)).Append("\r\n");
        }

        return text.ToString();
    }
}
