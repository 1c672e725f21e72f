using Microsoft.Extensions.Options;

namespace OutlookAssist.Extraction.Providers;

/// <summary>Reads PDF files one after another through a child process that is started on demand, limited, and stopped when idle.</summary>
internal sealed partial class PdfReader : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private readonly ExtractionOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<PdfReader> logger;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ITimer idle;
    private PdfReaderProcess? process;
    private bool disposed;

    public PdfReader(IOptions<ExtractionOptions> options, TimeProvider clock, ILogger<PdfReader> logger)
    {
        (this.options, this.clock, this.logger) = (options.Value, clock, logger);
        idle = clock.CreateTimer(_ => StopIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Where the build lays the reader's bundle.</summary>
    public static string BundlePath { get; } = Path.Combine(AppContext.BaseDirectory, "pdf-reader", "pdf-reader.mjs");

    /// <summary>True while a child process is alive.</summary>
    internal bool IsRunning => process is { HasEnded: false };

    /// <summary>The child's process id, or null; a test ends the child by it as an accident would.</summary>
    internal int? ProcessId => process?.Id;

    /// <summary>Reads one file; waits for its turn first.</summary>
    /// <exception cref="ExtractionException">The document cannot be read, or the reader is not installed.</exception>
    public async Task<ExtractedDocument> ReadAsync(Stream file, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return await ReadInTurnAsync(file, cancellation);
        }
        finally
        {
            idle.Change(TimeSpan.FromSeconds(options.ReaderIdleSeconds), Timeout.InfiniteTimeSpan);
            turn.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        disposed = true;
        process?.Dispose();
        process = null;
        await idle.DisposeAsync();
        turn.Release();
    }

    private async Task<ExtractedDocument> ReadInTurnAsync(Stream file, CancellationToken cancellation)
    {
        if (process is { HasEnded: true })
            Discard();
        process ??= await StartAsync(cancellation);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(options.DocumentSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        var document = new DocumentBuilder(new ExtractionBudget(options, either.Token));
        try
        {
            await process.ReadAsync(file, document, either.Token);
            return document.Build();
        }
        catch (PdfReaderProcess.EndedException ended)
        {
            Discard();
            LogEnded(logger, ended.OutOfMemory ? "memory" : "crash");
            throw ended.OutOfMemory ? ExtractionFailures.TooComplex() : ExtractionFailures.Damaged("PDF");
        }
        catch (OperationCanceledException)
        {
            // The child is in the middle of a document that nobody waits for any more.
            Discard();
            cancellation.ThrowIfCancellationRequested();
            LogEnded(logger, "time");
            throw ExtractionFailures.TooComplex();
        }
        catch (ExtractionException exception) when (exception.Code == "too-complex")
        {
            // A limit was passed on this side while the child may still be talking.
            Discard();
            throw;
        }
    }

    /// <summary>How long a busy machine takes to bring the child up is not the document's fault, so its time begins afterwards.</summary>
    private async Task<PdfReaderProcess> StartAsync(CancellationToken cancellation)
    {
        var started = PdfReaderProcess.Start(BundlePath, options);
        using var patience = new CancellationTokenSource(LongestStart, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await started.ReadyAsync(either.Token);
            return started;
        }
        catch (Exception failure) when (failure is OperationCanceledException or PdfReaderProcess.EndedException or System.Text.Json.JsonException or IOException)
        {
            started.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw ExtractionFailures.ReaderMissing();
        }
    }

    private void Discard()
    {
        process?.Dispose();
        process = null;
    }

    private void StopIdle()
    {
        if (!turn.Wait(0))
            return;
        try
        {
            Discard();
        }
        finally
        {
            turn.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The PDF reader was stopped within a document: {Reason}")]
    private static partial void LogEnded(ILogger logger, string reason);
}
