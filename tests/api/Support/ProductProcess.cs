using System.Collections.Concurrent;
using System.Diagnostics;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>The product as a process of its own, the way a person starts it: for what only a start, a crash or a second copy can show.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private const string ReadyMark = "ready: open ";
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<string?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProductProcess(string dataDirectory, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Dotnet)
        {
            WorkingDirectory = Path.GetTempPath(), // Nothing may depend on where a person stands.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["Data__Directory"] = dataDirectory;
        foreach (var argument in new[] { program, "--urls", "http://127.0.0.1:0" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("The product could not be started as a process.");
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The host that runs these tests.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The program as the build lays it beside the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "OutlookAssist.dll");

    /// <summary>Talks to it as a client of the public API does.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts it on a free port and waits until it says that it is ready.</summary>
    public static async Task<ProductProcess> StartAsync(string dataDirectory, string? program = null, params string[] arguments)
    {
        var started = new ProductProcess(dataDirectory, program ?? Program, arguments);
        if (await started._address.Task is not { } address)
        {
            await started.EndAsync();
            throw new InvalidOperationException("The product did not start: " + string.Join('\n', started._errors.Concat(started._output)));
        }

        started.Client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(2) };
        return started;
    }

    /// <summary>Starts it where it must refuse to start; checks that it ends with 1 and one line without a trace, and gives the line.</summary>
    public static async Task<string> RefusalAsync(string dataDirectory, params string[] arguments)
    {
        await using var refused = new ProductProcess(dataDirectory, Program, arguments);
        Assert.True(await refused._address.Task is null, "It started.");
        await refused.EndAsync();
        var line = Assert.Single(refused._errors, text => text.Length > 0);
        Assert.Equal(1, refused._process.ExitCode);
        Assert.StartsWith("OutlookAssist did not start. ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
        Assert.Empty(string.Join('\n', refused._output));
        return line;
    }

    /// <summary>Ends it as a power cut would: SIGKILL, nothing is flushed or tidied.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await EndAsync();
        _process.Dispose();
    }

    private Task EndAsync() => _process.WaitForExitAsync();

    private void Take(string? line)
    {
        if (line is null)
        {
            _address.TrySetResult(null);
        }
        else if (line.IndexOf(ReadyMark, StringComparison.Ordinal) is >= 0 and var mark)
        {
            _address.TrySetResult(line[(mark + ReadyMark.Length)..]);
        }
        else
        {
            _output.Enqueue(line);
        }
    }
}
