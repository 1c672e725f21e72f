using System.Text;
using OutlookAssist.Evaluation;
using OutlookAssist.Privacy;

namespace OutlookAssist.Benchmarks;

/// <summary>Masking on one core: bytes of business mail and of texts full of personal data per second.</summary>
internal sealed class MaskSpeed : IBenchmark
{
    public string Name => "mask";

    public Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        foreach (var (name, file, field) in new[] { ("business mail of 2001", "text/enron_berkeley.jsonl", "raw"), ("texts full of personal data", "pii/pii_presidio_synth_v2.jsonl", "text") })
        {
            if (!bench.Data.Has(file))
                continue;
            var texts = bench.Data.Rows(file).Select(row => row.Text(field)).ToList();
            var bytes = texts.Select(Encoding.UTF8.GetBytes).ToList();
            var at = 0;
            // The texts are strings already, as they are inside the product; their bytes are counted.
            Bench.Show(name, ParseSpeed.Measure(bytes, _ => new MaskPersonalData().Mask(texts[at++ % texts.Count])), null, texts.Count, "MB/s");
        }

        return Task.CompletedTask;
    }
}
