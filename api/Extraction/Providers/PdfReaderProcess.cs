using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace OutlookAssist.Extraction.Providers;

/// <summary>One child process that reads PDF files: JSON lines in, JSON lines out, killed with all it started when it goes astray.</summary>
internal sealed class PdfReaderProcess : IDisposable
{
    private const int PieceLength = 3 << 18;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Process child;
    private readonly ExtractionOptions options;
    private int requests;
    private bool outOfMemory;

    private PdfReaderProcess(Process child, ExtractionOptions options) => (this.child, this.options) = (child, options);

    /// <summary>The child's process id.</summary>
    public int Id => child.Id;

    /// <summary>True when the child is gone.</summary>
    public bool HasEnded => child.HasExited;

    /// <summary>Starts Node with the reader's bundle.</summary>
    /// <exception cref="ExtractionException">Node or the bundle is missing.</exception>
    public static PdfReaderProcess Start(string bundle, ExtractionOptions options)
    {
        if (!File.Exists(bundle) || FindNode() is not { } node)
            throw ExtractionFailures.ReaderMissing();
        var start = new ProcessStartInfo(node)
        {
            // Half of the allowance goes to the heap; file content and fonts live beside it.
            ArgumentList = { $"--max-old-space-size={options.ReaderMegabytes / 2}", bundle },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetDirectoryName(bundle)!,
        };
        // Keys and connection strings in this process's environment are none of the child's business.
        foreach (var name in start.Environment.Keys.Where(name => !IsNeeded(name)).ToList())
            start.Environment.Remove(name);
        try
        {
            var child = Process.Start(start) ?? throw ExtractionFailures.ReaderMissing();
            child.ErrorDataReceived += static (_, _) => { };
            child.BeginErrorReadLine();
            return new PdfReaderProcess(child, options);
        }
        catch (Win32Exception)
        {
            throw ExtractionFailures.ReaderMissing();
        }
    }

    /// <summary>Waits until the child says that it has come up.</summary>
    /// <exception cref="EndedException">It ended instead.</exception>
    public async Task ReadyAsync(CancellationToken cancellation)
    {
        while (await child.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (JsonSerializer.Deserialize<Reply>(line, Json) is { Ready: true })
                return;
        }

        throw new EndedException(outOfMemory: false);
    }

    /// <summary>Sends one file and adds its pages to the document as they come.</summary>
    /// <exception cref="EndedException">The child died.</exception>
    public async Task ReadAsync(Stream file, DocumentBuilder document, CancellationToken cancellation)
    {
        var id = ++requests;
        using var watch = new CancellationTokenSource();
        var watching = WatchMemoryAsync(watch.Token);
        try
        {
            await SendAsync(id, file, cancellation);
            await child.StandardInput.WriteLineAsync(
                JsonSerializer.Serialize(
                    new { id, limits = new { maxPages = options.Pages, maxMilliseconds = options.DocumentSeconds * 950, maxCharacters = options.Characters } },
                    Json).AsMemory(),
                cancellation);
            await child.StandardInput.FlushAsync(cancellation);
            while (await child.StandardOutput.ReadLineAsync(cancellation) is { } line)
            {
                var reply = JsonSerializer.Deserialize<Reply>(line, Json)!;
                if (reply.Id != id)
                    continue;
                if (reply.Error is { } error)
                    throw Failure(error.Code);
                if (reply.Done)
                {
                    document.Title = reply.Title;
                    return;
                }

                AddPage(reply, document);
            }

            throw new EndedException(outOfMemory || await DiedOfMemoryAsync());
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            throw new EndedException(outOfMemory || await DiedOfMemoryAsync());
        }
        finally
        {
            await watch.CancelAsync();
            await watching;
        }
    }

    /// <summary>Hands the file over piece by piece: the child never learns where it lies, and needs no right to read there.</summary>
    private async Task SendAsync(int id, Stream file, CancellationToken cancellation)
    {
        var piece = new byte[PieceLength];
        int length;
        while ((length = await file.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellation)) > 0)
        {
            await child.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { id, bytes = Convert.ToBase64String(piece, 0, length) }, Json).AsMemory(), cancellation);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Kill();
        child.Dispose();
    }

    private static void AddPage(Reply reply, DocumentBuilder document)
    {
        document.StartPage(reply.Page);
        if (reply.Hidden)
            document.ReportHidden();
        foreach (var block in reply.Blocks ?? [])
        {
            var kind = block.Kind switch
            {
                "heading" => BlockKind.Heading,
                "listItem" => BlockKind.ListItem,
                "tableRow" => BlockKind.TableRow,
                _ => BlockKind.Paragraph,
            };
            document.Add(kind, block.Text, block.Level);
        }
    }

    private static ExtractionException Failure(string code) => code switch
    {
        "protected" => ExtractionFailures.Protected("PDF"),
        "no-text" => ExtractionFailures.NoText(),
        "too-complex" => ExtractionFailures.TooComplex(),
        _ => ExtractionFailures.Damaged("PDF"),
    };

    private static string? FindNode()
    {
        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder.Trim('"'), name))
            .FirstOrDefault(File.Exists);
    }

    // Windows cannot start a program without its root folder; the rest is for temporary files and text in the right encoding.
    private static bool IsNeeded(string name) => name.ToUpperInvariant() is "PATH" or "SYSTEMROOT" or "WINDIR" or "TEMP" or "TMP" or "TMPDIR" or "LANG";

    /// <summary>The heap limit does not bound what lies outside of the heap, so the whole process is looked at.</summary>
    private async Task WatchMemoryAsync(CancellationToken cancellation)
    {
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                child.Refresh();
                if (child.HasExited || child.WorkingSet64 <= options.ReaderMegabytes * 1024L * 1024L)
                    continue;
                outOfMemory = true;
                Kill();
                return;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException)
        {
            // The document is done, or the child ended between two looks.
        }
    }

    /// <summary>Node ends with an abort when its heap is full; its exit code is all that is left to tell.</summary>
    private async Task<bool> DiedOfMemoryAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await child.WaitForExitAsync(patience.Token);
            return child.ExitCode is 134 or 137 or 5 or -1073740791;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Kill()
    {
        try
        {
            child.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It was quicker.
        }
    }

    /// <summary>The child died in the middle of a document.</summary>
    internal sealed class EndedException(bool outOfMemory) : Exception
    {
        /// <summary>True when it died because its memory was full.</summary>
        public bool OutOfMemory { get; } = outOfMemory;
    }

    private sealed record Reply(int Id, int Page, List<ReplyBlock>? Blocks, bool Hidden, bool Done, string? Title, ReplyError? Error, bool Ready = false);

    private sealed record ReplyBlock(string Kind, string Text, int Level);

    private sealed record ReplyError(string Code);
}
