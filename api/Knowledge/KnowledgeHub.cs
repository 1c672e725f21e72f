using Microsoft.AspNetCore.SignalR;
using OutlookAssist.Access;

namespace OutlookAssist.Knowledge;

/// <summary>Where open pages listen for changes of their own organisation's knowledge; they send nothing.</summary>
internal sealed class KnowledgeHub(KnowledgeNews news) : Hub
{
    /// <inheritdoc />
    public override async Task OnConnectedAsync()
    {
        if (Organisation is not { } organisation)
        {
            Context.Abort();
            return;
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, organisation, Context.ConnectionAborted);
        news.Join(organisation);
        await base.OnConnectedAsync();
    }

    /// <inheritdoc />
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Organisation is { } organisation)
        {
            news.Leave(organisation);
        }

        return base.OnDisconnectedAsync(exception);
    }

    private string? Organisation => Context.GetHttpContext()?.Features.Get<Caller>()?.Organisation;
}
