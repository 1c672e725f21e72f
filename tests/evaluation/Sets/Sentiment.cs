using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Sentiment: negative, neutral or positive, as people labelled it, macro-averaged so that "all neutral" does not pay.</summary>
internal sealed class Sentiment : IEvaluation
{
    private const string Enron = "text/enron_berkeley.jsonl";

    private const string Tweets = "text/xlmt_sentiment.jsonl";

    private static readonly Dictionary<string, string> Baselines = new()
    {
        ["arabic"] = "",
        ["english"] = "VADER 0.56, XLM-T 0.71",
        ["german"] = "XLM-T 0.77",
        ["french"] = "XLM-T 0.71",
        ["spanish"] = "XLM-T 0.68",
    };

    public string Name => "sentiment";

    public IReadOnlyList<string> Files => ["text/senti4sd.jsonl", "text/airline_sentiment.jsonl", Tweets, Enron];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (!run.IsHeldOut)
            run.Report.Note("senti4sd and xlmt: the shipped model learned from development rows; cross-validated figures stand in api/Classification/Models/PROVENANCE.md");
        await ScoreAsync(run, "text/senti4sd.jsonl", "senti4sd", row => row.Text("text"), row => row.Text("sentiment"), "VADER 0.74, published model 0.87", cancellationToken);
        await ScoreAsync(run, "text/airline_sentiment.jsonl", "airline", row => row.Text("text"), row => row.Text("sentiment"), "VADER 0.46, NB 0.67", cancellationToken);
        if (run.Score.Has(Tweets))
        {
            foreach (var language in run.Score.Rows(Tweets).GroupBy(row => row.Text("lang")))
            {
                var rows = await LabelAsync(run, [.. language], row => row.Text("text"), row => row.Text("sentiment"), cancellationToken);
                run.Report.Add(Agreement.MacroF1($"xlmt {language.Key}: macro-F1", rows, Baselines.GetValueOrDefault(language.Key)));
            }
        }

        if (run.Score.Has(Enron))
        {
            var mails = run.Score.Rows(Enron).Where(row => row.Text("derived_sentiment") is "negative" or "neutral" or "positive").ToList();
            var rows = await LabelAsync(run, mails, BodyOf, row => row.Text("derived_sentiment"), cancellationToken);
            run.Report.Add(Agreement.MacroF1("enron mail: macro-F1", rows, "VADER 0.24"));
            run.Report.Add(Figure.Share("enron mail: false alarms (neutral called negative)", rows.Where(row => row.Gold == "neutral").Select(row => row.Given == "negative")));
        }
    }

    private static async Task ScoreAsync(
        EvaluationRun run, string file, string set, Func<JsonElement, string> text, Func<JsonElement, string> gold, string baseline, CancellationToken cancellationToken)
    {
        if (!run.Score.Has(file))
            return;
        var rows = await LabelAsync(run, run.Score.Rows(file), text, gold, cancellationToken);
        run.Report.Add(Agreement.MacroF1($"{set}: macro-F1", rows, baseline));
        run.Report.Add(Agreement.Accuracy($"{set}: accuracy", rows));
    }

    private static async Task<List<(string Gold, string Given)>> LabelAsync(
        EvaluationRun run, IReadOnlyList<JsonElement> rows, Func<JsonElement, string> text, Func<JsonElement, string> gold, CancellationToken cancellationToken)
    {
        var usable = rows.Where(row => text(row).Trim().Length > 0).ToList();
        var results = await run.Product.ClassifyAsync(usable.Select(row => ProductClient.Mail(text(row))), cancellationToken);
        return [.. usable.Zip(results, (row, result) => (gold(row), result.Part("sentiment").Text("label")))];
    }

    private static string BodyOf(JsonElement row)
    {
        var raw = row.Text("raw").ReplaceLineEndings("\n");
        var blank = raw.IndexOf("\n\n", StringComparison.Ordinal);
        return blank < 0 ? raw : raw[(blank + 2)..];
    }
}
