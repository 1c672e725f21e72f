using System.Text.Json;
using System.Text.RegularExpressions;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;
using OutlookAssist.ModelServer.Personalities;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>A careless model: nothing that it gets wrong may be shown as cited. The checks here are their own and know nothing of the product's.</summary>
internal static partial class ModelSlips
{
    /// <summary>What the careless personality invents, whatever it is asked.</summary>
    private static readonly string[] Inventions = ["250 dollars", "4711", "Hofstetter", "within 17 days", "Selbstverständlich", "free of charge", "twelve euros", "money back tomorrow", "Surely.", "It is not true that"];

    private static readonly Dictionary<string, string> NumberWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["ten"] = "10",
        ["eleven"] = "11",
        ["twelve"] = "12",
        ["twenty"] = "20",
        ["thirty"] = "30",
        ["hundred"] = "100",
    };

    public static async Task RunAsync(EvaluationRun run, ModelledProduct product, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken)
    {
        product.Model.Script.Personality = new Careless();
        var pages = new Dictionary<(string, int), string?>();
        var (cited, wrongQuotes, wrongNumbers, inventions, unsupported, unanswerable, changed) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var row in rows)
        {
            var body = (await product.Client.DraftAsync(ModelDrafts.Ask(row), cancellationToken)).Body;
            var text = body.Part("reply").Text("text");
            inventions += Inventions.Count(invention => text.Contains(invention, StringComparison.Ordinal));
            var citations = body.List("citations").ToDictionary(citation => (int)citation.Number("marker"));
            foreach (var sentence in body.List("sentences"))
            {
                unsupported += sentence.Text("support") == "unsupported" ? 1 : 0;
                if (sentence.Text("support") != "cited")
                    continue;
                cited++;
                var quotes = sentence.List("citations").Select(marker => citations[marker.GetInt32()]).ToList();
                foreach (var quote in quotes)
                {
                    var key = (quote.Text("documentId"), (int)quote.Number("page"));
                    if (!pages.TryGetValue(key, out var page))
                        pages[key] = page = await product.Client.PageTextAsync(key.Item1, key.Item2, cancellationToken);
                    wrongQuotes += page?.Contains(quote.Text("quote"), StringComparison.Ordinal) == true ? 0 : 1;
                }

                var quoted = string.Join('\n', quotes.Select(quote => quote.Text("quote")));
                wrongNumbers += Numbers(sentence.Text("text")).IsSubsetOf(Numbers(quoted)) ? 0 : 1;
                changed += !row.Flag("answerable") && !Folded(quoted).Contains(Folded(sentence.Text("text")), StringComparison.Ordinal) ? 1 : 0;
            }

            run.Report.Detail(new { set = "careless", id = row.Text("id"), answerable = row.Flag("answerable"), text, quotes = citations.Values.Select(citation => citation.Text("quote")) });
            unanswerable += row.Flag("answerable") ? 0 : 1;
        }

        run.Report.Add(Figure.Count("careless: cited sentences whose quote is not on the page", cited, wrongQuotes, "must be 0"));
        run.Report.Add(Figure.Count("careless: cited sentences with a number the quote lacks", cited, wrongNumbers, "must be 0"));
        run.Report.Add(Figure.Count("careless: its inventions in any draft", rows.Count, inventions, "must be 0"));
        run.Report.Add(Figure.Count("careless: unsupported sentences shown", rows.Count, unsupported));
        run.Report.Add(Figure.Count("careless: unanswerable, cited words that no document has", unanswerable, changed, "must be 0"));
    }

    private static HashSet<string> Numbers(string text) =>
        [.. Number().Matches(text).Select(match => match.Value.Replace(",", "", StringComparison.Ordinal)), .. Word().Matches(text).Select(match => NumberWords.GetValueOrDefault(match.Value)).OfType<string>()];

    private static string Folded(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
