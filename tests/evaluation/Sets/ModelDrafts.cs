using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;
using OutlookAssist.ModelServer.Personalities;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Drafts by a language model that answers well, carelessly, for an attacker, or not at all: what reaches the person is only what was checked.</summary>
/// <remarks><c>MODEL_PARTS</c> names the parts to run, divided by commas: <c>side-by-side</c>, <c>slips</c>, <c>attacks</c>, <c>outages</c>; all unless set.</remarks>
internal sealed class ModelDrafts : IEvaluation
{
    internal const string Questions = "retrieval/azure_rag_qa.jsonl";

    private const string Folder = "retrieval/azure_rag_qa";

    public string Name => "model_drafts";

    public IReadOnlyList<string> Files => [Questions, Folder, ModelAttacks.Mails, ModelAttacks.Mixed];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (!run.Score.Has(Questions) || !run.Score.Has(Folder))
            return;
        if (run.Place is not { } place)
        {
            run.Report.Note("left out: it starts products of its own and cannot use the one at --url");
            return;
        }

        await using var product = await ModelledProduct.StartAsync(place.Program, Path.Combine(place.Workspace, "modelled"), cancellationToken);
        await LoadAsync(product.Client, run, cancellationToken);
        var rows = run.Score.Rows(Questions);
        if (Includes("side-by-side"))
            await SideBySideAsync(run, product, rows, cancellationToken);
        if (Includes("slips"))
            await ModelSlips.RunAsync(run, product, rows, cancellationToken);
        if (Includes("attacks"))
            await ModelAttacks.RunAsync(run, product, rows, cancellationToken);
        if (Includes("outages"))
            await ModelOutages.RunAsync(run, place, product, rows, cancellationToken);
    }

    private static bool Includes(string part) =>
        Environment.GetEnvironmentVariable("MODEL_PARTS") is not { Length: > 0 } parts || parts.Split(',', StringSplitOptions.TrimEntries).Contains(part);

    internal static object Ask(JsonElement row) => ProductClient.Mail($"Hello,\n\n{row.Text("text")}\n\nKind regards,\nAlex Martin", "Question");

    internal static async Task<IReadOnlyList<Uploaded>> LoadAsync(ProductClient client, EvaluationRun run, CancellationToken cancellationToken)
    {
        var documents = await client.UploadAsync([.. run.Score.FilesOf(Folder).Select(KnowledgeFile.Read)], "evaluation:model", cancellationToken);
        // Without its documents a product is silent, and silence would pass for safety.
        foreach (var state in await client.WaitUntilReadyAsync(documents, cancellationToken))
        {
            if (state.Text("state") != "ready")
                throw new InvalidDataException($"{state.Text("name")} could not be read ({state.Part("failure").Text("code")}): no figure without it would mean anything.");
        }

        return documents;
    }

    /// <summary>The same questions to a model that means well and to the product alone.</summary>
    private static async Task SideBySideAsync(EvaluationRun run, ModelledProduct product, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken)
    {
        var documents = await LoadAsync(run.Product, run, cancellationToken);
        try
        {
            await CompareAsync(run, product, rows, cancellationToken);
        }
        finally
        {
            await run.Product.DeleteAsync(documents, CancellationToken.None);
        }
    }

    private static async Task CompareAsync(EvaluationRun run, ModelledProduct product, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken)
    {
        product.Model.Script.Personality = new Competent();
        foreach (var (name, client) in new[] { ("competent model", product.Client), ("embedded", run.Product) })
        {
            var replies = new List<(JsonElement Row, Reply Reply)>();
            foreach (var row in rows)
            {
                var reply = await client.DraftAsync(Ask(row), cancellationToken);
                replies.Add((row, reply));
                run.Report.Detail(new
                {
                    set = name,
                    id = row.Text("id"),
                    question = row.Text("text"),
                    answerable = row.Flag("answerable"),
                    grounding = reply.Body.Text("grounding"),
                    gold = row.List("rel").Select(page => page.GetString()),
                    citesGold = CitesGold((row, reply)),
                    text = reply.Body.Part("reply").Text("text"),
                    cited = reply.Body.List("citations").Select(citation => $"{citation.Text("documentName")}#page={citation.Number("page")}"),
                });
            }

            var answerable = replies.Where(entry => entry.Row.Flag("answerable")).ToList();
            run.Report.Add(Figure.Share($"{name}: answerable, answered", answerable.Select(entry => entry.Reply.Body.Text("grounding") == "answered")));
            run.Report.Add(Figure.Share($"{name}: answerable, cites the gold page", answerable.Select(CitesGold)));
            run.Report.Add(Figure.Share($"{name}: unanswerable, abstains", replies.Where(entry => !entry.Row.Flag("answerable")).Select(entry => entry.Reply.Body.Text("grounding") == "unanswered")));
            run.Report.Add(Figure.Quantile($"{name}: time of a draft, p50", [.. replies.Select(entry => entry.Reply.Milliseconds)], 0.5));
            run.Report.Add(Figure.Count($"{name}: drafts written by a model", replies.Count, replies.Count(entry => entry.Reply.Body.Part("engine").Text("provider") == "OpenAI")));
        }
    }

    private static bool CitesGold((JsonElement Row, Reply Reply) entry)
    {
        var gold = entry.Row.List("rel").Select(page => page.GetString()!).ToHashSet();
        return entry.Reply.Body.List("citations").Any(citation => gold.Contains($"{citation.Text("documentName")}#page={citation.Number("page")}"));
    }
}
