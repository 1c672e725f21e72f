using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Mailboxes;

/// <summary>Connects a mailbox: signs in first, and stores nothing that does not open it.</summary>
internal sealed class ConnectMailbox(OutlookAssistDatabase database, OpenMailbox open, RequestReading request, TimeProvider time)
{
    /// <summary>201 with the mailbox; 400 naming the field; 409 when it is connected; 422 with the reason when it does not let us in.</summary>
    public async Task<Results<Created<MailboxView>, ProblemHttpResult>> HandleAsync(ConnectionRequest connection, Caller caller, CancellationToken cancellation)
    {
        if (Examine(connection) is { } fault)
        {
            return Problems.Validation(fault.Field, fault.Detail);
        }

        var address = connection.Address!.Trim().ToLowerInvariant();
        // One that was given up is taken up again: its place and its mails are still there, so nothing is drafted twice.
        var mailbox = await database.Set<MailboxConnection>().FirstOrDefaultAsync(row => row.Organisation == caller.Organisation && row.Address == address, cancellation);
        if (mailbox is { State: MailboxState.Connected or MailboxState.Paused })
        {
            return Problems.Conflict("This mailbox is connected already. Change its settings, or disconnect it first.");
        }

        var isNew = mailbox is null;
        mailbox ??= new MailboxConnection { Id = Guid.NewGuid().ToString("N"), Organisation = caller.Organisation, Kind = connection.Kind!, Address = address };
        if (mailbox.Kind != connection.Kind)
        {
            (mailbox.Kind, mailbox.Cursor) = (connection.Kind!, null);
        }

        mailbox.Settings = connection.Settings ?? new MailboxSettings();
        mailbox.ConnectedTicks = time.GetUtcNow().Ticks;
        (mailbox.State, mailbox.Failures, mailbox.Problem, mailbox.Subscription, mailbox.RenewSubscriptionTicks) = (MailboxState.Connected, 0, null, null, 0);
        MailboxHealth health;
        try
        {
            await using var opened = await open.OpenAsync(mailbox, connection.Credentials!, cancellation);
            health = await opened.CheckAsync(cancellation);
        }
        catch (MailboxException failure)
        {
            return MailboxProblems.Of(failure);
        }

        open.Seal(mailbox, connection.Credentials!);
        if (isNew)
        {
            database.Add(mailbox);
        }

        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            return Problems.Conflict("This mailbox is connected already. Change its settings, or disconnect it first.");
        }

        await request.HandleAsync(mailbox.Organisation, mailbox.Id, cancellation);
        return TypedResults.Created($"/api/mailboxes/{mailbox.Id}", MailboxView.Of(mailbox, [], health.Warnings));
    }

    private (string Field, string Detail)? Examine(ConnectionRequest connection)
    {
        if (open.ProviderOf(connection.Kind) is not { } provider || !MailboxKinds.All.Contains(connection.Kind))
        {
            return ("kind", $"Choose one of: {string.Join(", ", MailboxKinds.All)}.");
        }

        if (connection.Address?.Trim() is not { Length: > 2 and < 320 } address || address.Count(letter => letter == '@') != 1 || address.Any(letter => letter <= ' ' || letter is '<' or '>' or ',' or ';' or '"' or '\'' or '/' or '\\'))
        {
            return ("address", "Give the mailbox's own address.");
        }

        if (connection.Credentials is not { } credentials)
        {
            return ("credentials", "Give what opens the mailbox.");
        }

        if (credentials.Smtp is { } smtp && (string.IsNullOrWhiteSpace(smtp.Host) || smtp.Port is < 1 or > 65_535))
        {
            return ("credentials.smtp", "Give the sending server's name, and a port from 1 to 65535.");
        }

        return provider.Examine(credentials) ?? MailboxSettingsRules.Examine(connection.Settings ?? new MailboxSettings());
    }
}

/// <summary>The mailbox to connect; what opens it is stored sealed and never answered.</summary>
internal sealed record ConnectionRequest(string? Kind = null, string? Address = null, MailboxSettings? Settings = null, MailboxCredentials? Credentials = null);
