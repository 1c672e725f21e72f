using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OutlookAssist.Evaluation.Product;

/// <summary>A product of our own on an empty data directory and a free port, ended by its own process id.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();

    private ProductProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Starts the program and waits until it says that it is ready.</summary>
    /// <param name="program">A .dll to run by <c>dotnet</c>.</param>
    /// <param name="dataDirectory">Where it keeps its database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="settings">Settings as environment variables.</param>
    public static async Task<ProductProcess> StartAsync(string program, string dataDirectory, CancellationToken cancellationToken, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", address.ToString().TrimEnd('/')])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["Data__Directory"] = dataDirectory },
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var product = new ProductProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."), address);
        product.Listen();
        try
        {
            await product.WaitUntilReadyAsync(cancellationToken);
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }

        return product;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        lock (_lastLines)
        {
            if (line is not null)
                _lastLines.Enqueue(line);
            if (_lastLines.Count > 30)
                _lastLines.Dequeue();
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < LongestStart && !_process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync("/readyz", cancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }

            await Task.Delay(5, cancellationToken);
        }

        lock (_lastLines)
            throw new InvalidOperationException($"The product was not ready after {LongestStart.TotalSeconds} seconds. It said:\n{string.Join('\n', _lastLines)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
