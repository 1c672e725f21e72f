using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Languages: whether a short text is recognised, and whether the confidence means what it says.</summary>
internal sealed class Languages : IEvaluation
{
    private const string Tweets = "text/xlmt_sentiment.jsonl";

    private const string Tickets = "text/tickets_multilang.jsonl";

    private static readonly string[] Questions = ["en", "de", "es", "zh", "ar"];

    // Most Hindi rows of this set are Hindi in Latin letters mixed with English, so they are left out.
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["arabic"] = "ar",
        ["english"] = "en",
        ["french"] = "fr",
        ["german"] = "de",
        ["italian"] = "it",
        ["portuguese"] = "pt",
        ["spanish"] = "es",
    };

    public string Name => "languages";

    public IReadOnlyList<string> Files => [Tweets, Tickets, .. Questions.Select(language => $"retrieval/xquad_{language}.jsonl")];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (run.Score.Has(Tweets))
        {
            await ScoreAsync(run, "xlmt tweets", [.. run.Score.Rows(Tweets).Where(row => Tags.ContainsKey(row.Text("lang")))
                .Select(row => (Tags[row.Text("lang")], row.Text("text")))], cancellationToken);
        }

        if (run.Score.Has(Tickets))
            await ScoreAsync(run, "tickets (some German rows are English)", [.. run.Score.Rows(Tickets).Select(row => (row.Text("language"), row.Text("body")))], cancellationToken);
        var questions = Questions.Where(language => run.Score.Has($"retrieval/xquad_{language}.jsonl"))
            .SelectMany(language => run.Score.Rows($"retrieval/xquad_{language}.jsonl").Select(row => (language, row.Text("text")))).ToList();
        if (questions.Count > 0)
            await ScoreAsync(run, "xquad questions", questions, cancellationToken);
    }

    private static async Task ScoreAsync(EvaluationRun run, string set, IReadOnlyList<(string Tag, string Text)> rows, CancellationToken cancellationToken)
    {
        var usable = rows.Where(row => row.Text.Trim().Length > 0).ToList();
        var results = await run.Product.ClassifyAsync(usable.Select(row => ProductClient.Mail(row.Text)), cancellationToken);
        var given = usable.Zip(results, (row, result) => (Gold: row.Tag, Given: result.Part("language").Text("tag"), Confidence: result.Part("language").Number("confidence"))).ToList();
        foreach (var group in given.GroupBy(row => row.Gold))
            run.Report.Add(Agreement.Accuracy($"{set}: {group.Key}", [.. group.Select(row => (row.Gold, row.Given))]));
        run.Report.Add(Agreement.CalibrationError($"{set}: calibration error", [.. given.Select(row => (row.Confidence, row.Gold == row.Given))]));
    }
}
