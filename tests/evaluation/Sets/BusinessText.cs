using System.Text.Json;
using System.Text.RegularExpressions;
using OutlookAssist.Evaluation.Measures;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Ordinary business mail: how often a number or name is hidden that is none, and how many of the people in its header are hidden in its text.</summary>
internal sealed partial class BusinessText : IEvaluation
{
    private const string Enron = "text/enron_berkeley.jsonl";

    // Mail of an energy trader of 2001 names people and telephones all the time, but hardly any of these.
    private static readonly HashSet<string> Expected = ["PERSON", "EMAIL", "PHONE", "URL", "ADDRESS"];

    public string Name => "business_text";

    public IReadOnlyList<string> Files => [Enron];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (!run.Score.Has(Enron))
            return;
        var mails = run.Score.Rows(Enron).Select(row => Split(row.Text("raw"))).Where(mail => mail.Body.Trim().Length > 0).ToList();
        var people = mails.SelectMany(mail => NamesIn(mail.Header)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<double> numbers = [], persons = [];
        List<bool> confirmed = [], hidden = [];
        foreach (var (header, body) in mails)
        {
            var found = (await run.Product.RedactAsync(body, cancellationToken)).List("entities").Select(Read).ToList();
            numbers.Add(found.Count(entity => !Expected.Contains(entity.Type)));
            persons.Add(found.Count(entity => entity.Type == "PERSON"));
            foreach (var (type, start, end) in found.Where(entity => entity.Type != "URL"))
            {
                if (type == "PERSON")
                    confirmed.Add(Words().Matches(body[start..end]).Any(word => people.Contains(word.Value)));
                run.Report.Detail(new { type, text = body[start..end], around = body[Math.Max(0, start - 30)..Math.Min(body.Length, end + 30)] });
            }

            // A name in the header that stands in the text with a capital is the same person's nearly always.
            foreach (var name in NamesIn(header).Distinct())
            {
                foreach (Match match in Regex.Matches(body, $@"\b{Regex.Escape(name)}\b", RegexOptions.NonBacktracking))
                    hidden.Add(found.Exists(entity => entity.Start <= match.Index && entity.End >= match.Index + match.Length));
            }
        }

        run.Report.Add(Figure.Mean("enron: identity numbers, plates, secrets and the like found per mail", numbers, "false but for a few"));
        run.Report.Add(Figure.Mean("enron: names found per mail", persons));
        run.Report.Add(Figure.Share("enron: names found that share a word with a name in some header (precision is at least this)", confirmed));
        run.Report.Add(Figure.Share("enron: words of the mail's own header names hidden wherever they stand in its text", hidden));
    }

    private static (string Type, int Start, int End) Read(JsonElement entity) => (entity.Text("type"), (int)entity.Number("start"), (int)entity.Number("end"));

    private static (string Header, string Body) Split(string raw)
    {
        var text = raw.ReplaceLineEndings("\n");
        var blank = text.IndexOf("\n\n", StringComparison.Ordinal);
        return blank < 0 ? ("", text) : (text[..blank], text[(blank + 2)..]);
    }

    private static IEnumerable<string> NamesIn(string header) =>
        header.Split('\n').Where(line => line.StartsWith("X-From:", StringComparison.Ordinal) || line.StartsWith("X-To:", StringComparison.Ordinal) || line.StartsWith("X-cc:", StringComparison.Ordinal))
            .SelectMany(line => Words().Matches(Marks().Replace(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..], " ")).Select(match => match.Value));

    [GeneratedRegex("[A-Z][a-z]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    // Addresses and directory paths are no display names.
    [GeneratedRegex("<[^>]*>|[^ ,;]*@[^ ,;]*", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
