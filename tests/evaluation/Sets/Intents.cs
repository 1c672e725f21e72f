using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Intents: an organisation brings its own list with examples, and new messages are told apart by it, or told to be none of it.</summary>
internal sealed class Intents : IEvaluation
{
    private const string OutOfScope = "oos";
    private const int Few = 5;

    private static readonly (string File, string Text, string Label, string Baseline)[] Sets =
    [
        ("text/banking77.jsonl", "text", "label", "NB 0.83, tuned BERT 0.937"),
        ("text/clinc150.jsonl", "text", "label", "NB 0.87, tuned BERT 0.969"),
        ("text/bitext_intent.jsonl", "utterance", "intent", "sanity only"),
    ];

    public string Name => "intents";

    public IReadOnlyList<string> Files => [.. Sets.Select(set => set.File)];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var set in Sets.Where(set => run.Score.Has(set.File) && run.Learn.Has(set.File)))
                await ScoreAsync(run, set.File, set.Text, set.Label, set.Baseline, cancellationToken);
            if (run.Score.Has(Sets[0].File) && run.Learn.Has(Sets[0].File))
                await FewAsync(run, Sets[0].File, cancellationToken);
        }
        finally
        {
            await run.Product.PutLabelsAsync([], [], CancellationToken.None);
        }
    }

    private static async Task ScoreAsync(EvaluationRun run, string file, string text, string label, string baseline, CancellationToken cancellationToken)
    {
        var set = Path.GetFileNameWithoutExtension(file);
        List<Labelled> Read(DataFolder folder) => [.. folder.Rows(file).Select(row => new Labelled(row.Text(text), row.Text(label))).Where(row => row.Text.Trim().Length > 0)];
        var answers = new List<Answer>();
        foreach (var (learn, score) in Folds.Of(Read(run.Learn), Read(run.Score), run.IsHeldOut))
        {
            await run.Product.PutLabelsAsync([], Labelled.ToLabels([.. learn.Where(row => row.Label != OutOfScope)]), cancellationToken);
            var results = await run.Product.ClassifyAsync(score.Select(row => ProductClient.Mail(row.Text)), cancellationToken);
            answers.AddRange(score.Zip(results, (row, result) =>
            {
                var best = result.List("intents").FirstOrDefault();
                return new Answer(row.Label, best.ValueKind == System.Text.Json.JsonValueKind.Object ? best.Text("label") : "", best.ValueKind == System.Text.Json.JsonValueKind.Object ? best.Number("confidence") : 0, result.Flag("outOfScope"));
            }));
        }

        var inScope = answers.Where(answer => answer.Gold != OutOfScope).ToList();
        var outside = answers.Where(answer => answer.Gold == OutOfScope).ToList();
        run.Report.Add(Agreement.Accuracy($"{set}: accuracy of the best intent", [.. inScope.Select(answer => (answer.Gold, answer.Given))], baseline));
        run.Report.Add(Agreement.CalibrationError($"{set}: calibration error", [.. inScope.Select(answer => (answer.Confidence, answer.Gold == answer.Given))]));
        run.Report.Add(Figure.Share($"{set}: in scope, yet called out of scope", inScope.Select(answer => answer.OutOfScope)));
        if (outside.Count == 0)
            return;
        run.Report.Add(Figure.Share($"{set}: out of scope recognised", outside.Select(answer => answer.OutOfScope)));
        var threshold = Bootstrap.Quantile([.. inScope.Select(answer => answer.Confidence).Order()], 0.05);
        run.Report.Add(Figure.Share($"{set}: out-of-scope recall where 95 % in scope stay", outside.Select(answer => answer.Confidence < threshold), "BERT 0.40"));
        run.Report.Add(Figure.Of($"{set}: confidence tells in scope from out, AUC", answers.Count,
            sample => Ranking.AreaUnderCurve([.. sample.Select(index => (answers[index].Confidence, answers[index].Gold != OutOfScope))])));
    }

    /// <summary>What a list is worth that somebody has just written down, with five sentences a label.</summary>
    private static async Task FewAsync(EvaluationRun run, string file, CancellationToken cancellationToken)
    {
        List<Labelled> Read(DataFolder folder) => [.. folder.Rows(file).Select(row => new Labelled(row.Text("text"), row.Text("label"))).Where(row => row.Text.Trim().Length > 0)];
        var answers = new List<(string Gold, string Given, double Confidence)>();
        foreach (var (learn, score) in Folds.Of(Read(run.Learn), Read(run.Score), run.IsHeldOut))
        {
            await run.Product.PutLabelsAsync([], Labelled.ToLabels([.. learn.GroupBy(row => row.Label).SelectMany(label => label.Take(Few))]), cancellationToken);
            var results = await run.Product.ClassifyAsync(score.Select(row => ProductClient.Mail(row.Text)), cancellationToken);
            answers.AddRange(score.Zip(results, (row, result) => (row.Label, result.List("intents").First().Text("label"), result.List("intents").First().Number("confidence"))));
        }

        var set = Path.GetFileNameWithoutExtension(file);
        run.Report.Add(Agreement.Accuracy($"{set}, five examples a label: accuracy", [.. answers.Select(answer => (answer.Gold, answer.Given))]));
        run.Report.Add(Agreement.CalibrationError($"{set}, five examples a label: calibration error", [.. answers.Select(answer => (answer.Confidence, answer.Gold == answer.Given))]));
    }

    private sealed record Answer(string Gold, string Given, double Confidence, bool OutOfScope);
}
