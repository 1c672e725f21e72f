using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Mailboxes;

/// <summary>Takes Microsoft Graph's notices of new mail: hints only, checked one by one, answered at once; the mail itself is always read from the mailbox.</summary>
internal sealed class ReceiveNotices(KnownSubscriptions subscriptions, RequestReading request, IDbContextFactory<OutlookAssistDatabase> databases)
{
    private const int MostNotices = 1_000;
    private const int LongestToken = 4_096;

    /// <summary>Echoes a validation token; else 202 whatever the notices are worth, so that a stranger learns nothing.</summary>
    public async Task<Results<ContentHttpResult, Accepted, ProblemHttpResult>> HandleAsync(string? validationToken, Stream body, CancellationToken cancellation)
    {
        if (validationToken is not null)
        {
            return validationToken.Length <= LongestToken ? TypedResults.Text(validationToken, "text/plain") : Problems.Validation("validationToken", "The token is too long.");
        }

        NoticeList? notices;
        try
        {
            notices = await JsonSerializer.DeserializeAsync<NoticeList>(body, JsonSerializerOptions.Web, cancellation);
        }
        catch (JsonException)
        {
            return Problems.Validation("value", "The notices are not JSON.");
        }

        var wanted = new HashSet<KnownSubscription>();
        foreach (var notice in (notices?.Value ?? []).Take(MostNotices))
        {
            if (await subscriptions.FindAsync(notice?.SubscriptionId, notice?.ClientState, cancellation) is not { } subscription)
            {
                continue;
            }

            if (notice!.LifecycleEvent is "reauthorizationRequired" or "subscriptionRemoved")
            {
                await RenewAsync(subscription, isRemoved: notice.LifecycleEvent == "subscriptionRemoved", cancellation);
            }

            wanted.Add(subscription);
        }

        foreach (var subscription in wanted)
        {
            await request.HandleAsync(subscription.Organisation, subscription.MailboxId, cancellation);
        }

        return TypedResults.Accepted((string?)null);
    }

    /// <summary>The watch asks for the subscription again at its next look.</summary>
    private async Task RenewAsync(KnownSubscription subscription, bool isRemoved, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        if (await database.Set<MailboxConnection>().FirstOrDefaultAsync(row => row.Id == subscription.MailboxId, cancellation) is { } mailbox)
        {
            mailbox.Subscription = isRemoved ? null : mailbox.Subscription;
            mailbox.RenewSubscriptionTicks = 0;
            await database.SaveChangesAsync(cancellation);
        }
    }

    private sealed record NoticeList(IReadOnlyList<Notice?>? Value = null);

    private sealed record Notice(string? SubscriptionId = null, string? ClientState = null, string? LifecycleEvent = null);
}
