using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OutlookAssist.Tickets;

/// <summary>Writes what a target is told: facts about a ticket and where to look, never a word of the mail.</summary>
internal static class EscalationMessage
{
    /// <summary>The header with which a receiver knows that it was us: <c>t=seconds,v1=HMAC-SHA256(secret, seconds.body)</c> in lower-case hexadecimal.</summary>
    public const string SignatureHeader = "X-OutlookAssist-Signature";

    /// <summary>The header by which a receiver knows the same message again.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The request for a target that listens on the web.</summary>
    public static HttpRequestMessage For(EscalationTarget target, EscalationFacts facts, DateTimeOffset now)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            target.Kind switch
            {
                "slack" => (object)new { text = Sentence(facts) + $"\n{facts.Link}" },
                "teams" => Card(facts),
                _ => facts,
            },
            JsonSerializerOptions.Web);
        var request = new HttpRequestMessage(HttpMethod.Post, target.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(KeyHeader, facts.Id);
        if (target.Kind == "webhook" && target.Secret is { } secret)
        {
            var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            request.Headers.Add(SignatureHeader, $"t={seconds},v1={Sign(secret, seconds, body)}");
        }

        return request;
    }

    /// <summary>The signature of a body.</summary>
    public static string Sign(string secret, string seconds, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(seconds + "."), .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    /// <summary>What happened, for people.</summary>
    public static string Sentence(EscalationFacts facts)
    {
        var what = facts.Reason switch
        {
            EscalationReason.Warning => "The time for a first reply runs short",
            EscalationReason.Breach => "The time for a first reply is over",
            EscalationReason.Urgent => "An urgent mail needs a person now",
            _ => "A mail needs a person: the product is not sure what it is about",
        };
        var due = facts.DueAt is { } at ? $", due {at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC" : "";
        return $"{what} (mailbox {facts.Mailbox}, {facts.Category}, {facts.Urgency}{due}).";
    }

    private static object Card(EscalationFacts facts) => new
    {
        type = "message",
        attachments = new[]
        {
            new
            {
                contentType = "application/vnd.microsoft.card.adaptive",
                content = new
                {
                    type = "AdaptiveCard",
                    version = "1.4",
                    body = new[] { new { type = "TextBlock", text = Sentence(facts), wrap = true } },
                    actions = new[] { new { type = "Action.OpenUrl", title = "Open", url = facts.Link } },
                },
            },
        },
    };
}

/// <summary>The facts of a ticket that may leave: the body of a webhook.</summary>
/// <param name="Id">The idempotency key.</param>
/// <param name="Reason">One of <see cref="EscalationReason"/>.</param>
/// <param name="Ticket">The ticket's identifier.</param>
/// <param name="Mailbox">The mailbox's address.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Urgency">How much it hurries.</param>
/// <param name="OpenedAt">When its first mail arrived.</param>
/// <param name="DueAt">When a first reply is due; null without a service level.</param>
/// <param name="Link">Where to look.</param>
internal sealed record EscalationFacts(string Id, string Reason, string Ticket, string Mailbox, string Category, string Urgency, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, string Link);
