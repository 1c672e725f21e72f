using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OutlookAssist.Evaluation.Measures;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Quoted history: what the writer says now, exactly, without the mail that is answered below it.</summary>
internal sealed partial class Replies : IEvaluation
{
    private const string File = "mail/reply_talon.jsonl";

    public string Name => "replies";

    public IReadOnlyList<string> Files => [File];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (!run.Score.Has(File))
            return;
        var right = new List<bool>();
        foreach (var row in run.Score.Rows(File))
        {
            var html = row.Text("kind").EndsWith("html", StringComparison.Ordinal);
            var head = $"From: Ana <ana@example.com>\nSubject: Re: Order\nMIME-Version: 1.0\nContent-Type: text/{(html ? "html" : "plain")}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
            var reply = await run.Product.ParseAsync(Encoding.UTF8.GetBytes(head + row.Text("input")), cancellationToken);
            var expected = html ? WebUtility.HtmlDecode(Tags().Replace(row.Text("expected"), " ")) : row.Text("expected");
            right.Add(Fold(expected) == Fold(reply.Body.Text("newText")));
            run.Report.Detail(new { id = row.Text("id"), right = right[^1], expected = Fold(expected), given = Fold(reply.Body.Text("newText")) });
        }

        run.Report.Add(Figure.Share("talon: new text exact after folding white space", right, "each library passes its own"));
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
