using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;

namespace OutlookAssist.Mailboxes.Providers.Graph;

/// <summary>Asks Microsoft Graph to tell of new mail, and prolongs that at half of its life.</summary>
internal sealed class GraphSubscriptions(ServiceClient service, Func<HttpMethod, Uri, string?, object?, HttpRequestMessage> request, Func<string, Uri> address, MailboxesOptions options, TimeProvider time)
{
    private const int SecretBytes = 32;

    /// <summary>Prolongs the subscription, or asks for a new one where there is none any more; null where Graph cannot reach us.</summary>
    public async Task<NewsSubscription?> SubscribeAsync(string resource, string? subscription, CancellationToken cancellation)
    {
        if (options.NotificationAddress is not { } notices)
        {
            return null;
        }

        var (now, life) = (time.GetUtcNow(), TimeSpan.FromMinutes(options.SubscriptionMinutes));
        if (PushSubscription.Read(subscription) is { } present)
        {
            var prolonged = await service.SendAsync(() => request(HttpMethod.Patch, address($"subscriptions/{Uri.EscapeDataString(present.Id)}"), null, new { expirationDateTime = now + life }), answer => answer.Status == HttpStatusCode.NotFound, cancellation);
            if (prolonged.IsSuccess)
            {
                return new NewsSubscription(subscription!, RenewAt(now, prolonged.Json<GraphSubscription>(), life));
            }
        }

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var url = $"{notices.TrimEnd('/')}/api/mailboxes/notices/graph";
        var answer = await service.SendAsync(() => request(HttpMethod.Post, address("subscriptions"), null, new
        {
            changeType = "created",
            notificationUrl = url,
            lifecycleNotificationUrl = url,
            resource,
            expirationDateTime = now + life,
            clientState = secret,
        }), null, cancellation);
        var created = answer.Json<GraphSubscription>();
        return created.Id is { } id
            ? new NewsSubscription(new PushSubscription(id, PushSubscription.HashOf(secret)).Write(), RenewAt(now, created, life))
            : throw new MailboxException(MailboxProblem.Unavailable, "The mail service answered something that it does not document.");
    }

    /// <summary>Half of what Graph granted, which may be less than was asked for.</summary>
    private static DateTimeOffset RenewAt(DateTimeOffset now, GraphSubscription granted, TimeSpan life) =>
        now + ((granted.ExpirationDateTime is { } end && end > now ? end - now : life) / 2);
}
