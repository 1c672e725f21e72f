using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Autopilot;

/// <summary>Shows what became of a received mail, step by step, with the time each took.</summary>
internal sealed class ShowSteps(OutlookAssistDatabase database)
{
    /// <summary>The way of one mail.</summary>
    public async Task<Results<Ok<MessageProgress>, ProblemHttpResult>> HandleAsync(long id, Caller caller, CancellationToken cancellation)
    {
        var mail = await database.Set<ReceivedMessage>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Organisation == caller.Organisation, cancellation);
        if (mail is null)
        {
            return Problems.NotFound("There is no received mail with this identifier.");
        }

        var run = await database.Set<MessageRun>().AsNoTracking().FirstOrDefaultAsync(row => row.MessageId == id, cancellation);
        return TypedResults.Ok(new MessageProgress(
            mail.Id,
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(run?.State.ToString() ?? mail.State.ToString()),
            run?.Reason ?? mail.SkippedReason,
            new DateTimeOffset(mail.SeenTicks, TimeSpan.Zero),
            run?.FinishedTicks is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
            run?.Priority,
            run?.EscalatedFor,
            run?.DueTicks is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null,
            run?.DraftId,
            run?.StepsSoFar() ?? []));
    }
}

/// <summary>The way of a mail through the product.</summary>
/// <param name="Id">The received mail.</param>
/// <param name="State">understood, drafted, saved, withPeople, leftAlone; before that arrived, skipped or unreadable.</param>
/// <param name="Reason">Why it was left alone or given to people, as a code.</param>
/// <param name="SeenAt">When it was seen.</param>
/// <param name="FinishedAt">When it came to its end; null while it has not.</param>
/// <param name="Priority">0 to 100.</param>
/// <param name="EscalatedFor">Why a person must look at once.</param>
/// <param name="DueAt">When a first reply is due.</param>
/// <param name="DraftId">The draft.</param>
/// <param name="Steps">What was done, in order, with its time.</param>
internal sealed record MessageProgress(
    long Id, string State, string? Reason, DateTimeOffset SeenAt, DateTimeOffset? FinishedAt, int? Priority, string? EscalatedFor, DateTimeOffset? DueAt, string? DraftId, IReadOnlyList<RunStep> Steps);
