using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Jobs;

namespace OutlookAssist.Mailboxes;

/// <summary>Shows an organisation's mailboxes with their health, changes, pauses, tests and disconnects them.</summary>
internal sealed class ManageMailboxes(OutlookAssistDatabase database, OpenMailbox open, RequestReading request, KnownSubscriptions subscriptions, JobQueue queue)
{
    /// <summary>All of them, by address.</summary>
    public async Task<Ok<MailboxList>> ListAsync(Caller caller, CancellationToken cancellation)
    {
        var mailboxes = await database.Set<MailboxConnection>().AsNoTracking().Where(row => row.Organisation == caller.Organisation).OrderBy(row => row.Address).ToListAsync(cancellation);
        var counts = await database.Set<ReceivedMessage>().Where(row => row.Organisation == caller.Organisation)
            .GroupBy(row => new { row.MailboxId, row.State }).Select(group => new { group.Key.MailboxId, group.Key.State, Count = group.Count() }).ToListAsync(cancellation);
        return TypedResults.Ok(new MailboxList([.. mailboxes.Select(mailbox =>
            MailboxView.Of(mailbox, counts.Where(count => count.MailboxId == mailbox.Id).ToDictionary(count => NameOf(count.State), count => count.Count), []))]));
    }

    /// <summary>One of them.</summary>
    public async Task<Results<Ok<MailboxView>, ProblemHttpResult>> ShowAsync(string id, Caller caller, CancellationToken cancellation) =>
        await FindAsync(id, caller, cancellation) is { } mailbox ? TypedResults.Ok(await ViewAsync(mailbox, [], cancellation)) : NotFound();

    /// <summary>Replaces the settings as a whole.</summary>
    public async Task<Results<Ok<MailboxView>, ProblemHttpResult>> ChangeAsync(string id, MailboxSettings settings, Caller caller, CancellationToken cancellation)
    {
        if (MailboxSettingsRules.Examine(settings) is { } fault)
        {
            return Problems.Validation(fault.Field, fault.Detail);
        }

        return await UpdateAsync(id, caller, mailbox => mailbox.State == MailboxState.Disconnected ? Disconnected() : Apply(mailbox, row => row.Settings = settings), cancellation);
    }

    /// <summary>Stops reading it until it is resumed.</summary>
    public Task<Results<Ok<MailboxView>, ProblemHttpResult>> PauseAsync(string id, Caller caller, CancellationToken cancellation) => UpdateAsync(id, caller, mailbox => mailbox.State switch
    {
        MailboxState.Disconnected => Disconnected(),
        MailboxState.Failed => Problems.Conflict("The mailbox is not read as it is: it failed. Resume or disconnect it."),
        _ => Apply(mailbox, row => row.State = MailboxState.Paused),
    }, cancellation);

    /// <summary>Reads it again from where it was read to, after a pause or a failure that somebody has put right.</summary>
    public async Task<Results<Ok<MailboxView>, ProblemHttpResult>> ResumeAsync(string id, Caller caller, CancellationToken cancellation)
    {
        var answer = await UpdateAsync(id, caller, mailbox => mailbox.State == MailboxState.Disconnected ? Disconnected() : Apply(mailbox, row => (row.State, row.Failures, row.Problem, row.RenewSubscriptionTicks) = (MailboxState.Connected, 0, null, 0)), cancellation);
        if (answer.Result is Ok<MailboxView>)
        {
            await request.HandleAsync(caller.Organisation, id, cancellation);
        }

        return answer;
    }

    /// <summary>Signs in and looks for everything that is needed; changes nothing.</summary>
    public async Task<Results<Ok<MailboxTest>, ProblemHttpResult>> TestAsync(string id, Caller caller, CancellationToken cancellation)
    {
        if (await FindAsync(id, caller, cancellation) is not { } mailbox)
        {
            return NotFound();
        }

        try
        {
            await using var opened = await open.OpenAsync(mailbox, cancellation);
            var health = await opened.CheckAsync(cancellation);
            return TypedResults.Ok(new MailboxTest(health.Folders, health.Warnings));
        }
        catch (MailboxException failure)
        {
            return MailboxProblems.Of(failure);
        }
    }

    /// <summary>Forgets what opens it; its mails stay, or go with it.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> DisconnectAsync(string id, string? mail, Caller caller, CancellationToken cancellation)
    {
        if (mail is not (null or "keep" or "delete"))
        {
            return Problems.Validation("mail", "Choose keep or delete.");
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (await database.Set<MailboxConnection>().FirstOrDefaultAsync(row => row.Id == id && row.Organisation == caller.Organisation, cancellation) is not { } mailbox)
        {
            return NotFound();
        }

        if (mail == "delete")
        {
            database.Remove(mailbox);
        }
        else
        {
            (mailbox.State, mailbox.Credentials, mailbox.Subscription, mailbox.RenewSubscriptionTicks) = (MailboxState.Disconnected, null, null, 0);
        }

        await queue.WithdrawAsync(database, new MailboxNews(caller.Organisation, id), cancellation);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        subscriptions.Forget();
        return TypedResults.NoContent();
    }

    private async Task<Results<Ok<MailboxView>, ProblemHttpResult>> UpdateAsync(string id, Caller caller, Func<MailboxConnection, ProblemHttpResult?> change, CancellationToken cancellation)
    {
        if (await FindAsync(id, caller, cancellation) is not { } mailbox)
        {
            return NotFound();
        }

        if (change(mailbox) is { } problem)
        {
            return problem;
        }

        await database.SaveChangesAsync(cancellation);
        subscriptions.Forget();
        return TypedResults.Ok(await ViewAsync(mailbox, [], cancellation));
    }

    private async Task<MailboxView> ViewAsync(MailboxConnection mailbox, IReadOnlyList<string> warnings, CancellationToken cancellation)
    {
        var counts = await database.Set<ReceivedMessage>().Where(row => row.MailboxId == mailbox.Id).GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return MailboxView.Of(mailbox, counts.ToDictionary(count => NameOf(count.Key), count => count.Count), warnings);
    }

    private Task<MailboxConnection?> FindAsync(string id, Caller caller, CancellationToken cancellation) =>
        database.Set<MailboxConnection>().FirstOrDefaultAsync(row => row.Id == id && row.Organisation == caller.Organisation, cancellation);

    private static ProblemHttpResult? Apply(MailboxConnection mailbox, Action<MailboxConnection> change)
    {
        change(mailbox);
        return null;
    }

    private static string NameOf(MessageState state) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private static ProblemHttpResult NotFound() => Problems.NotFound("There is no such mailbox.");

    private static ProblemHttpResult Disconnected() => Problems.Conflict("The mailbox is disconnected. Connect it again.");
}

/// <summary>The mailboxes of an organisation.</summary>
internal sealed record MailboxList(IReadOnlyList<MailboxView> Mailboxes);

/// <summary>What a test found: the folders that can be read, and what should be changed.</summary>
internal sealed record MailboxTest(IReadOnlyList<string> Folders, IReadOnlyList<string> Warnings);
