using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Http;

namespace OutlookAssist.Drafting.SavedReplies;

/// <summary>A saved reply as it is written.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Questions">The questions it answers, in customers' words.</param>
/// <param name="Language">A BCP 47 tag; the primary language counts.</param>
/// <param name="Text">The answer, with placeholders such as <c>{{customer.name}}</c>.</param>
internal sealed record SavedReplyContent(string? Name = null, IReadOnlyList<string>? Questions = null, string? Language = null, string? Text = null);

/// <summary>A saved reply as it is kept.</summary>
internal sealed record SavedReplyView(string Id, string Name, IReadOnlyList<string> Questions, string Language, string Text, DateTime ChangedAt);

/// <summary>The saved replies of an organisation, and the placeholders they may use.</summary>
internal sealed record SavedReplyList(IReadOnlyList<SavedReplyView> Replies, IReadOnlyList<string> Placeholders);

/// <summary>A text to try, with the values to fill in.</summary>
internal sealed record SavedReplyTrial(string? Text = null, IReadOnlyDictionary<string, string>? Values = null);

/// <summary>A text as a draft would show it.</summary>
internal sealed record FilledReply(string Text);

/// <summary>Writes, lists, changes and removes saved replies.</summary>
internal sealed class ManageSavedReplies(OutlookAssistDatabase database, TimeProvider time)
{
    private const int LongestName = 100;
    private const int LongestText = 10_000;
    private const int LongestQuestion = 300;
    private const int MostQuestions = 20;
    private const int MostReplies = 500;

    /// <summary>All of them by name.</summary>
    public async Task<Ok<SavedReplyList>> ListAsync(Caller caller, CancellationToken cancellation)
    {
        var replies = await Own(caller).AsNoTracking().OrderBy(reply => reply.Name).ToListAsync(cancellation);
        return TypedResults.Ok(new SavedReplyList([.. replies.Select(View)], ReplyValues.Names));
    }

    /// <summary>201 with the reply.</summary>
    public async Task<Results<Created<SavedReplyView>, ProblemHttpResult>> CreateAsync(SavedReplyContent content, Caller caller, CancellationToken cancellation)
    {
        if (Examine(content) is { } problem)
        {
            return problem;
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (await Own(caller).CountAsync(cancellation) >= MostReplies)
        {
            return Problems.Conflict($"There are {MostReplies} saved replies already. Remove one first.");
        }

        if (await IsTakenAsync(content.Name!.Trim(), null, caller, cancellation))
        {
            return Problems.Conflict("There is a saved reply with this name already.");
        }

        var reply = new SavedReply { Id = Guid.NewGuid().ToString("N"), Organisation = caller.Organisation, Name = "", Questions = "", Language = "", Text = "" };
        Write(reply, content);
        database.Add(reply);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Created($"/api/saved-replies/{reply.Id}", View(reply));
    }

    /// <summary>200 with the reply as it is now.</summary>
    public async Task<Results<Ok<SavedReplyView>, ProblemHttpResult>> ReplaceAsync(string id, SavedReplyContent content, Caller caller, CancellationToken cancellation)
    {
        if (Examine(content) is { } problem)
        {
            return problem;
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (await Own(caller).FirstOrDefaultAsync(reply => reply.Id == id, cancellation) is not { } reply)
        {
            return Problems.NotFound("There is no saved reply with this identifier.");
        }

        if (await IsTakenAsync(content.Name!.Trim(), id, caller, cancellation))
        {
            return Problems.Conflict("There is a saved reply with this name already.");
        }

        Write(reply, content);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Ok(View(reply));
    }

    /// <summary>204.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, Caller caller, CancellationToken cancellation)
    {
        if (await Own(caller).FirstOrDefaultAsync(reply => reply.Id == id, cancellation) is not { } reply)
        {
            return Problems.NotFound("There is no saved reply with this identifier.");
        }

        database.Remove(reply);
        await database.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>The text with values filled in; nothing is kept.</summary>
    public static Results<Ok<FilledReply>, ProblemHttpResult> Try(SavedReplyTrial trial)
    {
        if (ExamineText(trial.Text) is { } problem)
        {
            return problem;
        }

        return TypedResults.Ok(new FilledReply(ReplyTemplate.Read(trial.Text!, out _)!.Fill(trial.Values ?? new Dictionary<string, string>())));
    }

    private static ProblemHttpResult? Examine(SavedReplyContent content)
    {
        if (content.Name?.Trim() is not { Length: > 0 and <= LongestName } name || name.Any(char.IsControl))
        {
            return Problems.Validation("name", $"Give a name of at most {LongestName} characters.");
        }

        if (content.Questions is not { Count: > 0 and <= MostQuestions } questions || questions.Any(question => string.IsNullOrWhiteSpace(question) || question.Length > LongestQuestion))
        {
            return Problems.Validation("questions", $"Give 1 to {MostQuestions} questions that it answers, each of at most {LongestQuestion} characters.");
        }

        if (content.Language?.Split('-')[0].ToLowerInvariant() is not { } language || !Phrases.Languages.Contains(language))
        {
            return Problems.Validation("language", $"The language is one of {string.Join(", ", Phrases.Languages)}.");
        }

        return ExamineText(content.Text);
    }

    private static ProblemHttpResult? ExamineText(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > LongestText ? Problems.Validation("text", $"Give a text of at most {LongestText} characters.")
        : ReplyTemplate.Read(text, out var fault) is null ? Problems.Validation("text", fault!)
        : null;

    private Task<bool> IsTakenAsync(string name, string? id, Caller caller, CancellationToken cancellation) =>
        Own(caller).AnyAsync(reply => reply.Name == name && reply.Id != id, cancellation);

    private IQueryable<SavedReply> Own(Caller caller) => database.Set<SavedReply>().Where(reply => reply.Organisation == caller.Organisation);

    private void Write(SavedReply reply, SavedReplyContent content)
    {
        reply.Name = content.Name!.Trim();
        reply.Questions = string.Join('\n', content.Questions!.Select(question => question.ReplaceLineEndings(" ").Trim()));
        reply.Language = content.Language!.Split('-')[0].ToLowerInvariant();
        reply.Text = content.Text!.ReplaceLineEndings("\n").Trim();
        // Two changes within one tick would share what was read of the first.
        reply.ChangedTicks = Math.Max(time.GetUtcNow().UtcTicks, reply.ChangedTicks + 1);
    }

    private static SavedReplyView View(SavedReply reply) =>
        new(reply.Id, reply.Name, reply.Questions.Split('\n'), reply.Language, reply.Text, new DateTime(reply.ChangedTicks, DateTimeKind.Utc));
}
