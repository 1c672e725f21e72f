using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.LanguageModels;
using OutlookAssist.Mailboxes;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Analytics;

/// <summary>Whatever goes wrong unseen is told; what is fine is not.</summary>
public sealed class ShowAlertsTests : IAsyncLifetime
{
    private readonly Product product = new();

    public Task InitializeAsync() => product.With("Alerts:ModelCostPerDay", "5").InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Each_trouble_has_its_code_and_all_is_quiet_without_any()
    {
        Assert.Empty(await CodesAsync());
        await using (var database = ReviewDesk.Open(product))
        {
            var (now, before) = (ReviewDesk.Now.Ticks, ReviewDesk.Now.AddHours(-1).Ticks);
            database.Add(Mailbox("fine", mailbox => (mailbox.SyncedTicks, mailbox.ConnectedTicks) = (now, before)));
            database.Add(Mailbox("refused", mailbox => mailbox.State = MailboxState.Failed));
            database.Add(Mailbox("stuck", mailbox => (mailbox.SyncedTicks, mailbox.ConnectedTicks) = (before, before)));
            database.Add(Mailbox("silent", mailbox => (mailbox.SyncedTicks, mailbox.ConnectedTicks, mailbox.RenewSubscriptionTicks) = (now, before, before)));
            database.Add(Mailbox("paused", mailbox => mailbox.State = MailboxState.Paused));
            for (var call = 0; call < 6; call++)
            {
                database.Add(new ModelCall { Organisation = "local", Person = "local", StartedTicks = now, Feature = "Draft", Provider = "OpenAI", Model = "gpt", PromptVersion = "1", Cost = 1, Outcome = call < 3 ? "timeout" : "answered" });
            }

            await database.SaveChangesAsync();
        }

        await ReviewDesk.OfferAsync(product, ReviewDesk.Offer("local", ReviewDesk.NewMessage()) with { DueTicks = ReviewDesk.Now.AddMinutes(-5).Ticks });
        Assert.Equal(["service-level-missed", "mailbox-failed", "mailbox-stuck", "model-cost", "model-failures", "subscription-ending"], (await CodesAsync()).OrderBy(code => code is not "service-level-missed").ThenBy(code => code, StringComparer.Ordinal));
    }

    private static MailboxConnection Mailbox(string id, Action<MailboxConnection> change)
    {
        var mailbox = new MailboxConnection { Id = id, Organisation = "local", Kind = MailboxKinds.Imap, Address = $"{id}@example.com" };
        change(mailbox);
        return mailbox;
    }

    private async Task<List<string>> CodesAsync() =>
        [.. (await product.Client.GetFromJsonAsync<JsonElement>("/api/health/alerts")).GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("code").GetString()!)];
}
