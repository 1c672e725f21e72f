using System.Diagnostics;
using OutlookAssist.Benchmarks.Autopilot;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>How many mails a second come from arrival to a saved draft, how long one takes at half that rate, and whether two processes on one database keep out of each other's way.</summary>
/// <remarks><c>AUTOPILOT_FLOOD</c> sets the number of mails that arrive at once.</remarks>
internal sealed class AutopilotSpeed : IBenchmark
{
    private const int PacedSeconds = 20;
    private const int Shared = 1_000;

    public string Name => "autopilot_speed";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var flood = AutopilotKills.Setting("AUTOPILOT_FLOOD", 2_000);
        var program = await bench.ProgramAsync(cancellationToken);
        var rate = await FloodAsync(program, bench.FolderOf("autopilot-flood"), flood, cancellationToken);
        await PacedAsync(program, bench.FolderOf("autopilot-paced"), Math.Max(1, (int)(rate / 2)), cancellationToken);
        await TogetherAsync(program, bench.FolderOf("autopilot-shared"), cancellationToken);
    }

    private static async Task<double> FloodAsync(string program, string folder, int mails, CancellationToken cancellation)
    {
        await using var server = new ReplyServer();
        ConnectedProduct.Point(server);
        await using var product = await ProductProcess.StartAsync(program, folder, cancellation);
        await ConnectedProduct.PrepareAsync(product, cancellation);
        server.Deliver(50, ConnectedProduct.Question);
        await ConnectedProduct.SettleAsync(server, cancellation);
        var began = Stopwatch.GetTimestamp();
        server.Deliver(mails, ConnectedProduct.Question);
        await ConnectedProduct.SettleAsync(server, cancellation);
        var rate = mails / Stopwatch.GetElapsedTime(began, server.LatestDraft).TotalSeconds;
        Bench.Show($"{mails} mails at once: to their drafts", rate, null, mails, "mails/s", "0");
        Bench.Show("lost", server.Delivered - server.Answered, null, server.Delivered, "mails", "0");
        Bench.Show("doubled", server.Doubled, null, server.Delivered, "drafts", "0");
        return rate;
    }

    private static async Task PacedAsync(string program, string folder, int perSecond, CancellationToken cancellation)
    {
        await using var server = new ReplyServer();
        ConnectedProduct.Point(server);
        await using var product = await ProductProcess.StartAsync(program, folder, cancellation);
        await ConnectedProduct.PrepareAsync(product, cancellation);
        for (var second = 0; second < PacedSeconds * 4; second++)
        {
            server.Deliver(Math.Max(1, perSecond / 4), ConnectedProduct.Question);
            await Task.Delay(250, cancellation);
        }

        await ConnectedProduct.SettleAsync(server, cancellation);
        var latencies = server.Latencies;
        Bench.Show($"{perSecond} mails/s: arrival to draft, p50", Bootstrap.Quantile(latencies, 0.5), null, latencies.Count, "ms", "0");
        Bench.Show($"{perSecond} mails/s: arrival to draft, p95", Bootstrap.Quantile(latencies, 0.95), null, latencies.Count, "ms", "0");
    }

    private static async Task TogetherAsync(string program, string folder, CancellationToken cancellation)
    {
        await using var server = new ReplyServer();
        ConnectedProduct.Point(server);
        await using var one = await ProductProcess.StartAsync(program, folder, cancellation);
        await using var other = await ProductProcess.StartAsync(program, folder, cancellation);
        await ConnectedProduct.PrepareAsync(one, cancellation);
        server.Deliver(Shared, ConnectedProduct.Question);
        await ConnectedProduct.SettleAsync(server, cancellation);
        Bench.Show("two processes on one database: lost", server.Delivered - server.Answered, null, server.Delivered, "mails", "0");
        Bench.Show("two processes on one database: doubled", server.Doubled, null, server.Delivered, "drafts", "0");
    }
}
