using OutlookAssist.Benchmarks;
using OutlookAssist.Evaluation;
using OutlookAssist.Evaluation.Product;

IBenchmark[] all = [new DraftSpeed(), new SignedInDrafts(), new ModelOverhead(), new StartupTime(), new MemoryUse(), new PaneSize(), new KnowledgeScale(), new ClassifySpeed(), new ParseSpeed(), new MaskSpeed(), new Crashes(), new SealSpeed(), new BackupDrill(), new AutopilotKills(), new AutopilotSpeed()];
var only = Array.IndexOf(args, "--only") is var place and >= 0 && place + 1 < args.Length ? args[place + 1].Split(',') : null;
var unknown = only?.Where(name => all.All(benchmark => benchmark.Name != name)).ToList() ?? [];
if (args.Length == 0 || !Directory.Exists(args[0]) || unknown.Count > 0)
{
    await Console.Error.WriteLineAsync(unknown.Count > 0
        ? $"There is no benchmark named {string.Join(", ", unknown)}. There are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}."
        : "DATA, the folder with the evaluation data, is missing.");
    await Console.Error.WriteLineAsync("Usage: dotnet run --project tests/benchmarks -c Release -- DATA [--only NAME,…]");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, signal) =>
{
    signal.Cancel = true;
    stop.Cancel();
};

var workspace = Directory.CreateTempSubdirectory("outlookassist-benchmarks-");
try
{
    var bench = new Bench(new DataFolder(args[0]), workspace.FullName);
    foreach (var benchmark in all.Where(benchmark => only is null || only.Contains(benchmark.Name)))
    {
        Bench.Begin(benchmark.Name);
        try
        {
            await benchmark.RunAsync(bench, stop.Token);
        }
        catch (Exception problem) when (problem is ProductException or HttpRequestException or TimeoutException or InvalidOperationException)
        {
            Bench.Note($"not finished: {problem.Message}");
        }
    }
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine("Stopped.");
}
finally
{
    workspace.Delete(recursive: true);
}

return 0;
