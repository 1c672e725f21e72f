using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tickets;

/// <summary>Delivers one message to one target, for a day if it must; a target that refuses for good is a dead letter that a person can replay.</summary>
internal sealed class DeliverEscalation(OutlookAssistDatabase database, KnownServiceLevels levels, IHttpClientFactory clients, IOptions<HttpOptions> http, CurrentJob current, TimeProvider time) : IJobHandler<EscalationDue>
{
    /// <summary>The client's name: it follows no redirect and waits ten seconds.</summary>
    public const string Client = "escalations";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public async Task HandleAsync(EscalationDue payload, CancellationToken cancellation)
    {
        var found = await (from row in database.Set<Escalation>().AsNoTracking()
                           where row.Id == payload.EscalationId && row.Organisation == payload.Organisation && row.DeliveredTicks == null
                           join ticket in database.Set<Conversation>().AsNoTracking() on row.ConversationId equals ticket.Id
                           select new { row, ticket }).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return; // Delivered before a crash, or its ticket was removed.
        }

        var target = ((await levels.ForAsync(database, payload.Organisation, cancellation)).Targets ?? []).FirstOrDefault(target => target.Name == found.row.Target)
            ?? throw new JobRejectedException("The target was removed from the service levels.");
        if (target.Kind == "mail")
        {
            throw new JobRejectedException("No server is connected that may send mail to people of the organisation.");
        }

        await SendAsync(target, await FactsAsync(found.row, found.ticket, cancellation), found.row, cancellation);
        await using var transaction = await database.BeginWriteAsync(cancellation);
        await database.ExecuteAsync("UPDATE Escalations SET DeliveredTicks = $now, Failure = NULL WHERE Id = $id", cancellation, ("$now", time.GetUtcNow().UtcTicks), ("$id", payload.EscalationId));
        await current.CompleteAsync(database, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc />
    public Task GiveUpAsync(EscalationDue payload, CancellationToken cancellation) =>
        database.ExecuteAsync("UPDATE Escalations SET Failure = 'undeliverable' WHERE Id = $id", cancellation, ("$id", payload.EscalationId));

    private async Task SendAsync(EscalationTarget target, EscalationFacts facts, Escalation row, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        using var request = EscalationMessage.For(target, facts, time.GetUtcNow());
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            var isPassing = answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)answer.StatusCode is 425 or >= 500;
            throw isPassing ? Later(row, answer.Headers.RetryAfter) : new JobRejectedException($"The target refused it with status {(int)answer.StatusCode}.");
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Later(row, null);
        }
    }

    private Exception Later(Escalation row, System.Net.Http.Headers.RetryConditionHeaderValue? wanted)
    {
        var now = time.GetUtcNow();
        var age = TimeSpan.FromTicks(now.UtcTicks - row.CreatedTicks);
        if (age > Longest)
        {
            return new JobRejectedException("The target did not answer for a day.");
        }

        var asked = wanted?.Delta ?? (wanted?.Date - now);
        // The older it is, the less the next minute matters; jitter keeps a target that comes back from meeting everybody at once.
        var own = ShortestPause + ((age / 4) * (0.5 + (Random.Shared.NextDouble() / 2)));
        var pause = asked is { } exact && exact > TimeSpan.Zero ? exact : own < LongestPause ? own : LongestPause;
        return new JobDeferredException(pause < Longest ? pause : Longest, holdsLane: true);
    }

    private async Task<EscalationFacts> FactsAsync(Escalation row, Conversation ticket, CancellationToken cancellation)
    {
        var mailbox = await database.Set<MailboxConnection>().AsNoTracking().Where(box => box.Id == ticket.MailboxId).Select(box => box.Address).FirstOrDefaultAsync(cancellation);
        return new EscalationFacts(
            row.Id, row.Reason, ticket.Id, mailbox ?? "", ticket.Category, ticket.Urgency, new DateTimeOffset(ticket.OpenedTicks, TimeSpan.Zero),
            ticket.DueTicks is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null, $"{http.Value.PublicAddress.TrimEnd('/')}/admin/review");
    }
}
