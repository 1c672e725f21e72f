using OutlookAssist.Evaluation;
using OutlookAssist.Evaluation.Product;

var (options, error) = CommandLine.Parse(args);
var (chosen, unknown) = Catalogue.Choose(options?.Only ?? []);
if (options is null || unknown is not null)
{
    await Console.Error.WriteLineAsync($"{error ?? unknown}\n{CommandLine.Usage}");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, signal) =>
{
    signal.Cancel = true;
    stop.Cancel();
};

var report = new Report(Console.Out);
var learn = new DataFolder(options.Data);
var score = options.Score is { } other ? new DataFolder(other) : learn;
var workspace = Directory.CreateTempSubdirectory("outlookassist-evaluation-");
ProductProcess? own = null;
ProductPlace? place = null;
try
{
    if (options.Address is null)
    {
        Console.WriteLine("Publishing and starting a product on an empty data directory …");
        var program = await ProductBuild.PublishAsync(Path.Combine(workspace.FullName, "product"), stop.Token);
        place = new ProductPlace(program, workspace.FullName);
        own = await ProductProcess.StartAsync(program, Path.Combine(workspace.FullName, "data"), stop.Token);
    }

    using var product = new ProductClient(options.Address ?? own!.Address);
    foreach (var evaluation in chosen)
        await RunOneAsync(evaluation, new EvaluationRun(product, learn, score, report, place));
    if (options.JsonFile is { } file)
        await report.WriteAsync(file, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine("Stopped.");
}
finally
{
    if (own is not null)
        await own.DisposeAsync();
    workspace.Delete(recursive: true);
}

return 0;

// One evaluation that cannot run says why, and the others still do.
async Task RunOneAsync(IEvaluation evaluation, EvaluationRun run)
{
    report.Begin(evaluation.Name);
    foreach (var missing in evaluation.Files.Where(name => !run.Score.Has(name)))
        report.Note($"left out: {missing} is not in the data folder");
    try
    {
        await evaluation.RunAsync(run, stop.Token);
    }
    catch (Exception problem) when (problem is ProductException or HttpRequestException or TimeoutException or InvalidDataException)
    {
        report.Note($"not finished: {problem.Message}");
    }
}
