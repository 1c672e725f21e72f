using System.Net;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Access;
using OutlookAssist.Data;

namespace OutlookAssist.Audit;

/// <summary>Writes refused calls to the trail many at a time, so that somebody who knocks ten thousand times does not write ten thousand times.</summary>
internal sealed partial class Refusals(IDbContextFactory<OutlookAssistDatabase> databases, AuditTrail trail, IOptions<AccessOptions> access, TimeProvider time, ILogger<Refusals> log) : BackgroundService
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly Channel<AuditEvent> _noted = Channel.CreateBounded<AuditEvent>(MostAtOnce);
    private int _unwritten;

    /// <summary>Notes a refusal; beyond what the pause can write, only the number is kept.</summary>
    public void Note(Caller? caller, string route, int status, IPAddress? from)
    {
        var who = caller ?? new Caller(HomeOrganisation, "stranger") { Name = "Stranger" };
        Note(new AuditEvent(who, status == StatusCodes.Status401Unauthorized ? "access.unknown" : "access.refused", route, status, from));
    }

    /// <summary>Notes something else that may happen very often.</summary>
    public void Note(AuditEvent happened)
    {
        if (!_noted.Writer.TryWrite(happened))
        {
            Interlocked.Increment(ref _unwritten);
        }
    }

    /// <summary>Writes now what was noted so far.</summary>
    public Task FlushAsync(CancellationToken cancellation) => WriteAsync(cancellation);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(CancellationToken.None);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _noted.Reader.WaitToReadAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotWritten(log, failure.GetType().FullName ?? "");
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    /// <summary>A stranger has no organisation, so those who run the product hear of it.</summary>
    private string HomeOrganisation => access.Value.HomeOrganisation;

    private async Task WriteAsync(CancellationToken cancellation)
    {
        var unwritten = Interlocked.Exchange(ref _unwritten, 0);
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(cancellation);
        for (var written = 0; written < MostAtOnce && _noted.Reader.TryRead(out var refusal); written++)
        {
            await trail.AppendAsync(database, refusal, cancellation);
        }

        if (unwritten > 0)
        {
            await trail.AppendAsync(database, new AuditEvent(new Caller(HomeOrganisation, "stranger") { Name = "Stranger" }, "access.refused-more", $"{unwritten} times", StatusCodes.Status429TooManyRequests, null), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Refused calls could not be written to the audit trail: {Exception}")]
    private static partial void NotWritten(ILogger log, string exception);
}
