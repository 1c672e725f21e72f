using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Tests.Api.Support;
using OutlookAssist.Tickets;

namespace OutlookAssist.Tests.Api.Tickets;

public sealed class DeliverEscalationTests(AutopilotProduct product) : IClassFixture<AutopilotProduct>, IAsyncLifetime
{
    private const string Secret = "a secret of sixteen letters";
    private readonly ConcurrentQueue<(IHeaderDictionary Headers, byte[] Body)> received = new();
    private readonly ConcurrentQueue<int> answers = new();
    private WebApplication target = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        target = builder.Build();
        target.Run(async context =>
        {
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((new HeaderDictionary(context.Request.Headers.ToDictionary()), body.ToArray()));
            context.Response.StatusCode = answers.TryDequeue(out var status) ? status : 204;
            context.Response.Headers.RetryAfter = "1";
        });
        await target.StartAsync();
    }

    public async Task DisposeAsync() => await target.DisposeAsync();

    [Fact]
    public async Task An_urgent_mail_is_told_once_signed_and_without_a_word_of_it_and_only_its_receipt_is_drafted()
    {
        await ConfigureAsync("webhook");
        answers.Enqueue(503);
        var id = await product.ArriveAsync("If you do not refund me today my lawyer will sue you. Within how many days may I return a bicycle after delivery?", "Last warning");
        var way = await product.FinishedAsync(id, "saved");
        Assert.Equal("urgent", way.GetProperty("escalatedFor").GetString());
        await UntilAsync(() => received.Count == 2);
        var (first, second) = (received.First(), received.Last());
        Assert.Equal(first.Headers[EscalationMessage.KeyHeader], second.Headers[EscalationMessage.KeyHeader]);
        Assert.DoesNotContain("lawyer", System.Text.Encoding.UTF8.GetString(second.Body), StringComparison.OrdinalIgnoreCase);
        var signature = second.Headers[EscalationMessage.SignatureHeader].ToString().Split(',');
        Assert.Equal($"v1={EscalationMessage.Sign(Secret, signature[0][2..], second.Body)}", signature[1]);
        Assert.Equal("urgent", JsonSerializer.Deserialize<JsonElement>(second.Body).GetProperty("reason").GetString());
        await using var database = product.Open();
        var mail = await database.Set<OutlookAssist.Mailboxes.ReceivedMessage>().SingleAsync(row => row.Id == id);
        Assert.DoesNotContain("30 days", product.Mailboxes.Drafts[OutlookAssist.Autopilot.AnswerMail.TagOf(mail)][0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 60, "runs short", nameof(ClockState.Warned))]
    [InlineData(-2, -1, "is over", nameof(ClockState.Breached))]
    public async Task A_reply_that_is_late_is_warned_of_and_one_that_is_overdue_is_told(int warn, int due, string words, string state)
    {
        await ConfigureAsync("slack");
        string conversation;
        await using (var database = product.Open())
        {
            var now = TimeProvider.System.GetUtcNow();
            var ticket = new Conversation { Id = Guid.NewGuid().ToString("N"), Organisation = "local", MailboxId = product.Connection.Id, SubjectKey = "", OpenedTicks = now.UtcTicks, LastTicks = now.UtcTicks };
            product.Services.GetRequiredService<ServiceClock>().Start(database, ticket, new ReplyDue(now.AddMinutes(60), now.AddMinutes(30)));
            (ticket.WarnTicks, ticket.DueTicks) = (now.AddMinutes(warn).UtcTicks, now.AddMinutes(due).UtcTicks);
            product.Services.GetRequiredService<ServiceClock>().Look(database, ticket, now);
            conversation = ticket.Id;
            database.Add(ticket);
            await database.SaveChangesAsync();
        }

        product.Services.GetRequiredService<JobQueue>().Wake();
        await UntilAsync(() => !received.IsEmpty);
        Assert.Contains(words, System.Text.Encoding.UTF8.GetString(Assert.Single(received).Body), StringComparison.Ordinal);
        await using var after = product.Open();
        Assert.Equal(state, (await after.Set<Conversation>().SingleAsync(row => row.Id == conversation)).Clock.ToString());
    }

    [Fact]
    public async Task A_target_that_refuses_for_good_is_a_dead_letter_with_its_status()
    {
        await ConfigureAsync("teams");
        answers.Enqueue(410);
        await using (var database = product.Open())
        {
            var ticket = new Conversation { Id = Guid.NewGuid().ToString("N"), Organisation = "local", MailboxId = product.Connection.Id, SubjectKey = "" };
            database.Add(ticket);
            await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
            await product.Services.GetRequiredService<EscalateTicket>().AddAsync(
                database, await product.Services.GetRequiredService<KnownServiceLevels>().ForAsync(database, "local", CancellationToken.None), ticket, EscalationReason.Breach, "once", CancellationToken.None);
            await database.SaveChangesAsync();
            await transaction.CommitAsync(CancellationToken.None);
        }

        product.Services.GetRequiredService<JobQueue>().Wake();
        await UntilAsync(async () => (await product.Client.GetFromJsonAsync<JsonElement>("/api/jobs/dead")).GetProperty("jobs").EnumerateArray().Any(job => job.GetProperty("reason").GetString()!.Contains("410", StringComparison.Ordinal)));
    }

    private async Task ConfigureAsync(string kind)
    {
        var hook = new { name = $"ops-{Guid.NewGuid():N}", kind, address = string.Create(CultureInfo.InvariantCulture, $"{target.Urls.First()}/hook"), secret = Secret };
        using var answer = await product.Client.PutAsJsonAsync("/api/service-levels", new { targets = new[] { hook } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static Task UntilAsync(Func<bool> wanted) => UntilAsync(() => Task.FromResult(wanted()));

    private static async Task UntilAsync(Func<Task<bool>> wanted)
    {
        for (var tries = 0; !await wanted(); tries++)
        {
            Assert.True(tries < 1_500, "It did not happen.");
            await Task.Delay(20);
        }
    }
}
