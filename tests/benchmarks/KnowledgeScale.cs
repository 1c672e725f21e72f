using System.Diagnostics;
using System.Globalization;
using OutlookAssist.Benchmarks.Knowledge;
using OutlookAssist.Knowledge;

namespace OutlookAssist.Benchmarks;

/// <summary>Search among 100,000 and 1,000,000 passages with questions as long as mails, beside SQLite's own index and MiniSearch.</summary>
/// <remarks>Each part runs in a process of its own, so that its memory is its own.</remarks>
internal sealed class KnowledgeScale : IBenchmark
{
    private const string PartVariable = "KNOWLEDGE_PART";
    private const string SizesVariable = "KNOWLEDGE_SIZES";
    private const int Words = 86;
    private const int Questions = 200;
    private const int MostForBaseline = 100_000;

    public string Name => "knowledge";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(PartVariable) is { Length: > 0 } part)
        {
            await RunPartAsync(bench, part.Split('|'), cancellationToken);
            return;
        }

        var sizes = Environment.GetEnvironmentVariable(SizesVariable) is { Length: > 0 } chosen ? chosen : "100000,1000000";
        foreach (var size in sizes.Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        {
            var folder = bench.FolderOf($"knowledge-{size}");
            Directory.CreateDirectory(folder);
            var fill = await ChildAsync(bench, "fill", size, folder, cancellationToken);
            var search = await ChildAsync(bench, "search", size, folder, cancellationToken);
            var raw = await ChildAsync(bench, "raw", size, folder, cancellationToken);
            Bench.Show($"{size:N0} passages: split and index", fill["rate"], raw["rate"], (int)fill["passages"], "passages/s; raw FTS5", "0");
            Bench.Show($"{size:N0} passages: open", search["open"], null, (int)fill["passages"], "s", "0.00");
            Bench.Show($"{size:N0} passages: store p50", search["store50"], raw["twelve50"], Questions, "ms; FTS5, twelve longest words");
            Bench.Show($"{size:N0} passages: store p95", search["store95"], raw["twelve95"], Questions, "ms; FTS5, twelve longest words");
            Bench.Show($"{size:N0} passages: search p50", search["search50"], raw["all50"], Questions, "ms; FTS5, all words");
            Bench.Show($"{size:N0} passages: search p95", search["search95"], raw["all95"], Questions, "ms; FTS5, all words");
            Bench.Show($"{size:N0} passages: search p95 while indexing", search["busy95"], search["search95"], Questions, "ms; at rest");
            Bench.Show($"{size:N0} passages: memory", search["memory"], raw["memory"], (int)fill["passages"], "MiB; raw FTS5", "0");
            Bench.Show($"{size:N0} passages: index files", search["files"], null, (int)fill["passages"], "MiB", "0");
            if (size <= MostForBaseline)
            {
                var corpus = new Corpus(bench.Data.PathOf(""));
                var mini = await MiniSearchBaseline.RunAsync(Path.Combine(folder, "mini"), Texts(corpus, size), Enumerable.Range(0, Questions).Select(number => corpus.Mail(number, Words)), cancellationToken);
                if (mini is { } measured)
                    Bench.Show($"{size:N0} passages: search p95", search["search95"], measured.Slow, Questions, "ms; MiniSearch");
                else
                    Bench.Note("MiniSearch left out: node or the package is not to be had");
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunPartAsync(Bench bench, string[] part, CancellationToken cancellation)
    {
        var (size, folder) = (int.Parse(part[1], CultureInfo.InvariantCulture), part[2]);
        var corpus = new Corpus(bench.Data.PathOf(""));
        var mails = Enumerable.Range(0, Questions).Select(number => corpus.Mail(number, Words)).ToList();
        switch (part[0])
        {
            case "fill":
                await FillAsync(corpus, size, folder, cancellation);
                break;
            case "search":
                await SearchAsync(corpus, mails, folder, cancellation);
                break;
            default:
                await RawAsync(corpus, mails, size, folder);
                break;
        }

        Print("memory", ResidentMegabytes());
    }

    private static async Task FillAsync(Corpus corpus, int size, string folder, CancellationToken cancellation)
    {
        var (store, _) = await ProductStore.OpenAsync(folder, corpus, cancellation);
        await using var closing = store;
        var seconds = 0.0;
        while (store.Passages < size)
            seconds += await store.AddAsync(cancellation);
        Print("rate", store.Passages / seconds);
        Print("passages", store.Passages);
    }

    private static async Task SearchAsync(Corpus corpus, List<string> mails, string folder, CancellationToken cancellation)
    {
        var (store, open) = await ProductStore.OpenAsync(folder, corpus, cancellation);
        await using var closing = store;
        Print("open", open);
        Print("files", new DirectoryInfo(Path.Combine(folder, "index")).EnumerateFiles().Sum(file => file.Length) / 1048576.0);
        var (languages, vocabulary) = await store.Store.WordsAsync(ProductStore.Scope, cancellation);
        var queries = mails.Select(mail => QueryTerms.Read(mail, "", "en", languages, vocabulary).Stems).ToList();
        // The first questions compile code.
        foreach (var mail in mails.Select(mail => string.Concat(mail.Reverse())).Concat(mails.Take(20)))
            await store.FindAsync(mail, cancellation);
        var (store50, store95) = await Latencies.OfAsync(mails.Count, index => store.Store.MatchAsync(new PassageQuery(ProductStore.Scope, queries[index], TagFilter.Everything, 120), cancellation));
        Print("store50", store50);
        Print("store95", store95);
        var (search50, search95) = await Latencies.OfAsync(mails.Count, index => store.FindAsync(mails[index], cancellation));
        Print("search50", search50);
        Print("search95", search95);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await store.AddAsync(cancellation);
        }, cancellation);
        var (_, busy95) = await Latencies.OfAsync(mails.Count, index => store.FindAsync(corpus.Mail(1000 + index, Words), cancellation));
        await stop.CancelAsync();
        await writing;
        Print("busy95", busy95);
    }

    private static async Task RawAsync(Corpus corpus, List<string> mails, int size, string folder)
    {
        await using var raw = new RawFullText(Path.Combine(folder, "raw.db"));
        Print("rate", raw.Fill(Texts(corpus, size)));
        raw.Search(mails[0].Split(' '));
        var few = mails.Count / (size > MostForBaseline ? 10 : 2);
        var (all50, all95) = await Latencies.OfAsync(few, index => Run(mails[index].Split(' ')));
        Print("all50", all50);
        Print("all95", all95);
        var (twelve50, twelve95) = await Latencies.OfAsync(few, index => Run(mails[index].Split(' ').Distinct().OrderByDescending(word => word.Length).Take(12)));
        Print("twelve50", twelve50);
        Print("twelve95", twelve95);

        Task Run(IEnumerable<string> words)
        {
            raw.Search(words);
            return Task.CompletedTask;
        }
    }

    /// <summary>The passages as the product splits them, near enough: one paragraph each.</summary>
    private static IEnumerable<string> Texts(Corpus corpus, int size)
    {
        var taken = 0;
        for (var document = 1; taken < size; document++)
        {
            foreach (var (_, paragraph) in corpus.Document(document, 400))
            {
                if (taken++ < size)
                    yield return paragraph;
            }
        }
    }

    private static async Task<Dictionary<string, double>> ChildAsync(Bench bench, string part, int size, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KnowledgeScale).Assembly.Location, bench.Data.PathOf(""), "--only", "knowledge"]) { RedirectStandardOutput = true };
        start.Environment[PartVariable] = $"{part}|{size}|{folder}";
        using var child = Process.Start(start)!;
        var figures = new Dictionary<string, double>();
        while (await child.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Split(' ') is ["=", var name, var value])
                figures[name] = double.Parse(value, CultureInfo.InvariantCulture);
        }

        await child.WaitForExitAsync(cancellation);
        return child.ExitCode == 0 && figures.Count > 1 ? figures : throw new InvalidOperationException($"The part {part} of {size} passages ended early.");
    }

    private static void Print(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"= {name} {value}"));

    private static double ResidentMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }
}
