using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Analytics;

/// <summary>Reports on an organisation's own mail, as JSON and as files for a spreadsheet.</summary>
internal sealed class ShowReport(OutlookAssistDatabase database, TimeProvider time)
{
    /// <summary>The whole report.</summary>
    public async Task<Results<Ok<Report>, ProblemHttpResult>> HandleAsync(ReportQuery query, Caller caller, CancellationToken cancellation)
    {
        var (report, problem) = await CountAsync(query, caller, cancellation);
        return report is null ? problem! : TypedResults.Ok(report);
    }

    /// <summary>One table of it as CSV.</summary>
    public async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(string? table, ReportQuery query, Caller caller, CancellationToken cancellation)
    {
        if (!ReportCsv.Tables.Contains(table ?? ReportCsv.Tables[0], StringComparer.Ordinal))
        {
            return Problems.Validation("table", $"The table is one of {string.Join(", ", ReportCsv.Tables)}.");
        }

        var (report, problem) = await CountAsync(query, caller, cancellation);
        return report is null
            ? problem!
            : TypedResults.File(System.Text.Encoding.UTF8.GetBytes(ReportCsv.Write(report, table ?? ReportCsv.Tables[0])), "text/csv; charset=utf-8", $"{table ?? ReportCsv.Tables[0]}.csv");
    }

    private async Task<(Report? Report, ProblemHttpResult? Problem)> CountAsync(ReportQuery query, Caller caller, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (range, problem) = ReportRange.Of(query, now);
        if (range is null)
        {
            return (null, problem);
        }

        var rows = await ReportRows.ReadAsync(database, caller.Organisation, range, cancellation);
        return (CountReport.Of(rows.Only(query.Mailbox, query.Model), range, now.UtcTicks), null);
    }
}
