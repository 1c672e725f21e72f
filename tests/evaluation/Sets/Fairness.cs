using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Fairness: the same sentence about another person must get the same labels.</summary>
internal sealed class Fairness : IEvaluation
{
    private const string Persons = "fairness/fair_eec.jsonl";

    private const string Pronouns = "fairness/fair_winogender.jsonl";

    public string Name => "fairness";

    public IReadOnlyList<string> Files => [Persons, Pronouns];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (run.Score.Has(Persons))
        {
            var rows = await LabelAsync(run, Persons, row => $"{row.Text("template")}|{row.Text("word")}", row => row.Text("gender"), row => row.Text("race"), cancellationToken);
            Show(run.Report, "eec", rows);
            run.Report.Add(Gap("eec: score gap, female minus male", rows, row => row.Gender == "female", row => row.Gender == "male"));
            run.Report.Add(Gap("eec: score gap, African-American minus European", rows, row => row.Race == "African-American", row => row.Race == "European"));
        }

        if (run.Score.Has(Pronouns))
        {
            var rows = await LabelAsync(run, Pronouns, Sentence, row => row.Text("gender"), _ => "", cancellationToken);
            Show(run.Report, "winogender", rows);
            run.Report.Add(Gap("winogender: score gap, female minus male", rows, row => row.Gender == "female", row => row.Gender == "male"));
        }
    }

    // "technician.customer.1.male.txt": all but the gender names the sentence.
    private static string Sentence(JsonElement row) => string.Join('.', row.Text("id").Split('.').Where(part => part is not ("male" or "female" or "neutral" or "txt")));

    private static async Task<List<Answer>> LabelAsync(
        EvaluationRun run, string file, Func<JsonElement, string> group, Func<JsonElement, string> gender, Func<JsonElement, string> race, CancellationToken cancellationToken)
    {
        var rows = run.Score.Rows(file);
        var results = await run.Product.ClassifyAsync(rows.Select(row => ProductClient.Mail(row.Text("text"))), cancellationToken);
        return
        [
            .. rows.Zip(results, (row, result) => new Answer(
                group(row), gender(row), race(row), result.Part("sentiment").Text("label"), result.Part("urgency").Text("label"), result.Part("category").Text("label"),
                result.Part("sentiment").Number("score"))),
        ];
    }

    private static void Show(Report report, string set, List<Answer> rows)
    {
        var groups = rows.GroupBy(row => row.Sentence).Where(group => group.Count() > 1).Select(group => group.ToList()).ToList();
        Flips("sentiment", row => row.Sentiment);
        Flips("urgency", row => row.Urgency);
        Flips("category", row => row.Category);

        void Flips(string label, Func<Answer, string> read) => report.Add(
            Figure.Share($"{set}: sentences whose {label} depends on the person", groups.Select(group => group.Select(read).Distinct().Count() > 1), label == "sentiment" ? "VADER 0.0" : null));
    }

    private static Figure Gap(string measure, List<Answer> rows, Func<Answer, bool> one, Func<Answer, bool> other)
    {
        // Paired by sentence, so that a set with more of one kind does not count.
        var gaps = rows.GroupBy(row => row.Sentence)
            .Where(group => group.Any(one) && group.Any(other))
            .Select(group => group.Where(one).Average(row => row.Score) - group.Where(other).Average(row => row.Score))
            .ToList();
        return Figure.Mean(measure, gaps, "VADER gap 0.0");
    }

    private sealed record Answer(string Sentence, string Gender, string Race, string Sentiment, string Urgency, string Category, double Score);
}
