using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Categories: an organisation's own list with examples, learned when it is put in force and applied to longer mail.</summary>
internal sealed class Categories : IEvaluation
{
    private static readonly Set[] Sets =
    [
        new("text/cfpb_1k.jsonl", "cfpb", row => row.Text("text"), row => row.Text("label"), "NB accuracy 0.68, ceiling near 0.78"),
        new("text/airline_sentiment.jsonl", "airline reason", row => row.Text("text"), row => row.Text("reason"), "NB accuracy 0.61"),
        new("text/endava_it.jsonl", "endava ticket type", EndavaText, row => row.Text("ticket_type"), "NB accuracy 0.91"),
        new("text/endava_it.jsonl", "endava category", EndavaText, row => row.Text("category"), "NB accuracy 0.76"),
        new("text/eshop_tickets.jsonl", "eshop type", FirstMessage, row => row.Text("type"), "NB macro-F1 0.43"),
        new("text/tickets_multilang.jsonl", "tickets en type", TicketText, row => row.Text("language") == "en" ? row.Text("type") : "", "NB accuracy 0.70"),
        new("text/tickets_multilang.jsonl", "tickets de type", TicketText, row => row.Text("language") == "de" ? row.Text("type") : "", "NB accuracy 0.63"),
        new("text/tickets_multilang.jsonl", "tickets en queue", TicketText, row => row.Text("language") == "en" ? row.Text("queue") : "", ""),
    ];

    public string Name => "categories";

    public IReadOnlyList<string> Files => [.. Sets.Select(set => set.File).Distinct()];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var set in Sets.Where(set => run.Score.Has(set.File) && run.Learn.Has(set.File)))
                await ScoreAsync(run, set, cancellationToken);
        }
        finally
        {
            await run.Product.PutLabelsAsync([], [], CancellationToken.None);
        }
    }

    private static async Task ScoreAsync(EvaluationRun run, Set set, CancellationToken cancellationToken)
    {
        List<Labelled> Read(DataFolder folder) =>
            [.. folder.Rows(set.File).Select(row => new Labelled(set.Text(row), set.Label(row))).Where(row => row.Label.Length > 0 && row.Text.Trim().Length > 0)];
        var rows = new List<(string Gold, string Given)>();
        foreach (var (learn, score) in Folds.Of(Read(run.Learn), Read(run.Score), run.IsHeldOut))
        {
            await run.Product.PutLabelsAsync(Labelled.ToLabels(learn), [], cancellationToken);
            var results = await run.Product.ClassifyAsync(score.Select(row => ProductClient.Mail(row.Text)), cancellationToken);
            rows.AddRange(score.Zip(results, (row, result) => (row.Label, result.Part("category").Text("label"))));
        }

        run.Report.Add(Agreement.Accuracy($"{set.Name}: accuracy", rows, set.Baseline));
        run.Report.Add(Agreement.MacroF1($"{set.Name}: macro-F1", rows));
    }

    private static string EndavaText(JsonElement row) => $"{row.Text("title")}\n{row.Text("body")}";

    private static string TicketText(JsonElement row) => $"{row.Text("subject")}\n\n{row.Text("body")}";

    private static string FirstMessage(JsonElement row) => row.List("messages").FirstOrDefault(message => message.Flag("customer")) is { ValueKind: JsonValueKind.Object } message ? message.Text("text") : "";

    private sealed record Set(string File, string Name, Func<JsonElement, string> Text, Func<JsonElement, string> Label, string Baseline);
}
