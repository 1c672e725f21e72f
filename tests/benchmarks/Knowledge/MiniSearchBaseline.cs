using System.Diagnostics;
using System.Text.Json;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks.Knowledge;

/// <summary>MiniSearch from npm in a node process, on the same passages and questions.</summary>
internal static class MiniSearchBaseline
{
    private const string Script =
        """
        const { createReadStream, readFileSync } = require('node:fs');
        const { createInterface } = require('node:readline');
        const MiniSearch = require('minisearch');
        (async () => {
          const index = new MiniSearch({ fields: ['text'] });
          let id = 0, spent = 0;
          for await (const line of createInterface({ input: createReadStream('passages.jsonl') })) {
            const text = JSON.parse(line);
            const start = performance.now();
            index.add({ id: id++, text });
            spent += performance.now() - start;
          }
          const times = JSON.parse(readFileSync('questions.json', 'utf8')).map((text) => {
            const start = performance.now();
            index.search(text).slice(0, 120);
            return performance.now() - start;
          }).sort((left, right) => left - right);
          console.log(JSON.stringify({ rate: id / spent * 1000, slow: times[Math.floor(times.length * 0.95)] }));
        })();
        """;

    /// <summary>Passages a second and the 95th percentile in milliseconds, or null where node or the package is not to be had.</summary>
    public static async Task<(double Rate, double Slow)?> RunAsync(string folder, IEnumerable<string> passages, IEnumerable<string> questions, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        try
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, "passages.jsonl"), passages.Select(passage => JsonSerializer.Serialize(passage)), cancellation);
            await File.WriteAllTextAsync(Path.Combine(folder, "questions.json"), JsonSerializer.Serialize(questions), cancellation);
            await File.WriteAllTextAsync(Path.Combine(folder, "run.cjs"), Script, cancellation);
            await ProductBuild.RunAsync("npm", ["install", "--prefix", folder, "--silent", "--no-audit", "--no-fund", "minisearch@7"], cancellation);
            using var node = Process.Start(new ProcessStartInfo("node", ["--max-old-space-size=4096", "run.cjs"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            using var answer = JsonDocument.Parse(await node.StandardOutput.ReadToEndAsync(cancellation));
            await node.WaitForExitAsync(cancellation);
            return (answer.RootElement.GetProperty("rate").GetDouble(), answer.RootElement.GetProperty("slow").GetDouble());
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException or JsonException)
        {
            return null;
        }
    }
}
