using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;
using OutlookAssist.ModelServer;
using OutlookAssist.ModelServer.Personalities;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>A model that dies in the middle, hangs, or asks to wait: the person has an answer, or a clear sentence, within the time that the setting promises.</summary>
internal static class ModelOutages
{
    private const double Timeout = 20;

    private const int Drafts = 8;

    public static async Task RunAsync(EvaluationRun run, ProductPlace place, ModelledProduct product, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken)
    {
        var script = product.Model.Script;
        script.Personality = new Competent();
        script.PiecesBeforeTrouble = 6;
        foreach (var (name, fault, wait) in new[]
        {
            ("cut in mid-stream", Fault.Cut, 1.0), ("filtered in mid-stream", Fault.ContentFilterInStream, 1), ("429, asks for a minute", Fault.TooManyRequests, 60), ("429 for a minute, asks for a second each time", Fault.TooManyRequests, 1),
            ("500", Fault.ServerError, 1), ("no JSON", Fault.Malformed, 1), ("no answer ever", Fault.Hang, 1),
        })
        {
            script.Always = fault;
            script.RetryAfterSeconds = wait;
            Show(run, name, await Task.WhenAll(rows.Take(Drafts).Select(row => product.Client.DraftAsync(ModelDrafts.Ask(row), cancellationToken))));
            script.Always = Fault.None;
            // The circuit closes again, so that each way of failing is met anew.
            await Task.Delay(TimeSpan.FromSeconds(11), cancellationToken);
        }

        await KillAsync(run, place, rows, cancellationToken);
    }

    /// <summary>The model's process ends while it is writing.</summary>
    private static async Task KillAsync(EvaluationRun run, ProductPlace place, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken)
    {
        await using var product = await ModelledProduct.StartAsync(place.Program, Path.Combine(place.Workspace, "killed"), cancellationToken);
        await ModelDrafts.LoadAsync(product.Client, run, cancellationToken);
        product.Model.Script.DelayMilliseconds = 100;
        var drafts = Task.WhenAll(rows.Take(Drafts).Select(row => product.Client.DraftAsync(ModelDrafts.Ask(row), cancellationToken)));
        while (product.Model.Requests.Count == 0)
            await Task.Delay(20, cancellationToken);
        await Task.Delay(600, cancellationToken);
        await product.Model.DisposeAsync();
        Show(run, "the model's server ends in mid-stream", await drafts);
    }

    private static void Show(EvaluationRun run, string name, IReadOnlyList<Reply> replies)
    {
        run.Report.Add(Figure.Share($"{name}: answers", replies.Select(reply => reply.IsSuccess && reply.Body.Part("reply").Text("text").Length > 0), "must be 1"));
        run.Report.Add(Figure.Share($"{name}: says so", replies.Select(reply => reply.Body.List("warnings").Any(warning => warning.Text("code") == "model-unavailable"))));
        run.Report.Add(new Figure($"{name}: slowest", replies.Count, replies.Max(reply => reply.Milliseconds), null, $"at most {Timeout * 1000:0}", "ms"));
    }
}
