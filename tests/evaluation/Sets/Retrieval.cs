using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Search: whether the page, entry or paragraph that answers comes first, in five languages.</summary>
internal sealed class Retrieval : IEvaluation
{
    // A page can come back in several passages; this many leave ten different pages.
    private const int Passages = 50;

    private static readonly Dictionary<string, string> Paragraphs = new()
    {
        ["en"] = "BM25 0.92",
        ["de"] = "BM25 0.85",
        ["es"] = "BM25 0.90",
        ["ar"] = "BM25 0.82",
        ["zh"] = "BM25 0.10",
    };

    public string Name => "retrieval";

    public IReadOnlyList<string> Files =>
    [
        "retrieval/azure_rag_qa.jsonl", "retrieval/azure_rag_qa", "retrieval/stackfaq.jsonl", "retrieval/stackfaq.corpus.jsonl",
        "retrieval/cranfield.jsonl", "retrieval/cranfield.corpus.jsonl",
        .. Paragraphs.Keys.SelectMany(language => new[] { $"retrieval/xquad_{language}.jsonl", $"retrieval/xquad_{language}.corpus.jsonl" }),
    ];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        await PagesAsync(run, cancellationToken);
        await CorpusAsync(run, "stackfaq", ".md", FaqText, Names, (report, ranked) => report.Add(
            Figure.Mean("stackfaq: MRR", [.. ranked.Select(question => Ranking.ReciprocalRank(question.Ranked, question.Relevant))], "BM25 0.77")), cancellationToken);
        foreach (var (language, baseline) in Paragraphs)
        {
            await CorpusAsync(run, $"xquad_{language}", ".txt", row => row.Text("text"), Names, (report, ranked) => report.Add(
                Figure.Mean($"xquad {language}: hit@1", [.. ranked.Select(question => Ranking.Hit(question.Ranked, question.Relevant, 1))], baseline)), cancellationToken);
        }

        // The paragraphs are translations of each other under the same names: a question in German must find its English one.
        await CorpusAsync(run, "xquad_en", ".txt", row => row.Text("text"), Names, (report, ranked) => report.Add(
            Figure.Mean("xquad, German questions on English paragraphs: hit@1", [.. ranked.Select(question => Ranking.Hit(question.Ranked, question.Relevant, 1))])), cancellationToken, questions: "xquad_de");

