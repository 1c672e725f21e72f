using System.IO.Compression;
using System.Text.RegularExpressions;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>The pane: how many bytes of script a mail client loads before the first draft, beside all the scripts there are.</summary>
internal sealed partial class PaneSize : IBenchmark
{
    public string Name => "pane";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        // Publishing builds the pane.
        await bench.ProgramAsync(cancellationToken);
        var root = Path.Combine(ProductBuild.Root, "addin", "dist");
        var page = Directory.Exists(root) ? Directory.GetFiles(root, "taskpane.html", SearchOption.AllDirectories).FirstOrDefault() : null;
        if (page is null)
        {
            Bench.Note("left out: there is no built pane; Node 20 builds it with the product");
            return;
        }

        var html = await File.ReadAllTextAsync(page, cancellationToken);
        var initial = Sources().Matches(html).Select(match => match.Groups["source"].Value)
            .Where(source => source.EndsWith(".js", StringComparison.Ordinal) && !source.Contains("://", StringComparison.Ordinal))
            .Select(source => Resolve(root, page, source)).Distinct().Where(File.Exists).ToList();
        var seen = new HashSet<string>(initial);
        var waiting = new Queue<string>(initial);
        while (waiting.TryDequeue(out var file))
        {
            // A script that is imported by name is loaded at once; one that is imported by a call waits until it is needed.
            foreach (Match import in Imports().Matches(await File.ReadAllTextAsync(file, cancellationToken)))
            {
                var imported = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, import.Groups["source"].Value));
                if (File.Exists(imported) && seen.Add(imported))
                    waiting.Enqueue(imported);
            }
        }

        var everything = Directory.GetFiles(root, "*.js", SearchOption.AllDirectories);
        Bench.Show("initial scripts, gzip", seen.Sum(Gzipped) / 1024.0, everything.Sum(Gzipped) / 1024.0, seen.Count, "KiB");
        Bench.Show("initial scripts, as they are", seen.Sum(file => new FileInfo(file).Length) / 1024.0, everything.Sum(file => new FileInfo(file).Length) / 1024.0, seen.Count, "KiB");
        Bench.Note("baseline: all scripts of all pages; Office's own script is not counted");
    }

    private static string Resolve(string root, string page, string source) => Path.GetFullPath(source.StartsWith('/')
        ? Path.Combine(root, source.TrimStart('/'))
        : Path.Combine(Path.GetDirectoryName(page)!, source));

    private static long Gzipped(string file)
    {
        using var counter = new MemoryStream();
        using (var gzip = new GZipStream(counter, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return counter.Length;
    }

    [GeneratedRegex("(?:src|href)=\"(?<source>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Sources();

    [GeneratedRegex("(?:from|import)\\s*[\"'](?<source>\\.[^\"']+\\.js)[\"']", RegexOptions.NonBacktracking)]
    private static partial Regex Imports();
}
