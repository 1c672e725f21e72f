using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Requests: whether a sentence that asks for something is found to ask, and one that does not is left alone.</summary>
internal sealed class Requests : IEvaluation
{
    private const string File = "text/parakweet_request.jsonl";

    public string Name => "requests";

    public IReadOnlyList<string> Files => [File];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (!run.Score.Has(File))
            return;
        var rows = new List<(bool Gold, bool Given)>();
        foreach (var row in run.Score.Rows(File))
        {
            if (row.Text("text").Trim().Length == 0)
                continue;
            var reply = await run.Product.DraftAsync(ProductClient.Mail(row.Text("text")), cancellationToken);
            rows.Add((row.Flag("request"), reply.Body.List("questions").Any()));
            run.Report.Detail(new { id = row.Text("id"), text = row.Text("text"), gold = rows[^1].Gold, given = rows[^1].Given });
        }

        run.Report.Add(Agreement.F1("parakweet: F1 of \"asks for something\"", rows));
        run.Report.Add(Figure.Share("parakweet: accuracy", rows.Select(row => row.Gold == row.Given), "NB 0.65, majority 0.69"));
    }
}