        // The judgement −1 is "not relevant"; published figures often count every judged document all the same.
        await CorpusAsync(run, "cranfield", ".txt", row => row.Text("text"), Judged, (report, ranked) => report.Add(
            Figure.Mean("cranfield: nDCG@10, judged 1 to 4", [.. ranked.Select(question => Ranking.GainAtTen(question.Ranked, question.Relevant))], "BM25 0.35")), cancellationToken);
        await CorpusAsync(run, "cranfield", ".txt", row => row.Text("text"), row => row.Part("rel").EnumerateObject().Select(judgement => judgement.Name), (report, ranked) => report.Add(
            Figure.Mean("cranfield: nDCG@10, every judged document", [.. ranked.Select(question => Ranking.GainAtTen(question.Ranked, question.Relevant))], "BM25 0.49")), cancellationToken);
    }

    private static string FaqText(JsonElement row) => $"# {row.Text("question")}\n\n{string.Join("\n\n", row.List("answers").Select(answer => answer.GetString()))}\n";

    private static IEnumerable<string> Names(JsonElement row) => row.List("rel").Select(name => name.ToString());

    // Judgements of 1 and above count the same; −1 says "not relevant".
    private static IEnumerable<string> Judged(JsonElement row) =>
        row.Part("rel").EnumerateObject().Where(judgement => judgement.Value.GetDouble() > 0).Select(judgement => judgement.Name);

    private static async Task PagesAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        const string folder = "retrieval/azure_rag_qa", file = "retrieval/azure_rag_qa.jsonl", tag = "evaluation:azure_pages";
        if (!run.Score.Has(file) || !run.Score.Has(folder))
            return;
        var documents = await run.Product.UploadAsync([.. run.Score.FilesOf(folder).Select(KnowledgeFile.Read)], tag, cancellationToken);
        try
        {
            await run.Product.WaitUntilReadyAsync(documents, cancellationToken);
            var ranked = new List<Question>();
            foreach (var row in run.Score.Rows(file))
            {
                var results = await run.Product.SearchAsync(row.Text("text"), Passages, tag, cancellationToken);
                var pages = results.Select(result => $"{result.Text("documentName")}#page={(int)result.Number("page")}").Distinct().ToList();
                ranked.Add(new(Names(row).ToHashSet(), pages, results.Count == 0 ? 0 : results[0].Number("relevance"), row.Flag("answerable")));
                run.Report.Detail(new { set = "azure_rag_qa", id = row.Text("id"), gold = Names(row), pages = pages.Take(10), relevance = ranked[^1].Relevance });
            }

            var answerable = ranked.Where(question => question.Answerable).ToList();
            run.Report.Add(Figure.Mean("azure_rag_qa: page hit@1", [.. answerable.Select(question => Ranking.Hit(question.Ranked, question.Relevant, 1))], "BM25 0.54"));
            run.Report.Add(Figure.Mean("azure_rag_qa: page hit@5", [.. answerable.Select(question => Ranking.Hit(question.Ranked, question.Relevant, 5))], "BM25 0.83"));
            run.Report.Add(Figure.Mean("azure_rag_qa: page nDCG@10", [.. answerable.Select(question => Ranking.GainAtTen(question.Ranked, question.Relevant))], "BM25 0.71"));
            run.Report.Add(Figure.Of("azure_rag_qa: best relevance tells answerable apart, AUC", ranked.Count,
                sample => Ranking.AreaUnderCurve([.. sample.Select(index => (ranked[index].Relevance, ranked[index].Answerable))]), "chance 0.5"));
        }
        finally
        {
            await run.Product.DeleteAsync(documents, CancellationToken.None);
        }
    }

    private static async Task CorpusAsync(
        EvaluationRun run,
        string set,
        string extension,
        Func<JsonElement, string> text,
        Func<JsonElement, IEnumerable<string>> relevant,
        Action<Report, IReadOnlyList<Question>> show,
        CancellationToken cancellationToken,
        string? questions = null)
    {
        questions ??= set;
        if (!run.Score.Has($"retrieval/{questions}.jsonl") || !run.Score.Has($"retrieval/{set}.corpus.jsonl"))
            return;
        var tag = $"evaluation:{set}";
        var files = run.Score.Rows($"retrieval/{set}.corpus.jsonl")
            .Where(row => text(row).Trim().Length > 0)
            .Select(row => KnowledgeFile.OfText($"{set}_{row.Text("id")}{extension}", text(row)))
            .ToList();
        var documents = await run.Product.UploadAsync(files, tag, cancellationToken);
        try
        {
            var states = await run.Product.WaitUntilReadyAsync(documents, cancellationToken);
            if (states.Count(state => state.Text("state") == "failed") is var failed and > 0)
                run.Report.Note($"{set}: {failed} of {states.Count} documents failed");
            var ranked = new List<Question>();
            foreach (var row in run.Score.Rows($"retrieval/{questions}.jsonl"))
            {
                var results = await run.Product.SearchAsync(row.Text("text"), Passages, tag, cancellationToken);
                var gold = relevant(row).Select(id => $"{set}_{id}{extension}").ToHashSet();
                ranked.Add(new(gold, [.. results.Select(result => result.Text("documentName")).Distinct()], 0, true));
                run.Report.Detail(new { set, questions, id = row.Text("id"), gold, found = ranked[^1].Ranked.Take(10) });
            }

            show(run.Report, ranked);
        }
        finally
        {
            await run.Product.DeleteAsync(documents, CancellationToken.None);
        }
    }

    private sealed record Question(IReadOnlySet<string> Relevant, IReadOnlyList<string> Ranked, double Relevance, bool Answerable);
}
