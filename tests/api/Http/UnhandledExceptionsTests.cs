using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Http;

/// <summary>The log tells facts in lines of ours: nothing that a caller sends becomes a line, or a word, of it.</summary>
public sealed class UnhandledExceptionsTests : IAsyncLifetime
{
    private const string Forged = "forgedline";
    private readonly LoggedProduct _product = new();

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task Addresses_names_and_headers_of_a_caller_never_reach_the_log()
    {
        foreach (var address in new[] { $"/api/drafts/x%0D%0Aerror%3A%20{Forged}/disclosure", $"/%0A{Forged}", $"/api/knowledge/search?q=%0A{Forged}", $"/api/knowledge/documents/{Forged}%0A/content" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("User-Agent", Forged);
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Forged}");
            using var answer = await _product.Client.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500);
        }

        using var upload = await _product.Client.SendFilesAsync([($"{Forged}.pdf", Encoding.UTF8.GetBytes($"%PDF-1.7 {Forged}"))], ("documentId", Forged));
        await _product.SettledAsync(Forged);

        // What the product logs when it fails itself: an original is not what was uploaded.
        await File.WriteAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(_product.DataDirectory, "documents"))), Forged);
        using var failed = await _product.Client.GetAsync($"/api/knowledge/documents/{Forged}/content");
        await ProblemAssert.IsAsync(failed, System.Net.HttpStatusCode.InternalServerError, "content-damaged");
        Assert.Contains(_product.Lines, line => line.Contains("not as it was written: content-damaged", StringComparison.Ordinal));
        Assert.DoesNotContain(_product.Lines, line => line.Contains(Forged, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class LoggedProduct : Product, ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Lined(Lines);

        public void Dispose()
        {
        }

        protected override void Configure(IWebHostBuilder host) => host.ConfigureLogging(logging => logging.AddProvider(this));

        private sealed class Lined(ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception) + exception);
        }
    }
}
