using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Sentiment as a number: how closely the score follows the mean of twenty raters.</summary>
internal sealed class SentimentStrength : IEvaluation
{
    private static readonly (string File, string Baseline)[] Sets =
    [
        ("text/vader_tweets.jsonl", "VADER 0.87"), ("text/vader_amazonReviewSnippets.jsonl", "VADER 0.59"),
        ("text/vader_movieReviewSnippets.jsonl", "VADER 0.43"), ("text/vader_nytEditorialSnippets.jsonl", "VADER 0.50"),
    ];

    public string Name => "sentiment_strength";

    public IReadOnlyList<string> Files => [.. Sets.Select(set => set.File)];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        foreach (var (file, baseline) in Sets.Where(set => run.Score.Has(set.File)))
        {
            var rows = run.Score.Rows(file).Where(row => row.Text("text").Trim().Length > 0).ToList();
            var results = await run.Product.ClassifyAsync(rows.Select(row => ProductClient.Mail(row.Text("text"))), cancellationToken);
            var pairs = rows.Zip(results, (row, result) => (row.Number("mean"), result.Part("sentiment").Number("score"))).ToList();
            run.Report.Add(Agreement.Pearson($"{Path.GetFileNameWithoutExtension(file)}: Pearson", pairs, baseline));
        }
    }
}
