using System.Globalization;
using System.Text;
using OutlookAssist.Http;

namespace OutlookAssist.Analytics;

/// <summary>Tables of a report as CSV that a spreadsheet reads as data and never as a formula.</summary>
internal static class ReportCsv
{
    /// <summary>The tables there are.</summary>
    public static readonly string[] Tables = ["series", "categories", "waiting", "mailboxes", "models"];

    /// <summary>One table with its heading.</summary>
    public static string Write(Report report, string table)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(report, table))
        {
            text.AppendJoin(',', line.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static IEnumerable<object?[]> Lines(Report report, string table) => table switch
    {
        "categories" => [["category", "mails"], .. report.Categories.Select(label => new object?[] { label.Label, label.Count })],
        "waiting" => [["urgency", "open", "overdue", "oldestAt", "oldestSeconds"], .. report.Waiting.Select(waiting => new object?[] { waiting.Urgency, waiting.Open, waiting.Overdue, waiting.OldestAt, waiting.OldestSeconds })],
        "mailboxes" => Groups("mailbox", report.Mailboxes),
        "models" => Groups("model", report.Models),
        _ => [["at", "received", "drafts", "approved", "rejected", "breached", "openQuestions", "negative", "neutral", "positive"],
            .. report.Series.Select(step => new object?[] { step.At, step.Received, step.Drafts, step.Approved, step.Rejected, step.Breached, step.OpenQuestions, step.Negative, step.Neutral, step.Positive })],
    };

    private static IEnumerable<object?[]> Groups(string name, IEnumerable<ReportGroup> groups) =>
        [[name, "drafts", "decided", "acceptance", "meanDistance", "medianSeconds", "openQuestions"],
            .. groups.Select(group => new object?[] { group.Label, group.Drafts, group.Decided, group.Acceptance, group.MeanDistance, group.MedianSeconds, group.OpenQuestions })];

    private static string Cell(object? value) => value switch
    {
        null => "",
        string words => CsvCell.Of(words),
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => CsvCell.Of(value.ToString() ?? ""),
    };
}
