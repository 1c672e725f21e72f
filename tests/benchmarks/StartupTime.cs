using System.Diagnostics;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>Start: from the process to the first "ready", on a database that is already there, beside the least program on the same parts.</summary>
internal sealed class StartupTime : IBenchmark
{
    private const int Starts = 15;

    public string Name => "startup";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var product = await bench.ProgramAsync(cancellationToken);
        var bare = await BareProgram.PublishAsync(bench, cancellationToken);
        await OneAsync(product, bench.FolderOf("startup"), cancellationToken);
        await OneAsync(bare, bench.FolderOf("startup-bare"), cancellationToken);
        List<double> ours = [], theirs = [];
        for (var round = 0; round < Starts; round++)
        {
            // In turn, so that a busy moment of the machine hits both.
            ours.Add(await OneAsync(product, bench.FolderOf("startup"), cancellationToken));
            theirs.Add(await OneAsync(bare, bench.FolderOf("startup-bare"), cancellationToken));
        }

        ours.Sort();
        theirs.Sort();
        Bench.Show("process start to /readyz 200, p50", Bootstrap.Quantile(ours, 0.5), Bootstrap.Quantile(theirs, 0.5), Starts, "ms");
        Bench.Show("process start to /readyz 200, slowest", ours[^1], theirs[^1], Starts, "ms");
        Bench.Note("baseline: ASP.NET Core with one EF Core SQLite table, published the same way");
    }

    private static async Task<double> OneAsync(string program, string folder, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var process = await ProductProcess.StartAsync(program, folder, cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
