using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Data;
using OutlookAssist.Mailboxes;
using OutlookAssist.Protection;
using OutlookAssist.Review;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>Puts items on the review desk as the pipeline does, and does what reviewers do.</summary>
internal static class ReviewDesk
{
    private static long _messages = 1_000_000;

    /// <summary>The real time.</summary>
    public static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>A number that no message of another test has.</summary>
    public static long NewMessage() => Interlocked.Increment(ref _messages);

    /// <summary>An offer with nothing special about it.</summary>
    public static NewReviewItem Offer(string organisation, long message) => new()
    {
        Organisation = organisation,
        MessageId = message,
        MailboxId = "mailbox",
        DraftId = "draft",
        Urgency = "normal",
        Sentiment = "neutral",
        Category = "support",
        ReceivedTicks = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc).Ticks,
        SenderName = "Ana Ruiz",
        SenderAddress = "ana@example.com",
        Subject = $"Mail {message}",
    };

    /// <summary>A look into the database.</summary>
    public static OutlookAssistDatabase Open(Product product) => product.Services.GetRequiredService<IDbContextFactory<OutlookAssistDatabase>>().CreateDbContext();

    /// <summary>Offers and commits.</summary>
    public static async Task<long> OfferAsync(Product product, NewReviewItem offered)
    {
        await using var database = Open(product);
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        var id = await product.Services.GetRequiredService<OfferForReview>().OfferAsync(database, offered, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return id;
    }

    /// <summary>Offers very many quickly: the rows without their log.</summary>
    public static async Task FillAsync(Product product, string organisation, int count, Action<ReviewItem, int>? change = null)
    {
        var sealing = product.Services.GetRequiredService<SealReview>();
        await using var database = Open(product);
        for (var index = 0; index < count; index++)
        {
            var message = NewMessage();
            var item = new ReviewItem
            {
                Organisation = organisation,
                MessageId = message,
                MailboxId = "mailbox",
                DraftId = $"draft-{message}",
                Urgency = "normal",
                Sentiment = "neutral",
                Category = "support",
                Language = "en",
                Grounding = "answered",
                Provider = "Embedded",
                Model = "embedded",
                ReceivedTicks = Now.Ticks - (index * TimeSpan.TicksPerMinute),
                DraftedTicks = Now.Ticks,
                Version = 1,
                Headline = sealing.Headline(organisation, message, new ReviewHeadline($"Sender {index}", $"sender{index}@example.com", $"Question {index} about an order")),
            };
            change?.Invoke(item, index);
            database.Add(item);
        }

        await database.SaveChangesAsync();
    }

    /// <summary>A mailbox with one received mail, sealed as it is kept; gives the mail's number.</summary>
    public static async Task<long> ReceiveAsync(Product product, string organisation, string text, string subject = "A question", string kind = MailboxKinds.Imap)
    {
        var mailbox = $"mailbox-{Guid.NewGuid():N}";
        var message = new ReceivedMessage { Organisation = organisation, MailboxId = mailbox, ProviderId = Guid.NewGuid().ToString("N"), ContentHash = "hash", Identity = Guid.NewGuid().ToString("N"), ReceivedTicks = Now.Ticks, SeenTicks = Now.Ticks };
        await using var database = Open(product);
        var connection = new MailboxConnection { Id = mailbox, Organisation = organisation, Kind = kind, Address = "shop@example.com" };
        product.Services.GetRequiredService<OpenMailbox>().Seal(connection, new MailboxCredentials());
        database.Add(connection);
        database.Add(message);
        await database.SaveChangesAsync();
        var raw = Encoding.UTF8.GetBytes($"From: Ana Ruiz <ana@example.com>\r\nTo: shop@example.com\r\nSubject: {subject}\r\nDate: Fri, 20 Nov 2026 09:00:00 +0000\r\nMessage-ID: <{message.Identity}@example.com>\r\n\r\n{text}\r\n");
        database.Add(new ReceivedContent { MessageId = message.Id, Sealed = product.Services.GetRequiredService<ContentCipher>().Seal(organisation, $"ReceivedContents/Sealed/{message.MailboxId}/{message.Identity}", raw) });
        await database.SaveChangesAsync();
        return message.Id;
    }

    /// <summary>One item as the API shows it.</summary>
    public static Task<JsonElement> ShowAsync(this HttpClient client, long id) => client.GetFromJsonAsync<JsonElement>($"/api/review/{id}");

    /// <summary>Does something to an item.</summary>
    public static Task<HttpResponseMessage> ActAsync(this HttpClient client, long id, string action, object? body = null) =>
        client.PostAsJsonAsync($"/api/review/{id}/{action}", body ?? new { });

    /// <summary>Does something to an item and gives the item as it is then.</summary>
    public static async Task<JsonElement> DoneAsync(this HttpClient client, long id, string action, object? body = null)
    {
        using var answer = await client.ActAsync(id, action, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
