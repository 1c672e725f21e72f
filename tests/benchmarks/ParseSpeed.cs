using System.Diagnostics;
using System.Globalization;
using System.Text;
using OutlookAssist.Evaluation;
using OutlookAssist.Evaluation.Product;
using OutlookAssist.Mailboxes;
using OutlookAssist.Mailboxes.Mime;

namespace OutlookAssist.Benchmarks;

/// <summary>Reading mail on one core: bytes of real messages per second, beside npm's postal-mime on the same files in the same run.</summary>
internal sealed class ParseSpeed : IBenchmark
{
    private const int LargeAttachment = 8 << 20;

    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    private static readonly string[] Folders = ["mail/stalwart", "mail/mikel_mail", "mail/msgreader"];

    public string Name => "parse";

    public async Task RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var files = Folders.Where(bench.Data.Has).SelectMany(folder => bench.Data.FilesOf(folder, "*.eml")).Select(File.ReadAllBytes).ToList();
        var business = bench.Data.Has("text/enron_berkeley.jsonl") ? bench.Data.Rows("text/enron_berkeley.jsonl").Select(row => Encoding.UTF8.GetBytes(row.Text("raw"))).ToList() : [];
        var attached = new List<byte[]> { WithAttachment() };
        var baseline = await PostalMime.PrepareAsync(bench, cancellationToken);
        foreach (var (name, mails) in new[] { ("mails made to test parsers", files), ("business mail of 2001", business), ("one mail with an attachment of 8 MB", attached) })
        {
            if (mails.Count == 0)
                continue;
            var other = baseline is null ? (double?)null : await PostalMime.MeasureAsync(bench, baseline, name, mails, cancellationToken);
            Bench.Show($"{name}: message and body", Measure(mails, mail => ParseMessage.ReadMessage(mail, new Defects())), other, mails.Count, "MB/s");
            Bench.Show($"{name}: texts, thread, promises too", Measure(mails, mail => ParseMessage.Parse(mail)), null, mails.Count, "MB/s");
        }

        Bench.Note(baseline is null ? "baseline left out: postal-mime could not be installed" : "per second of one core's time; baseline: postal-mime (npm), which gives message and body");
    }

    /// <summary>Megabytes a second over all mails, again and again.</summary>
    public static double Measure(IReadOnlyList<byte[]> mails, Func<byte[], object?> read)
    {
        foreach (var span in (ReadOnlySpan<TimeSpan>)[Warmup, Measured])
        {
            var bytes = 0L;
            var started = Bench.CoreTime;
            while (Bench.CoreTime - started < span)
            {
                foreach (var mail in mails)
                {
                    GC.KeepAlive(read(mail));
                    bytes += mail.Length;
                }
            }

            if (span == Measured)
                return bytes / 1e6 / (Bench.CoreTime - started).TotalSeconds;
        }

        return 0;
    }

    private static byte[] WithAttachment()
    {
        var content = new byte[LargeAttachment];
        new Random(1).NextBytes(content);
        return Encoding.ASCII.GetBytes(
            "From: ana@example.com\r\nSubject: The scan\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n--b\r\n"
            + "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks) + "\r\n--b--\r\n");
    }
}

/// <summary>npm's postal-mime, installed into a temporary folder and run on Node.</summary>
internal static class PostalMime
{
    private const string Script =
        """
        import fs from 'node:fs'; import path from 'node:path'; import PostalMime from 'postal-mime';
        const mails = fs.readdirSync(process.argv[2]).sort().map(f => fs.readFileSync(path.join(process.argv[2], f)));
        async function run(seconds) {
          const used = () => { const spent = process.cpuUsage(); return spent.user + spent.system; };
          let bytes = 0; const started = used();
          while (used() - started < seconds * 1e6)
            for (const mail of mails) { try { await PostalMime.parse(mail); } catch { } bytes += mail.length; }
          return bytes / 1e6 / ((used() - started) / 1e6);
        }
        await run(3); console.log(await run(5));
        """;

    /// <summary>The folder it is in, or null when it cannot be had.</summary>
    public static async Task<string?> PrepareAsync(Bench bench, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(bench.FolderOf("postal-mime")).FullName;
        try
        {
            await ProductBuild.RunAsync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error", "postal-mime@2"], cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "run.mjs"), Script, cancellationToken);
            return folder;
        }
        catch (Exception problem) when (problem is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Its megabytes a second on these mails.</summary>
    public static async Task<double?> MeasureAsync(Bench bench, string folder, string name, IReadOnlyList<byte[]> mails, CancellationToken cancellationToken)
    {
        var input = Directory.CreateDirectory(bench.FolderOf($"mails-{name.Replace(' ', '-')}")).FullName;
        for (var index = 0; index < mails.Count; index++)
            await File.WriteAllBytesAsync(Path.Combine(input, $"{index:D5}.eml"), mails[index], cancellationToken);
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "run.mjs"), input]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return double.TryParse(output, CultureInfo.InvariantCulture, out var speed) ? speed : null;
    }
}
