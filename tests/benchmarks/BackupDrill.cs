using System.Diagnostics;
using System.Text;
using OutlookAssist.Evaluation;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>The drill with a clock: a backup while documents arrive, a restore into an empty directory, and the start there until it answers.</summary>
internal sealed class BackupDrill : IBenchmark
{
    public string Name => "backup";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var program = await bench.ProgramAsync(cancellationToken);
        var (from, backup, to) = (bench.FolderOf("drill"), bench.FolderOf("drill.tar"), bench.FolderOf("drill-restored"));
        double taken;
        var arrived = 0;
        await using (var loaded = await LoadedProduct.StartAsync(bench, "drill", cancellationToken))
        {
            using var loading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var load = LoadAsync(loaded.Process.Address, loading.Token);
            taken = await RunAsync(program, from, cancellationToken, "backup", backup);
            await loading.CancelAsync();
            arrived = await load;
        }

        Directory.CreateDirectory(to);
        File.Copy(Path.Combine(from, "master.key"), Path.Combine(to, "master.key"));
        var restored = await RunAsync(program, to, cancellationToken, "restore", backup);
        var began = Stopwatch.GetTimestamp();
        await using var product = await ProductProcess.StartAsync(program, to, cancellationToken);
        using var http = new HttpClient { BaseAddress = product.Address };
        using var body = new ByteArrayContent(LoadedProduct.ReadRequests(bench.Data)[0]) { Headers = { ContentType = new("application/json") } };
        using var answer = await http.PostAsync("/api/drafts", body, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var started = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var bytes = new FileInfo(backup).Length;
        Bench.Show("backup while documents arrive, start of the program included", taken, null, 1, "seconds");
        Bench.Show("restore, start of the program included", restored, null, 1, "seconds");
        Bench.Show("from the start there to the first draft", started, null, 1, "seconds");
        Bench.Note($"{bytes / 1e6:0.0} MB in one file; {arrived} documents arrived while it was taken");
    }

    private static async Task<double> RunAsync(string program, string directory, CancellationToken cancellation, params string[] command)
    {
        var began = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [program, .. command]) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["Data__Directory"] = directory } };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(began).TotalSeconds : throw new InvalidOperationException($"{command[0]}: {await output} {await errors}");
    }

    private static async Task<int> LoadAsync(Uri address, CancellationToken stopping)
    {
        using var http = new HttpClient { BaseAddress = address };
        var count = 0;
        while (!stopping.IsCancellationRequested)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes($"Telescope number {count} stands in dome {count}.")), "file", $"load-{count}.txt" } };
            using var answer = await http.PostAsync("/api/knowledge/documents", form, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            count++;
        }

        return count;
    }
}
