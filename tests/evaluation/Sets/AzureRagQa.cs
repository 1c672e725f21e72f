using System.Globalization;
using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Drafting: every question arrives as a mail, and the reply must cite the page that answers it or say that nothing does.</summary>
internal sealed class AzureRagQa : IEvaluation
{
    private const string Questions = "retrieval/azure_rag_qa.jsonl";

    private const string Folder = "retrieval/azure_rag_qa";

    private readonly Dictionary<(string Document, int Page), string?> _pages = [];

    public string Name => "azure_rag_qa";

    public IReadOnlyList<string> Files => [Questions, Folder];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (!run.Score.Has(Questions) || !run.Score.Has(Folder))
            return;
        var documents = await run.Product.UploadAsync([.. run.Score.FilesOf(Folder).Select(KnowledgeFile.Read)], "evaluation:azure_rag_qa", cancellationToken);
        try
        {
            foreach (var state in await run.Product.WaitUntilReadyAsync(documents, cancellationToken))
            {
                if (state.Text("state") == "failed")
                    run.Report.Note($"{state.Text("name")} failed: {state.Part("failure").Text("code")}");
            }

            var drafts = new List<Drafted>();
            foreach (var row in run.Score.Rows(Questions))
                drafts.Add(await DraftAsync(run, row, cancellationToken));
            Show(run.Report, drafts);
        }
        finally
        {
            await run.Product.DeleteAsync(documents, CancellationToken.None);
        }
    }

    private async Task<Drafted> DraftAsync(EvaluationRun run, JsonElement row, CancellationToken cancellationToken)
    {
        var mail = ProductClient.Mail($"Hello,\n\n{row.Text("text")}\n\nKind regards,\nAlex Martin", "Question");
        var reply = await run.Product.DraftAsync(mail, cancellationToken);
        var citations = new List<Cited>();
        foreach (var citation in reply.Body.List("citations"))
        {
            var page = (int)citation.Number("page");
            var text = await PageAsync(run.Product, citation.Text("documentId"), page, cancellationToken);
            var quote = citation.Text("quote");
            citations.Add(new($"{citation.Text("documentName")}#page={page}", quote.Length > 0 && text?.Contains(quote, StringComparison.Ordinal) == true, text is not null));
        }

        var gold = row.List("rel").Select(page => page.GetString()!).ToHashSet();
        var drafted = new Drafted(row.Flag("answerable"), gold, reply, citations, WordRecall(row.Text("answer"), reply.Body.Part("reply").Text("text")));
        run.Report.Detail(new
        {
            id = row.Text("id"),
            question = row.Text("text"),
            answerable = drafted.Answerable,
            gold,
            status = (int)reply.Status,
            grounding = drafted.Grounding,
            cited = citations.Select(citation => citation.Page),
            verbatim = citations.All(citation => citation.IsVerbatim),
            reply = reply.Body.Part("reply").Text("text"),
            quotes = reply.Body.List("citations").Select(citation => citation.Text("quote")),
            milliseconds = reply.Milliseconds,
        });
        return drafted;
    }

    private async Task<string?> PageAsync(ProductClient product, string document, int page, CancellationToken cancellationToken)
    {
        if (!_pages.TryGetValue((document, page), out var text))
            _pages[(document, page)] = text = await product.PageTextAsync(document, page, cancellationToken);
        return text;
    }

    private static void Show(Report report, List<Drafted> drafts)
    {
        var answerable = drafts.Where(draft => draft.Answerable).ToList();
        var unanswerable = drafts.Where(draft => !draft.Answerable).ToList();
        var cited = answerable.Where(draft => draft.Citations.Count > 0).ToList();
        var citations = drafts.SelectMany(draft => draft.Citations).ToList();
        report.Add(Figure.Share("drafts that came back 200", drafts.Select(draft => draft.Reply.IsSuccess)));
        report.Add(Figure.Share("answerable: a citation is the gold page", answerable.Select(draft => draft.Pages.Any(draft.Gold.Contains)), "BM25 page hit@1 0.54"));
        report.Add(Figure.Share("answerable: grounding answered", answerable.Select(draft => draft.Grounding == "answered")));
        report.Add(Figure.Share("answerable: refused (unanswered)", answerable.Select(draft => draft.Grounding == "unanswered")));
        report.Add(Figure.Mean("answerable with citations: precision of cited pages, mean", [.. cited.Select(draft => draft.Pages.Average(page => draft.Gold.Contains(page) ? 1.0 : 0))]));
        report.Add(Figure.Share("answerable: precision of cited pages, pooled", cited.SelectMany(draft => draft.Pages.Select(draft.Gold.Contains))));
        report.Add(Figure.Share("all: precision of cited pages, pooled", drafts.SelectMany(draft => draft.Pages.Select(draft.Gold.Contains))));
        report.Add(Figure.Mean("answerable with citations: pages per draft", [.. cited.Select(draft => (double)draft.Pages.Count)]) with { Unit = "count" });
        report.Add(Figure.Share("unanswerable: grounding unanswered", unanswerable.Select(draft => draft.Grounding == "unanswered")));
        report.Add(Figure.Share("citation quotes verbatim on their page", citations.Select(citation => citation.IsVerbatim)));
        report.Add(Figure.Count("citations whose page text the product does not give", citations.Count, citations.Count(citation => !citation.HasPage)));
        report.Add(Figure.Mean("answerable: words of the reference answer in the reply", [.. answerable.Select(draft => draft.WordRecall)]));
        var times = drafts.Select(draft => draft.Reply.Milliseconds).ToList();
        report.Add(Figure.Quantile("time of a draft, p50", times, 0.5));
        report.Add(Figure.Quantile("time of a draft, p99", times, 0.99));
    }

    // A rough sign that the reply says what the reference says; wording differs, so 1 is out of reach.
    private static double WordRecall(string reference, string reply)
    {
        var bracket = reference.IndexOf('[', StringComparison.Ordinal);
        var wanted = Words(bracket < 0 ? reference : reference[..bracket]).ToHashSet();
        return wanted.Count == 0 ? 0 : (double)Words(reply).Distinct().Count(wanted.Contains) / wanted.Count;
    }

    private static IEnumerable<string> Words(string text) => text.ToLower(CultureInfo.InvariantCulture)
        .Split([' ', '\n', '\r', '\t', '.', ',', ';', ':', '(', ')', '"', '?', '!'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length > 3);

    private sealed record Cited(string Page, bool IsVerbatim, bool HasPage);

    private sealed record Drafted(bool Answerable, IReadOnlySet<string> Gold, Reply Reply, IReadOnlyList<Cited> Citations, double WordRecall)
    {
        public string Grounding => Reply.Body.Text("grounding");

        public IReadOnlyList<string> Pages { get; } = [.. Citations.Select(citation => citation.Page).Distinct()];
    }
}
