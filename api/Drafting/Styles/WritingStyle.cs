namespace OutlookAssist.Drafting.Styles;

/// <summary>How one person writes: counts of forms that were seen in replies they sent, and what they chose themselves. No word of a mail that is not on our lists.</summary>
internal sealed class WritingStyle
{
    /// <summary>A habit counts from so many replies that show it on.</summary>
    public const int EnoughReplies = 3;

    /// <summary>And when it is in at least this share of the replies that could show it.</summary>
    private const double EnoughShare = 0.5;
    private const int MostSeen = 300;

    /// <summary>The names of habits.</summary>
    public static readonly string[] HabitNames = ["greeting", "closing", "tone", "length"];

    /// <summary>How often each form was seen: habit, language (empty where it has none), form.</summary>
    public List<SeenForm> Forms { get; set; } = [];

    /// <summary>What the person chose instead of what was learned.</summary>
    public List<ChosenForm> Chosen { get; set; } = [];

    /// <summary>Digests of replies that were counted, so that none counts twice.</summary>
    public List<string> Digests { get; set; } = [];

    /// <summary>How many replies were learned from.</summary>
    public int Replies { get; set; }

    /// <summary>The habits with what is known of each.</summary>
    public IReadOnlyList<StyleHabit> Habits() =>
        [.. Forms.Select(form => (form.Habit, form.Language)).Concat(Chosen.Select(form => (form.Habit, form.Language))).Distinct()
            .OrderBy(key => Array.IndexOf(HabitNames, key.Habit)).ThenBy(key => key.Language, StringComparer.Ordinal)
            .Select(key => HabitOf(key.Habit, key.Language))];

    /// <summary>What a draft should use, or null where nothing is known well enough.</summary>
    public string? InUse(string habit, string language = "") => HabitOf(habit, language).InUse;

    /// <summary>Counts one reply in; false when it was counted before.</summary>
    public bool Learn(string digest, IEnumerable<(string Habit, string Language, string Form)> shown)
    {
        if (Digests.Contains(digest))
        {
            return false;
        }

        Digests.Add(digest);
        if (Digests.Count > MostSeen)
        {
            Digests.RemoveAt(0);
        }

        Replies++;
        foreach (var (habit, language, form) in shown)
        {
            if (Forms.Find(seen => seen.Habit == habit && seen.Language == language && seen.Form == form) is { } known)
            {
                known.Times++;
            }
            else
            {
                Forms.Add(new SeenForm { Habit = habit, Language = language, Form = form, Times = 1 });
            }
        }

        return true;
    }

    /// <summary>Takes the person's own choice; null goes back to what was learned.</summary>
    public void Choose(string habit, string language, string? form)
    {
        Chosen.RemoveAll(chosen => chosen.Habit == habit && chosen.Language == language);
        if (form is not null)
        {
            Chosen.Add(new ChosenForm { Habit = habit, Language = language, Form = form });
        }
    }

    /// <summary>Forgets what was learned and chosen of one habit.</summary>
    public void Forget(string habit, string? language)
    {
        Forms.RemoveAll(form => form.Habit == habit && (language is null || form.Language == language));
        Chosen.RemoveAll(form => form.Habit == habit && (language is null || form.Language == language));
    }

    private StyleHabit HabitOf(string habit, string language)
    {
        var seen = Forms.Where(form => form.Habit == habit && form.Language == language).ToList();
        var best = seen.MaxBy(form => form.Times);
        var all = seen.Sum(form => form.Times);
        var isEnough = best is not null && best.Times >= EnoughReplies && best.Times >= EnoughShare * all;
        var own = Chosen.Find(chosen => chosen.Habit == habit && chosen.Language == language)?.Form;
        return new StyleHabit(habit, language.Length == 0 ? null : language, isEnough ? best!.Form : null, best?.Times ?? 0, all, own, own ?? (isEnough ? best!.Form : null));
    }
}

/// <summary>A form that was seen.</summary>
internal sealed class SeenForm
{
    /// <summary>greeting, closing, tone or length.</summary>
    public string Habit { get; set; } = "";

    /// <summary>The language it belongs to; empty for habits of all languages.</summary>
    public string Language { get; set; } = "";

    /// <summary>The form, such as "Hi {name},".</summary>
    public string Form { get; set; } = "";

    /// <summary>In how many replies.</summary>
    public int Times { get; set; }
}

/// <summary>A form that the person chose.</summary>
internal sealed class ChosenForm
{
    /// <summary>greeting, closing, tone or length.</summary>
    public string Habit { get; set; } = "";

    /// <summary>The language it belongs to; empty for habits of all languages.</summary>
    public string Language { get; set; } = "";

    /// <summary>The form.</summary>
    public string Form { get; set; } = "";
}

/// <summary>One habit: what was <c>Learned</c> (null until enough replies show it), in how many replies the most frequent form was <c>Seen</c> of how many, the person's <c>Own</c> choice, and what drafts use.</summary>
internal sealed record StyleHabit(string Name, string? Language, string? Learned, int Seen, int Of, string? Own, string? InUse);
