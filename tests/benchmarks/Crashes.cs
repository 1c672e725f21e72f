using System.Diagnostics;
using System.Globalization;
using OutlookAssist.Benchmarks.Durability;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>Kills the product with SIGKILL in every step of taking documents in, hundreds of times on the same data, and counts what is lost, doubled or half visible afterwards.</summary>
/// <remarks><c>CRASH_ROUNDS</c> sets the number of kills, <c>CRASH_SEED</c> their places.</remarks>
internal sealed class Crashes : IBenchmark
{
    private const int Documents = 9;
    private const int DamagedEvery = 8;
    private const int UploadsAtOnce = 200;

    private static readonly string[] Steps = ["sending", "queued", "extracting", "indexing", "ready"];
    private static readonly int[] Paragraphs = [12, 400, 4_000];

    public string Name => "crashes";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var rounds = Setting("CRASH_ROUNDS", 200);
        var random = new Random(Setting("CRASH_SEED", 1));
        var program = await bench.ProgramAsync(cancellationToken);
        var folder = bench.FolderOf("crashes");
        var documents = Enumerable.Range(0, Documents).Select(number => new KeptDocument($"d{number}", Paragraphs[number % Paragraphs.Length])).ToList();
        var killed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var starts = new List<double>();
        var wrong = new List<string>();
        var (accepted, damaged) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var product = new CrashedProduct(await ProductProcess.StartAsync(program, folder, cancellationToken));
            starts.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            foreach (var known in documents.Where(document => document.Sent > 0))
                wrong.AddRange(await product.CheckAsync(known, cancellationToken));

            var document = documents[random.Next(Documents)];
            var sending = product.SendAsync(document, cancellationToken);
            var step = await ReachAsync(product, document, sending, Steps[round % Steps.Length], random, cancellationToken);
            await product.DisposeAsync();
            killed[step] = killed.GetValueOrDefault(step) + 1;
            if (await sending)
            {
                document.Accepted = document.Sent;
                accepted++;
            }

            damaged += round % DamagedEvery == 0 ? Damage(folder, random) : 0;
        }

        await using (var last = new CrashedProduct(await ProductProcess.StartAsync(program, folder, cancellationToken)))
        {
            foreach (var known in documents.Where(document => document.Sent > 0))
                wrong.AddRange(await last.CheckAsync(known, cancellationToken));
        }

        starts.Sort();
        foreach (var (step, count) in killed)
            Bench.Show($"killed while {step}", count, null, rounds, "times", "0");
        Bench.Show("accepted before the kill", accepted, null, rounds, "documents", "0");
        Bench.Show("index files damaged or removed before a restart", damaged, null, rounds, "files", "0");
        Bench.Show("lost, doubled, mixed or half visible", wrong.Count, null, rounds, "times", "0");
        Bench.Show("start after a kill, p50", Bootstrap.Quantile(starts, 0.5), null, rounds, "s", "0.00");
        Bench.Show("start after a kill, longest", starts[^1], null, rounds, "s", "0.00");
        foreach (var fault in wrong.Distinct().Take(20))
            Bench.Note(fault);
        await TogetherAsync(program, bench.FolderOf("together"), cancellationToken);
    }

    /// <summary>Waits for the step, and a little longer so that its whole length is met; gives the step that was reached.</summary>
    private static async Task<string> ReachAsync(CrashedProduct product, KeptDocument document, Task<bool> sending, string wanted, Random random, CancellationToken cancellation)
    {
        if (wanted == "sending")
        {
            await Task.Delay(random.Next(12), cancellation);
            return sending.IsCompleted ? "queued" : wanted;
        }

        await sending;
        for (var tries = 0; tries < 2_000; tries++)
        {
            var state = await product.StateAsync(document, cancellation);
            if (state == wanted || state == "ready")
            {
                await Task.Delay(random.Next(wanted == "ready" ? 3_000 : 30), cancellation);
                return state;
            }
        }

        return "waiting";
    }

    /// <summary>Breaks or removes one index file, as a bad disk or a hasty hand does.</summary>
    private static int Damage(string folder, Random random)
    {
        var files = Directory.GetFiles(Path.Combine(folder, "index"));
        if (files.Length == 0)
            return 0;
        var file = files[random.Next(files.Length)];
        if (random.Next(2) == 0)
        {
            File.Delete(file);
            return 1;
        }

        var bytes = File.ReadAllBytes(file);
        bytes[random.Next(bytes.Length)] ^= 0x10;
        File.WriteAllBytes(file, bytes[..random.Next(1, bytes.Length + 1)]);
        return 1;
    }

    /// <summary>Two hundred uploads that all arrive at the same moment.</summary>
    private static async Task TogetherAsync(string program, string folder, CancellationToken cancellation)
    {
        await using var product = new CrashedProduct(await ProductProcess.StartAsync(program, folder, cancellation));
        var documents = Enumerable.Range(0, UploadsAtOnce).Select(number => new KeptDocument($"u{number}", 20)).ToList();
        var started = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(documents.Select(document => product.SendAsync(document, cancellation)));
        var received = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var wrong = 0;
        foreach (var document in documents)
        {
            document.Accepted = 1;
            wrong += (await product.CheckAsync(document, cancellation)).Count;
        }

        Bench.Show("uploads at once: accepted", answers.Count(answer => answer), null, UploadsAtOnce, "documents", "0");
        Bench.Show("uploads at once: the last one accepted after", received, null, UploadsAtOnce, "s", "0.00");
        Bench.Show("uploads at once: all found after", Stopwatch.GetElapsedTime(started).TotalSeconds, null, UploadsAtOnce, "s", "0.00");
        Bench.Show("uploads at once: lost, doubled or mixed", wrong, null, UploadsAtOnce, "documents", "0");
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
