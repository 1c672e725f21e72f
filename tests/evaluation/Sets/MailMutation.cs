using System.Diagnostics;
using OutlookAssist.Evaluation.Measures;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>Robustness: thousands of mails broken at random, none of which may fail or keep the product busy.</summary>
internal sealed class MailMutation : IEvaluation
{
    private const int Mails = 5000;
    private const int Seed = 822;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly string[] Folders = ["mail/stalwart", "mail/mikel_mail", "mail/msgreader"];

    public string Name => "mail_mutation";

    public IReadOnlyList<string> Files => Folders;

    public async Task RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        var seeds = Folders.Where(run.Score.Has).SelectMany(folder => run.Score.FilesOf(folder, "*.eml")).Select(File.ReadAllBytes).Where(mail => mail.Length > 0).ToList();
        if (seeds.Count == 0)
            return;
        var mutator = new MailMutator(seeds, Seed);
        int failed = 0, hung = 0, read = 0;
        var times = new List<double>(Mails);
        for (var round = 0; round < Mails; round++)
        {
            var mail = mutator.Next();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Longest);
            var started = Stopwatch.GetTimestamp();
            try
            {
                var reply = await run.Product.ParseAsync(mail, limit.Token);
                failed += (int)reply.Status >= 500 ? 1 : 0;
                read += reply.IsSuccess ? 1 : 0;
                if (!reply.IsSuccess)
                    run.Report.Detail(new { round, status = (int)reply.Status, bytes = mail.Length });
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                hung++;
                run.Report.Detail(new { round, status = "no answer in 10 s", bytes = mail.Length });
            }

            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        run.Report.Add(Figure.Count($"mutated mails from {seeds.Count} seeds: failures", Mails, failed, "must be 0"));
        run.Report.Add(Figure.Count("mutated mails: no answer in 10 s", Mails, hung, "must be 0"));
        run.Report.Add(Figure.Count("mutated mails: read (the others are empty)", Mails, read));
        run.Report.Add(Figure.Quantile("mutated mails: time, p99", times, 0.99));
        run.Report.Add(Figure.Quantile("mutated mails: time, slowest", times, 1));
    }
}
