using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using OutlookAssist.Protection;

namespace OutlookAssist.Benchmarks;

/// <summary>What sealing costs: a draft's text sealed and opened, and originals sealed as they arrive, beside a plain copy.</summary>
internal sealed class SealSpeed : IBenchmark
{
    private const int Values = 20_000;
    private const int DraftLength = 8_000;
    private const int FileLength = 64 << 20;

    public string Name => "sealing";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var folder = bench.FolderOf("sealing");
        Directory.CreateDirectory(folder);
        var keys = new OrganisationKeys(new KeyDatabase(Path.Combine(folder, "keys.db")), new MasterKeySource(Options.Create(new ProtectionOptions()), folder), TimeProvider.System);
        var cipher = new ContentCipher(keys);
        var text = new string('d', DraftLength);
        Measure(cipher, text, Values / 10);
        var (sealing, opening) = Measure(cipher, text, Values);
        Bench.Show($"a text of {DraftLength} characters, sealed", sealing, null, Values, "microseconds");
        Bench.Show($"a text of {DraftLength} characters, opened", opening, null, Values, "microseconds");

        var plain = RandomNumberGenerator.GetBytes(FileLength);
        var files = new FileCipher(keys);
        var path = Path.Combine(folder, "file");
        var sealedTime = await TimeAsync(async () =>
        {
            await using var target = File.Create(path);
            await using var stream = files.Seal("local", "documents/file", target);
            await stream.WriteAsync(plain, cancellationToken);
            await stream.CompleteAsync(cancellationToken);
        });
        var openedTime = await TimeAsync(async () =>
        {
            await using var opened = files.Open("local", "documents/file", path);
            await opened.CopyToAsync(Stream.Null, cancellationToken);
        });
        var written = await TimeAsync(() => File.WriteAllBytesAsync(path, plain, cancellationToken));
        var read = await TimeAsync(async () =>
        {
            await using var file = File.OpenRead(path);
            await file.CopyToAsync(Stream.Null, cancellationToken);
        });
        var megabytes = FileLength / 1e6;
        Bench.Show("an original written", megabytes / sealedTime, megabytes / written, 1, "MB per second");
        Bench.Show("an original read", megabytes / openedTime, megabytes / read, 1, "MB per second");
    }

    private static (double Sealing, double Opening) Measure(ContentCipher cipher, string text, int times)
    {
        var kept = new string[times];
        var began = Stopwatch.GetTimestamp();
        for (var index = 0; index < times; index++)
        {
            kept[index] = cipher.SealText("local", $"Drafts/Content/{index}", text);
        }

        var sealedAt = Stopwatch.GetElapsedTime(began);
        began = Stopwatch.GetTimestamp();
        for (var index = 0; index < times; index++)
        {
            cipher.OpenText("local", $"Drafts/Content/{index}", kept[index]);
        }

        return (sealedAt.TotalMicroseconds / times, Stopwatch.GetElapsedTime(began).TotalMicroseconds / times);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
