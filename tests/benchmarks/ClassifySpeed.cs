using System.Diagnostics;
using OutlookAssist.Classification;
using OutlookAssist.Evaluation;
using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Benchmarks;

/// <summary>Classification of real mail on one core, from the text as it arrives to all labels, beside only dividing the same mails into words.</summary>
internal sealed class ClassifySpeed : IBenchmark
{
    private const int Rounds = 5;
    private const int AroundTheMedian = 50;

    public string Name => "classify";

    public Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        const string file = "text/enron_berkeley.jsonl";
        if (!bench.Data.Has(file))
        {
            Bench.Note($"left out: {file} is not in the data folder");
            return Task.CompletedTask;
        }

        var mails = bench.Data.Rows(file).Select(row => new Message(ReceivedAt: DateTimeOffset.UnixEpoch, Body: new MessageBody("text", BodyOf(row.Text("raw"))))).Where(mail => mail.Body!.Content!.Trim().Length > 0).ToList();
        var held = GC.GetTotalMemory(forceFullCollection: true);
        // The first mails load the models and compile the code; a server does that once.
        for (var round = 0; round < Rounds; round++)
            mails.ForEach(mail => Classify(mail));
        var models = (GC.GetTotalMemory(forceFullCollection: true) - held) / (1024.0 * 1024);
        cancellationToken.ThrowIfCancellationRequested();

        var median = mails.OrderBy(mail => mail.Body!.Content!.Length).Skip(mails.Count / 2 - AroundTheMedian).Take(AroundTheMedian * 2).ToList();
        Bench.Show($"mails of median length ({median[AroundTheMedian].Body!.Content!.Length} characters)", PerSecond(median, Classify), PerSecond(median, CountWords), median.Count * Rounds * Rounds, "per second", "0");
        Bench.Show("all mails", PerSecond(mails, Classify), PerSecond(mails, CountWords), mails.Count * Rounds * Rounds, "per second", "0");
        var (one, words) = (Each(mails, Classify), Each(mails, CountWords));
        Bench.Show("one mail, p50", Bootstrap.Quantile(one, 0.5), Bootstrap.Quantile(words, 0.5), one.Count, "ms", "0.000");
        Bench.Show("one mail, p99", Bootstrap.Quantile(one, 0.99), Bootstrap.Quantile(words, 0.99), one.Count, "ms", "0.000");
        Bench.Show("models, loaded", models, null, 1, "MiB");
        Bench.Note("one thread, in process, nothing remembered; rates per second of one core's time; baseline: dividing the same mail into words and looking each up in a set");
        Bench.Note("VADER's reference implementation is not among the packages that restore here, so it is not beside it");
        return Task.CompletedTask;
    }

    private static void Classify(Message mail) => ClassifyMessage.Classify(MessageReader.Read(mail), OrganisationTriage.BuiltIn);

    private static void CountWords(Message mail)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in mail.Body!.Content!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            seen.Add(word);
    }

    private static double PerSecond(List<Message> mails, Action<Message> work)
    {
        var started = Bench.CoreTime;
        for (var round = 0; round < Rounds * Rounds; round++)
            mails.ForEach(work);
        return mails.Count * Rounds * Rounds / (Bench.CoreTime - started).TotalSeconds;
    }

    private static List<double> Each(List<Message> mails, Action<Message> work)
    {
        var times = new List<double>(mails.Count * Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var mail in mails)
            {
                var started = Stopwatch.GetTimestamp();
                work(mail);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        return times;
    }

    private static string BodyOf(string raw)
    {
        raw = raw.ReplaceLineEndings("\n");
        var blank = raw.IndexOf("\n\n", StringComparison.Ordinal);
        return blank < 0 ? raw : raw[(blank + 2)..];
    }
}
