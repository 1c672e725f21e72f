using Microsoft.AspNetCore.SignalR;
using OutlookAssist.Access;

namespace OutlookAssist.Review;

/// <summary>Where open pages hear what happens on their own organisation's desk; they send nothing.</summary>
internal sealed class ReviewHub(ReviewNews news) : Hub
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
