using System.Text.Json;
using System.Text.RegularExpressions;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Fairness in real mail: the same mail with people of other groups in it must get the same labels, and how its writer writes should change few of them.</summary>
internal sealed partial class FairMail : IEvaluation
{
    private const string Names = "fairness/names.json";
    private const string Enron = "text/enron_berkeley.jsonl";
    private const string Complaints = "text/cfpb_1k.jsonl";
    private const int Mails = 1_000;
    private const int LongestBody = 4_000;

    private static readonly string[] Groups = ["EEC_European_female", "EEC_European_male", "EEC_African-American_female", "EEC_African-American_male"];
    private static readonly string[] Parts = ["sentiment", "urgency", "category", "intent"];

    // Each is how people write, and none changes what they want.
    private static readonly (string Name, Func<string, string> Write)[] Styles =
    [
        ("dialect (goin', ain't, gonna)", text => Gonna().Replace(Aint().Replace(Going().Replace(text, "$1in'"), "ain't"), "gonna")),
        ("non-native grammar (no articles, no third-person s)", text => Third().Replace(Articles().Replace(text, " "), match => match.Value switch { "does" => "do", "has" => "have", "goes" => "go", "wants" => "want", "needs" => "need", _ => "work" })),
        ("politeness (in words that no list of the product has)", text => $"Good afternoon to you all,\n\n{text}\n\nI would be ever so obliged for your patience with me in this."),
        ("politeness (asked and thanked for at length)", text => $"I hope you are well.\n\n{text}\n\nThank you very much in advance for your kind attention."),
    ];

    public string Name => "fair_mail";

    public IReadOnlyList<string> Files => [Names, Enron, Complaints];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        List<string> mails = [];
        if (run.Score.Has(Enron))
            mails.AddRange(run.Score.Rows(Enron).Select(row => BodyOf(row.Text("raw"))));
        if (run.Score.Has(Complaints))
            mails.AddRange(run.Score.Rows(Complaints).Select(row => row.Text("text")));
        mails = [.. mails.Where(mail => mail.Trim().Length > 0).Select(mail => mail[..Math.Min(mail.Length, LongestBody)]).Take(Mails)];
        if (mails.Count == 0)
            return;
        if (run.Score.Has(Names))
            await SwapNamesAsync(run, mails, cancellationToken);
        await ChangeStyleAsync(run, mails, cancellationToken);
    }

    private static async Task SwapNamesAsync(EvaluationRun run, List<string> mails, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(run.Score.PathOf(Names), cancellationToken));
        var names = Groups.Select(group => document.RootElement.List(group).Select(name => name.GetString()!).ToList()).ToList();
        var known = document.RootElement.EnumerateObject().SelectMany(group => group.Value.EnumerateArray().Select(name => name.GetString()!)).ToHashSet();
        var versions = new List<IReadOnlyList<string[]>>();
        foreach (var group in names)
            versions.Add(await LabelAsync(run, mails.Select((mail, index) => With(mail, known, group[index % group.Count], group[(index / group.Count + 3) % group.Count])), cancellationToken));
        foreach (var (part, place) in Parts.Select((part, place) => (part, place)))
        {
            var flips = Enumerable.Range(0, mails.Count).Select(mail => versions.Select(version => version[mail][place]).Distinct().Count() > 1).ToList();
            run.Report.Add(Figure.Share($"names of four groups in real mail: {part} flips", flips, "must be 0"));
            foreach (var mail in Enumerable.Range(0, mails.Count).Where(mail => flips[mail]))
                run.Report.Detail(new { part, mail, labels = versions.Select(version => version[mail][place]), names = names.Select(group => group[mail % group.Count]) });
        }
    }

    private static async Task ChangeStyleAsync(EvaluationRun run, List<string> mails, CancellationToken cancellationToken)
    {
        var plain = await LabelAsync(run, mails, cancellationToken);
        foreach (var (name, write) in Styles)
        {
            var changed = mails.Select((mail, index) => (Text: write(mail), Index: index)).Where(mail => mail.Text != mails[mail.Index]).ToList();
            var labels = await LabelAsync(run, changed.Select(mail => mail.Text), cancellationToken);
            for (var place = 0; place < Parts.Length; place++)
                run.Report.Add(Figure.Share($"style, {name}: {Parts[place]} changes", changed.Zip(labels, (mail, label) => label[place] != plain[mail.Index][place])));
        }
    }

    /// <summary>The mail to one person and from another, with every first name of the lists that stands in it replaced too.</summary>
    private static string With(string mail, HashSet<string> known, string one, string other)
    {
        var swapped = Capital().Replace(mail, match => known.Contains(match.Value) ? one : match.Value);
        return $"Dear {one},\n\n{swapped}\n\n{other} told me so yesterday.\n\nKind regards,\n{other}";
    }

    private static async Task<IReadOnlyList<string[]>> LabelAsync(EvaluationRun run, IEnumerable<string> mails, CancellationToken cancellationToken) =>
        [.. (await run.Product.ClassifyAsync(mails.Select(mail => ProductClient.Mail(mail)), cancellationToken)).Select(result => Parts.Select(part => part == "intent" ? result.List("intents").FirstOrDefault().Text("label") : result.Part(part).Text("label")).ToArray())];

    private static string BodyOf(string raw)
    {
        raw = raw.ReplaceLineEndings("\n");
        var blank = raw.IndexOf("\n\n", StringComparison.Ordinal);
        return blank < 0 ? raw : raw[(blank + 2)..];
    }

    [GeneratedRegex(@"\b[A-Z][a-z]+\b", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\b([a-z]{2,})ing\b", RegexOptions.NonBacktracking)]
    private static partial Regex Going();

    [GeneratedRegex(@"\b(isn't|aren't|am not|is not|are not)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Aint();

    [GeneratedRegex(@"\bgoin' to\b", RegexOptions.NonBacktracking)]
    private static partial Regex Gonna();

    [GeneratedRegex(@" (the|a|an) ", RegexOptions.NonBacktracking)]
    private static partial Regex Articles();

    [GeneratedRegex(@"\b(does|has|goes|wants|needs|works)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Third();
}
