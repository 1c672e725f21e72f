using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;

namespace OutlookAssist.Knowledge;

/// <summary>Tells open pages what changed, after it was committed; does nothing while nobody of the organisation listens.</summary>
internal sealed class KnowledgeNews(IHubContext<KnowledgeHub> hub, IDbContextFactory<OutlookAssistDatabase> databases)
{
    private readonly ConcurrentDictionary<string, int> _listeners = new(StringComparer.Ordinal);

    /// <summary>A page of the organisation began to listen.</summary>
    public void Join(string organisation) => _listeners.AddOrUpdate(organisation, 1, (_, count) => count + 1);

    /// <summary>A page of the organisation stopped listening.</summary>
    public void Leave(string organisation) => _listeners.AddOrUpdate(organisation, 0, (_, count) => Math.Max(0, count - 1));

    /// <summary>Every document that names the content looks different now.</summary>
    public async Task ContentChangedAsync(KnowledgeContent content, CancellationToken cancellation)
    {
        if (HasListeners(content.Organisation) && content.Collection == KnowledgeScope.DefaultCollection)
        {
            await TellAsync(content.Organisation, document => document.LiveContentKey == content.Key || document.PendingContentKey == content.Key, cancellation);
        }
    }

    /// <summary>These documents are new or look different now.</summary>
    public async Task DocumentsChangedAsync(string organisation, IReadOnlyCollection<string> documentIds, CancellationToken cancellation)
    {
        if (HasListeners(organisation))
        {
            await TellAsync(organisation, document => documentIds.Contains(document.DocumentId), cancellation);
        }
    }

    /// <summary>The document is in no list any more.</summary>
    public Task DocumentRemovedAsync(string organisation, string documentId, CancellationToken cancellation) =>
        SendAsync(organisation, "documentRemoved", new { documentId }, cancellation);

    /// <summary>A gap was added, asked again, answered or dismissed.</summary>
    public Task GapsChangedAsync(string organisation, CancellationToken cancellation) => SendAsync(organisation, "gapsChanged", new { }, cancellation);

    private bool HasListeners(string organisation) => _listeners.GetValueOrDefault(organisation) > 0;

    private async Task TellAsync(string organisation, System.Linq.Expressions.Expression<Func<KnowledgeDocument, bool>> which, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var documents = await database.Set<KnowledgeDocument>().AsNoTracking()
            .Where(document => document.Organisation == organisation && document.Collection == KnowledgeScope.DefaultCollection && !document.Retired).Where(which).ToListAsync(cancellation);
        foreach (var document in documents)
        {
            var key = document.NewestContentKey;
            if (await database.Set<KnowledgeContent>().AsNoTracking().FirstOrDefaultAsync(content => content.Key == key, cancellation) is { } content)
            {
                await SendAsync(organisation, "documentChanged", DocumentSummary.Of(document, content), cancellation);
            }
        }
    }

    private Task SendAsync(string organisation, string what, object news, CancellationToken cancellation) =>
        HasListeners(organisation) ? hub.Clients.Group(organisation).SendAsync(what, news, cancellation) : Task.CompletedTask;
}
