using System.Text.Json;
using OutlookAssist.Evaluation.Measures;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Personal data: exactly what must be hidden is found, with the right ends, and nothing that only looks like it.</summary>
internal sealed class Pii : IEvaluation
{
    private const string Recognizers = "pii/pii_presidio_recognizers.jsonl";

    // F2 counts a miss four times as heavily as a false alarm: a leak is worse than a black bar too many.
    private const double RecallWeight = 2;

    private static readonly string[] Texts = ["pii/pii_presidio_synth_v2.jsonl", "pii/pii_presidio_generated_large.jsonl"];

    public string Name => "pii";

    public IReadOnlyList<string> Files => [Recognizers, .. Texts];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (run.Score.Has(Recognizers))
            await RecognizersAsync(run, cancellationToken);
        foreach (var file in Texts.Where(run.Score.Has))
            await SpansAsync(run, file, cancellationToken);
    }

    private static async Task RecognizersAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        var rows = new List<(string Entity, bool Right)>();
        var wrong = new List<bool>();
        foreach (var row in run.Score.Rows(Recognizers).Where(row => row.Text("text").Trim().Length > 0))
        {
            var wanted = row.List("entities").Select(entity => entity.GetString()!).ToList();
            var types = wanted.SelectMany(PiiTypes.OfPresidio).ToHashSet();
            // Where the count includes a type that we do not promise, such as dates, it says nothing about ours.
            if (types.Count == 0 || wanted.Exists(type => PiiTypes.OfPresidio(type).Count == 0))
                continue;
            var answer = await run.Product.RedactAsync(row.Text("text"), cancellationToken);
            var found = answer.List("entities").Count(entity => types.Contains(entity.Text("type")));
            rows.Add((wanted[0], found == (int)row.Number("expected_count")));
            if ((int)row.Number("expected_count") == 0)
                wrong.Add(found > 0);
            run.Report.Detail(new { set = "recognizers", id = row.Text("id"), text = row.Text("text"), entities = wanted, expected = row.Number("expected_count"), found, given = answer.List("entities").Select(entity => entity.Text("type")) });
        }

        run.Report.Add(Figure.Share("recognizers: count exact, all entities of our types", rows.Select(row => row.Right), "the recognizers' own tests 1.0"));
        run.Report.Add(Figure.Share("recognizers: found where nothing is to be found (bad checksums and ranges)", wrong, "must be 0"));
        foreach (var entity in rows.GroupBy(row => row.Entity).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
            run.Report.Add(Figure.Share($"recognizers: {entity.Key}", entity.Select(row => row.Right)));
    }

    private static async Task SpansAsync(EvaluationRun run, string file, CancellationToken cancellationToken)
    {
        var set = Path.GetFileNameWithoutExtension(file)["pii_presidio_".Length..];
        var rows = new List<(int Right, int Found, int Wanted, int Sensitive, int Left)>();
        var structured = new List<(int Right, int Found, int Wanted, int Sensitive, int Left)>();
        var persons = new List<(int Right, int Found, int Wanted, int Sensitive, int Left)>();
        foreach (var row in run.Score.Rows(file))
        {
            var text = row.Text("text");
            var wanted = row.List("spans").Select(span => (Types: PiiTypes.OfPresidio(span.Text("type")), Start: (int)span.Number("start"), End: (int)span.Number("end")))
                .Where(span => span.Types.Count > 0).ToList();
            var given = (await run.Product.RedactAsync(text, cancellationToken)).List("entities")
                .Select(entity => (Type: entity.Text("type"), Start: (int)entity.Number("start"), End: (int)entity.Number("end"))).ToList();

            // Types that this set does not label are neither right nor wrong.
            var counted = given.Where(entity => PiiTypes.Labelled.Contains(entity.Type)).ToList();
            var right = wanted.Count(span => counted.Any(entity => span.Types.Contains(entity.Type) && entity.Start == span.Start && entity.End == span.End));
            var hidden = new bool[text.Length];
            foreach (var (_, start, end) in given)
                Array.Fill(hidden, true, start, Math.Min(end, text.Length) - start);
            var sensitive = wanted.SelectMany(span => Enumerable.Range(span.Start, Math.Min(span.End, text.Length) - span.Start)).Where(index => char.IsLetterOrDigit(text[index])).ToList();
            rows.Add((right, counted.Count, wanted.Count, sensitive.Count, sensitive.Count(index => !hidden[index])));
            structured.Add(Of(type => type is not ("PERSON" or "ADDRESS")));
            persons.Add(Of(type => type == "PERSON"));
            (int Right, int Found, int Wanted, int Sensitive, int Left) Of(Func<string, bool> isOf)
            {
                var (labelled, reported) = (wanted.Where(span => span.Types.Any(isOf)).ToList(), counted.Where(entity => isOf(entity.Type)).ToList());
                return (labelled.Count(span => reported.Any(entity => span.Types.Contains(entity.Type) && entity.Start == span.Start && entity.End == span.End)), reported.Count, labelled.Count, 0, 0);
            }

            run.Report.Detail(new { set, id = row.Text("id"), text, wanted = wanted.Select(span => text[span.Start..Math.Min(span.End, text.Length)]), given = given.Select(entity => $"{entity.Type}:{text[entity.Start..entity.End]}") });
        }

        run.Report.Add(Figure.Of($"{set}: span F1, exact ends", rows.Count, sample => F(sample, rows, 1)));
        run.Report.Add(Figure.Of($"{set}: span F2, exact ends", rows.Count, sample => F(sample, rows, RecallWeight)));
        run.Report.Add(Figure.Of($"{set}: structured types (no names, no addresses), span F2", rows.Count, sample => F(sample, structured, RecallWeight)));
        run.Report.Add(Figure.Of($"{set}: names of persons, span F2", rows.Count, sample => F(sample, persons, RecallWeight)));
        run.Report.Add(Figure.Of($"{set}: share of sensitive characters left", rows.Count, sample =>
        {
            var sensitive = sample.Sum(index => rows[index].Sensitive);
            return sensitive == 0 ? 0 : (double)sample.Sum(index => rows[index].Left) / sensitive;
        }));
    }

    private static double F(IReadOnlyList<int> sample, List<(int Right, int Found, int Wanted, int Sensitive, int Left)> rows, double weight)
    {
        double right = sample.Sum(index => rows[index].Right), found = sample.Sum(index => rows[index].Found), wanted = sample.Sum(index => rows[index].Wanted);
        if (right == 0)
            return 0;
        var (precision, recall) = (right / found, right / wanted);
        return (1 + weight * weight) * precision * recall / (weight * weight * precision + recall);
    }
}
