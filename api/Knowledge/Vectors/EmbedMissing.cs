using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.LanguageModels;

namespace OutlookAssist.Knowledge.Vectors;

/// <summary>At the start, sees to it that documents which came before the model, or under another one, get their vectors.</summary>
internal sealed class EmbedMissing(IDbContextFactory<OutlookAssistDatabase> databases, EmbedTexts embed, JobQueue jobs) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!embed.IsOn)
        {
            return;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        foreach (var content in await MissingAsync(database, cancellationToken))
        {
            await jobs.WithdrawAsync(database, new DocumentReady(content), cancellationToken); // One job a content, however often we start.
            jobs.Enqueue(database, new DocumentReady(content));
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        jobs.Wake();
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IReadOnlyList<long>> MissingAsync(OutlookAssistDatabase database, CancellationToken cancellation)
    {
        await using var command = await database.CommandAsync(
            "SELECT c.Key FROM KnowledgeContents c WHERE c.State = $ready AND c.Passages > (SELECT coalesce(sum(v.Count), 0) FROM PassageVectors v WHERE v.ContentKey = c.Key AND v.Space = $space)",
            cancellation, ("$ready", (int)DocumentState.Ready), ("$space", embed.Space));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var missing = new List<long>();
        while (await reader.ReadAsync(cancellation))
        {
            missing.Add(reader.GetInt64(0));
        }

        return missing;
    }
}
