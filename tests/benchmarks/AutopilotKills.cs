using System.Diagnostics;
using System.Globalization;
using OutlookAssist.Benchmarks.Autopilot;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>Kills the product with SIGKILL while it takes mails in and drafts, again and again on the same data, a part of the time exactly between a draft that the mail server accepted and its being recorded, and counts what is lost or doubled.</summary>
/// <remarks><c>AUTOPILOT_ROUNDS</c> sets the number of kills, <c>AUTOPILOT_MAILS</c> that of the mails, <c>AUTOPILOT_SEED</c> the moments.</remarks>
internal sealed class AutopilotKills : IBenchmark
{
    private const int AimedEvery = 3;
    private static readonly TimeSpan LongestAim = TimeSpan.FromSeconds(10);

    public string Name => "autopilot_kills";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var (rounds, mails) = (Setting("AUTOPILOT_ROUNDS", 200), Setting("AUTOPILOT_MAILS", 2_000));
        var random = new Random(Setting("AUTOPILOT_SEED", 1));
        var program = await bench.ProgramAsync(cancellationToken);
        var folder = bench.FolderOf("autopilot-kills");
        await using var server = new ReplyServer();
        ConnectedProduct.Point(server);
        string mailbox;
        await using (var first = await ProductProcess.StartAsync(program, folder, cancellationToken))
            mailbox = await ConnectedProduct.PrepareAsync(first, cancellationToken);

        var recoveries = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            server.Deliver(((round + 1) * mails / rounds) - (round * mails / rounds), ConnectedProduct.Question);
            var before = server.LatestDraft;
            var started = Stopwatch.GetTimestamp();
            await using var product = await ProductProcess.StartAsync(program, folder, cancellationToken);
            using var process = Process.GetProcessById(product.Id);
            if (round % AimedEvery == 0)
                server.Victim = process;
            await KilledAsync(server, process, round % AimedEvery == 0 ? LongestAim : TimeSpan.FromMilliseconds(random.Next(1_500)), cancellationToken);
            if (server.LatestDraft != before)
                recoveries.Add(Stopwatch.GetElapsedTime(started, server.LatestDraft).TotalSeconds);
        }

        var accepted = 0;
        await using (var last = await ProductProcess.StartAsync(program, folder, cancellationToken))
        {
            await ConnectedProduct.SettleAsync(server, cancellationToken);
            accepted = await ConnectedProduct.AcceptedAsync(last, mailbox, cancellationToken);
        }

        recoveries.Sort();
        Bench.Show("mails accepted", accepted, null, server.Delivered, "mails", "0");
        Bench.Show("mails with their draft", server.Answered, null, server.Delivered, "mails", "0");
        Bench.Show("lost", server.Delivered - server.Answered, null, server.Delivered, "mails", "0");
        Bench.Show("doubled", server.Doubled, null, server.Delivered, "drafts", "0");
        Bench.Show("killed between a draft and its being recorded", server.Struck, null, rounds, "times", "0");
        Bench.Show("from start to the last draft before the kill, p50", Bootstrap.Quantile(recoveries, 0.5), null, recoveries.Count, "s", "0.00");
        Bench.Show("from start to the last draft before the kill, p95", Bootstrap.Quantile(recoveries, 0.95), null, recoveries.Count, "s", "0.00");
    }

    private static async Task KilledAsync(ReplyServer server, Process process, TimeSpan atMost, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (!process.HasExited && Stopwatch.GetElapsedTime(began) < atMost)
            await Task.Delay(5, cancellation);
        server.Victim = null;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(cancellation);
    }

    internal static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
