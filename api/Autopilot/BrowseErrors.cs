using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Autopilot;

/// <summary>The mails that could not be read: shown to people, tried again, or closed.</summary>
internal sealed class BrowseErrors(OutlookAssistDatabase database, JobQueue queue)
{
    private const int MostAtOnce = 500;

    /// <summary>One page, the newest first.</summary>
    public async Task<Results<Ok<UnreadMailList>, ProblemHttpResult>> ListAsync(int? limit, long? cursor, Caller caller, CancellationToken cancellation)
    {
        if (limit is < 1 or > MostAtOnce)
        {
            return Problems.Validation("limit", $"The limit is 1 to {MostAtOnce}.");
        }

        var size = limit ?? 100;
        var before = cursor ?? long.MaxValue;
        var mails = await database.Set<ReceivedMessage>().AsNoTracking()
            .Where(mail => mail.Organisation == caller.Organisation && mail.State == MessageState.Unreadable && mail.Id < before)
            .OrderByDescending(mail => mail.Id).Take(size + 1).ToListAsync(cancellation);
        var payloads = mails.ToDictionary(mail => System.Text.Json.JsonSerializer.Serialize(new MessageArrived(mail.Organisation, mail.Id)), mail => mail.Id);
        var kind = nameof(MessageArrived);
        var wanted = payloads.Keys.ToList();
        var dead = await database.Set<Job>().AsNoTracking().Where(job => job.Kind == kind && job.State == JobState.Dead && wanted.Contains(job.Payload)).ToListAsync(cancellation);
        var reasons = dead.GroupBy(job => payloads[job.Payload]).ToDictionary(group => group.Key, group => group.First());
        return TypedResults.Ok(new UnreadMailList(
            [.. mails.Take(size).Select(mail => new UnreadMail(
                mail.Id, mail.MailboxId, mail.FromAddress, new DateTimeOffset(mail.ReceivedTicks, TimeSpan.Zero), reasons.GetValueOrDefault(mail.Id)?.Attempts ?? 0,
                reasons.GetValueOrDefault(mail.Id)?.Reason ?? "It could not be read when it arrived."))],
            mails.Count > size ? mails[size - 1].Id : null));
    }

    /// <summary>Reads the mail again.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(long id, Caller caller, CancellationToken cancellation)
    {
        await using (var transaction = await database.BeginWriteAsync(cancellation))
        {
            if (await FindAsync(id, caller, cancellation) is not { } mail)
            {
                return NotFound();
            }

            var arrived = new MessageArrived(mail.Organisation, mail.Id);
            await queue.WithdrawAsync(database, arrived, cancellation);
            mail.State = MessageState.Arrived;
            queue.Enqueue(database, arrived);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        queue.Wake();
        return TypedResults.NoContent();
    }

    /// <summary>A person has taken care of it.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> CloseAsync(long id, Caller caller, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (await FindAsync(id, caller, cancellation) is not { } mail)
        {
            return NotFound();
        }

        await queue.WithdrawAsync(database, new MessageArrived(mail.Organisation, mail.Id), cancellation);
        mail.State = MessageState.Closed;
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.NoContent();
    }

    private Task<ReceivedMessage?> FindAsync(long id, Caller caller, CancellationToken cancellation) =>
        database.Set<ReceivedMessage>().FirstOrDefaultAsync(mail => mail.Id == id && mail.Organisation == caller.Organisation && mail.State == MessageState.Unreadable, cancellation);

    private static ProblemHttpResult NotFound() => Problems.NotFound("There is no mail with this identifier that could not be read.");
}

/// <summary>Mails that could not be read; <c>Cursor</c> asks for the next ones, null at the end.</summary>
internal sealed record UnreadMailList(IReadOnlyList<UnreadMail> Messages, long? Cursor);

/// <summary>A mail that could not be read.</summary>
internal sealed record UnreadMail(long Id, string MailboxId, string? FromAddress, DateTimeOffset ReceivedAt, int Attempts, string Reason);
