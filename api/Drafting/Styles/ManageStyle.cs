using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Drafting.Checks;
using OutlookAssist.Drafting.Composers;
using OutlookAssist.Http;

namespace OutlookAssist.Drafting.Styles;

/// <summary>A person's style as the person sees it; <c>Needed</c> replies must show a habit before drafts use it.</summary>
internal sealed record StyleView(bool Enabled, int Replies, int Needed, IReadOnlyList<StyleHabit> Habits);

/// <summary>What the person changes; what is absent stays.</summary>
internal sealed record StyleChange(bool? Enabled = null, IReadOnlyList<HabitChange>? Habits = null);

/// <summary>The person's own form of a habit; null goes back to what was learned.</summary>
internal sealed record HabitChange(string? Name = null, string? Language = null, string? Own = null);

/// <summary>Shows, changes and forgets the style of the one who asks; nobody else sees it.</summary>
internal sealed class ManageStyle(OutlookAssistDatabase database)
{
    private const int LongestForm = 60;
    private const int MostChanges = 40;

    /// <summary>The style, empty and off before it was switched on.</summary>
    public async Task<Ok<StyleView>> ShowAsync(Caller caller, CancellationToken cancellation) => TypedResults.Ok(View(await FindAsync(caller, cancellation)));

    /// <summary>The style for a draft, or null when the person wants none.</summary>
    public async Task<WritingStyle?> OfAsync(Caller caller, CancellationToken cancellation) =>
        caller.IsKey ? null : await FindAsync(caller, cancellation) is { Enabled: true } stored ? stored.Read() : null;

    /// <summary>200 with the style as it is now.</summary>
    public async Task<Results<Ok<StyleView>, ProblemHttpResult>> ChangeAsync(StyleChange change, Caller caller, CancellationToken cancellation)
    {
        var changes = change.Habits ?? [];
        if (changes.Count > MostChanges)
        {
            return Problems.Validation("habits", $"At most {MostChanges} at once.");
        }

        foreach (var (index, habit) in changes.Index())
        {
            if (Examine(habit, index) is { } problem)
            {
                return problem;
            }
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (await FindAsync(caller, cancellation) is not { } stored)
        {
            stored = new StoredStyle { Organisation = caller.Organisation, Person = caller.Person };
            database.Add(stored);
        }

        stored.Enabled = change.Enabled ?? stored.Enabled;
        var style = stored.Read();
        foreach (var habit in changes)
        {
            style.Choose(habit.Name!, LanguageOf(habit), string.IsNullOrWhiteSpace(habit.Own) ? null : habit.Own.Trim());
        }

        stored.Write(style);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Ok(View(stored));
    }

    /// <summary>204; everything that was learned and chosen is gone, and it is off.</summary>
    public async Task<NoContent> ForgetAsync(Caller caller, CancellationToken cancellation)
    {
        await database.ExecuteAsync("DELETE FROM WritingStyles WHERE Organisation = $organisation AND Person = $person", cancellation, ("$organisation", caller.Organisation), ("$person", caller.Person));
        return TypedResults.NoContent();
    }

    /// <summary>204; one habit is forgotten, in one language or in all.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> ForgetHabitAsync(string name, string? language, Caller caller, CancellationToken cancellation)
    {
        if (!WritingStyle.HabitNames.Contains(name, StringComparer.Ordinal))
        {
            return Problems.NotFound($"A habit is one of {string.Join(", ", WritingStyle.HabitNames)}.");
        }

        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (await FindAsync(caller, cancellation) is { } stored)
        {
            var style = stored.Read();
            style.Forget(name, language);
            stored.Write(style);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return TypedResults.NoContent();
    }

    private static ProblemHttpResult? Examine(HabitChange habit, int index)
    {
        if (habit.Name is null || !WritingStyle.HabitNames.Contains(habit.Name, StringComparer.Ordinal))
        {
            return Problems.Validation($"habits[{index}].name", $"A habit is one of {string.Join(", ", WritingStyle.HabitNames)}.");
        }

        var isPhrase = habit.Name is "greeting" or "closing";
        if (isPhrase && !Phrases.Languages.Contains(LanguageOf(habit)))
        {
            return Problems.Validation($"habits[{index}].language", $"The language is one of {string.Join(", ", Phrases.Languages)}.");
        }

        var own = habit.Own?.Trim() ?? "";
        return habit.Name switch
        {
            "tone" when own.Length > 0 && !DraftOptions.Tones.Contains(own, StringComparer.Ordinal) => Problems.Validation($"habits[{index}].own", $"The tone is one of {string.Join(", ", DraftOptions.Tones)}."),
            "length" when own.Length > 0 && !DraftOptions.Lengths.Contains(own, StringComparer.Ordinal) => Problems.Validation($"habits[{index}].own", $"The length is one of {string.Join(", ", DraftOptions.Lengths)}."),
            _ when isPhrase && (own.Length > LongestForm || own.Any(char.IsControl) || LinksIn.AreUnfit(own.Replace("{name}", "", StringComparison.Ordinal).Replace("{firstName}", "", StringComparison.Ordinal), "")) => Problems.Validation($"habits[{index}].own", $"One line of at most {LongestForm} characters without links; {{name}} and {{firstName}} stand for the customer's name."),
            _ => null,
        };
    }

    private static string LanguageOf(HabitChange habit) => habit.Name is "greeting" or "closing" ? habit.Language?.Split('-')[0].ToLowerInvariant() ?? "" : "";

    private static StyleView View(StoredStyle? stored)
    {
        var style = stored?.Read() ?? new WritingStyle();
        return new StyleView(stored?.Enabled ?? false, style.Replies, WritingStyle.EnoughReplies, style.Habits());
    }

    private Task<StoredStyle?> FindAsync(Caller caller, CancellationToken cancellation) =>
        database.Set<StoredStyle>().FirstOrDefaultAsync(style => style.Organisation == caller.Organisation && style.Person == caller.Person, cancellation);
}
