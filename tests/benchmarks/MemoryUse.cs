using System.Globalization;
using System.Net.Http.Headers;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>Memory: what the product and its child processes hold when nobody asks anything, fresh and after work, beside the least program.</summary>
internal sealed class MemoryUse : IBenchmark
{
    // Longer than the reader of PDF files waits for its next document (20 s) before it ends.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(26);

    public string Name => "memory";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            Bench.Note("left out: memory of a process tree is read from /proc, which this system does not have");
            return;
        }

        var program = await bench.ProgramAsync(cancellationToken);
        double bare;
        await using (var process = await ProductProcess.StartAsync(await BareProgram.PublishAsync(bench, cancellationToken), bench.FolderOf("memory-bare"), cancellationToken))
            bare = await RestingAsync(process, cancellationToken);

        await using var product = await ProductProcess.StartAsync(program, bench.FolderOf("memory"), cancellationToken);
        Bench.Show("idle after start", await RestingAsync(product, cancellationToken), bare, 1, "MiB");
        await LoadedProduct.LoadAsync(product, bench.Data, cancellationToken);
        Bench.Show("idle after loading documents", await RestingAsync(product, cancellationToken), bare, 1, "MiB");
        var requests = LoadedProduct.ReadRequests(bench.Data);
        await DraftAllAsync(product, requests, cancellationToken);
        Bench.Show("idle after drafts", await RestingAsync(product, cancellationToken), bare, requests.Count, "MiB");
        Bench.Note($"resident memory of the process and its children; baseline: ASP.NET Core with one EF Core SQLite table, idle; each after a rest of {Rest.TotalSeconds:0} s, within which the reader of PDF files ends by itself");
    }

    private static async Task DraftAllAsync(ProductProcess product, IReadOnlyList<byte[]> requests, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = product.Address };
        foreach (var request in requests)
        {
            using var content = new ByteArrayContent(request) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await http.PostAsync(new Uri("/api/drafts", UriKind.Relative), content, cancellationToken);
            answer.EnsureSuccessStatusCode();
        }
    }

    private static async Task<double> RestingAsync(ProductProcess process, CancellationToken cancellationToken)
    {
        await Task.Delay(Rest, cancellationToken);
        return ResidentBytes(process.Id) / (1024.0 * 1024);
    }

    private static long ResidentBytes(int root)
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && StatusOf(id, "PPid:") is { } parent)
                parents[id] = (int)parent;
        }

        return parents.Keys.Where(id => Descends(id, root, parents)).Sum(id => (StatusOf(id, "VmRSS:") ?? 0) * 1024);
    }

    private static bool Descends(int id, int root, Dictionary<int, int> parents)
    {
        while (id != root && parents.TryGetValue(id, out var parent) && parent > 0)
            id = parent;
        return id == root;
    }

    // A process may end while its files are read.
    private static long? StatusOf(int id, string field)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.AsSpan(field.Length).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
