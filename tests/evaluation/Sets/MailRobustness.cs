using System.Text;
using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Robustness: no real or malformed mail makes the product fail, neither while reading it nor while answering it.</summary>
internal sealed class MailRobustness : IEvaluation
{
    private const int BusinessMails = 50;

    private const string Enron = "text/enron_berkeley.jsonl";

    private static readonly string[] Folders = ["mail/stalwart", "mail/mikel_mail", "mail/msgreader"];

    public string Name => "mail_robustness";

    public IReadOnlyList<string> Files => [Enron, .. Folders];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        var mails = new List<(string Name, byte[] Raw)>();
        if (run.Score.Has(Enron))
            mails.AddRange(run.Score.Rows(Enron).Take(BusinessMails).Select(row => ($"enron {row.Text("id")}", Encoding.UTF8.GetBytes(row.Text("raw")))));
        foreach (var folder in Folders.Where(run.Score.Has))
            mails.AddRange(run.Score.FilesOf(folder, "*.eml").Select(file => ($"{folder}/{Path.GetFileName(file)}", File.ReadAllBytes(file))));

        List<Reply> parsed = [], drafted = [];
        foreach (var (name, raw) in mails)
        {
            var parse = await run.Product.ParseAsync(raw, cancellationToken);
            parsed.Add(parse);
            var message = parse.IsSuccess ? (object)parse.Body.Part("message") : ProductClient.Mail(BodyOf(raw));
            var draft = await run.Product.DraftAsync(message, cancellationToken);
            drafted.Add(draft);
            run.Report.Detail(new { name, parse = (int)parse.Status, draft = (int)draft.Status, defects = parse.Body.List("defects"), code = draft.Body.Text("code") });
        }

        run.Report.Add(Figure.Share("parse: no 5xx", parsed.Select(reply => (int)reply.Status < 500), "must be 1"));
        run.Report.Add(Figure.Share("parse: 200", parsed.Select(reply => reply.IsSuccess)));
        run.Report.Add(Figure.Share("draft: no 5xx", drafted.Select(reply => (int)reply.Status < 500), "must be 1"));
        run.Report.Add(Figure.Share("draft: 200", drafted.Select(reply => reply.IsSuccess)));
        run.Report.Add(Figure.Share("draft: 200, or 400 because the body has no text", drafted.Select(reply => reply.IsSuccess || (int)reply.Status == 400)));
        run.Report.Add(Figure.Quantile("parse, p99", [.. parsed.Select(reply => reply.Milliseconds)], 0.99));
        run.Report.Add(Figure.Quantile("draft, p99", [.. drafted.Select(reply => reply.Milliseconds)], 0.99));
    }

    // A product that cannot take mail apart is given what stands behind the first blank line.
    private static string BodyOf(byte[] raw)
    {
        var text = Encoding.UTF8.GetString(raw).ReplaceLineEndings("\n");
        var blank = text.IndexOf("\n\n", StringComparison.Ordinal);
        return blank < 0 ? text : text[(blank + 2)..];
    }
}
