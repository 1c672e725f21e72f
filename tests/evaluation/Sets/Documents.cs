using System.Diagnostics;
using System.Text.Json;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Documents: good ones are read, protected, damaged and hostile ones are refused with the right reason, and none brings the product down.</summary>
internal sealed class Documents : IEvaluation
{
    private const string Folder = "documents";

    /// <summary>Fewer words than this and one stray glyph decides.</summary>
    private const int EnoughWords = 30;

    private const double SameText = 0.95;

    /// <summary>Files made to bring a reader down; any refusal is right.</summary>
    private const string Hostile = "bombs_";

    public string Name => "documents";

    public IReadOnlyList<string> Files => [Folder];

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        if (!run.Score.Has(Folder))
            return;
        var answers = new List<Answer>();
        foreach (var line in File.ReadLines(run.Score.PathOf($"{Folder}/MANIFEST.tsv")).Skip(1))
        {
            var fields = line.Split('\t');
            var path = run.Score.PathOf($"{Folder}/{fields[0]}");
            if (fields.Length < 3 || !File.Exists(path))
                continue;
            var answer = await OneAsync(run.Product, path, fields[2], cancellationToken);
            answers.Add(answer);
            run.Report.Detail(new { file = fields[0], reference = fields[2], answer.State, answer.Code, answer.Seconds, words = answer.Agreement?.F1, referenceWords = answer.Agreement?.Words });
        }

        run.Report.Add(Figure.Share("no 5xx at upload", answers.Select(answer => answer.State != "5xx"), "must be 1"));
        run.Report.Add(Figure.Share("every one ends as ready, failed or refused", answers.Select(answer => answer.State is "ready" or "failed" or "refused"), "must be 1"));
        Expect("readable for the reference, and ready", "ok", answer => answer.State == "ready");
        Expect("no text for the reference: ready, or failed as no-text", "ok_no_text", answer => answer.State == "ready" || answer.Code == "no-text");
        Expect("needs a password: failed as protected", "encrypted_need_password", answer => answer.Code == "protected");
        Expect("unreadable for the reference: refused or failed", "unreadable", answer => answer.State is "failed" or "refused");
        Expect("sound zip of Office or text: ready", "zip_ok", answer => answer.State == "ready");
        foreach (var type in answers.GroupBy(answer => answer.Extension).Where(group => group.Key != ".pdf").OrderByDescending(group => group.Count()))
            run.Report.Add(Figure.Share($"{type.Key}: ready", type.Select(answer => answer.State == "ready")));
        run.Report.Add(Figure.Share("right class of outcome", answers.Select(answer => answer.IsRight), "must be 1"));
        var compared = answers.Where(answer => answer.Agreement is not null).ToList();
        var worded = compared.Where(answer => answer.Agreement!.Value.Words >= EnoughWords).ToList();
        run.Report.Add(Figure.Share($"PDF text as poppler's (words F1 at least 0.95), of those with {EnoughWords} words", worded.Select(answer => answer.Agreement!.Value.F1 >= SameText), "must be 0.95; pdf.js 0.85"));
        run.Report.Add(Figure.Share("PDF text as poppler's (words F1 at least 0.95), of all", compared.Select(answer => answer.Agreement!.Value.F1 >= SameText)));
        run.Report.Add(Figure.Mean("PDF text as poppler's, words F1", [.. compared.Select(answer => answer.Agreement!.Value.F1)]));
        run.Report.Add(Figure.Quantile("from upload to the end, p99", [.. answers.Select(answer => answer.Seconds * 1000)], 0.99));

        void Expect(string measure, string reference, Func<Answer, bool> holds) =>
            run.Report.Add(Figure.Share(measure, answers.Where(answer => answer.Reference == reference).Select(holds)));
    }

    private static async Task<Answer> OneAsync(ProductClient product, string path, string reference, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var extension = Path.GetExtension(path).ToLowerInvariant();
        try
        {
            var uploaded = await product.UploadAsync([KnowledgeFile.Read(path)], "evaluation:documents", cancellationToken);
            var state = (await product.WaitUntilReadyAsync(uploaded, cancellationToken))[0];
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var agreement = state.Text("state") == "ready" && extension == ".pdf"
                ? await ReferenceText.AgreementAsync(product, uploaded[0], (int)state.Number("pages"), path, cancellationToken)
                : null;
            var answer = new Answer(Path.GetFileName(path), extension, reference, state.Text("state"), state.Part("failure").Text("code"), seconds, agreement);
            await product.DeleteAsync(uploaded, cancellationToken);
            return answer;
        }
        catch (ProductException problem)
        {
            return new(Path.GetFileName(path), extension, reference, (int)problem.Status >= 500 ? "5xx" : "refused", problem.Code, Stopwatch.GetElapsedTime(started).TotalSeconds, null);
        }
        catch (TimeoutException)
        {
            return new(Path.GetFileName(path), extension, reference, "hangs", "", Stopwatch.GetElapsedTime(started).TotalSeconds, null);
        }
    }

    private sealed record Answer(string Name, string Extension, string Reference, string State, string Code, double Seconds, (double F1, int Words)? Agreement)
    {
        /// <summary>Whether it ended as its content deserves. What the reference cannot open may be repaired and read; a sound file may hold no words.</summary>
        public bool IsRight => Reference switch
        {
            _ when Name.StartsWith(Hostile, StringComparison.Ordinal) => State is "ready" or "failed" or "refused",
            "ok" => State == "ready",
            "ok_no_text" => State == "ready" || Code == "no-text",
            "encrypted_need_password" => Code == "protected",
            "unreadable" => State is "ready" or "failed" or "refused",
            "zip_ok" => State == "ready" || Code == "no-text" || (Extension == ".zip" && State == "refused"),
            _ => State is "ready" or "failed" or "refused",
        };
    }
}
