using System.Collections.Frozen;
using System.Globalization;

namespace OutlookAssist.Classification;

/// <summary>Finds the moment by which a mail wants something, counted from when the mail arrived.</summary>
internal static class FindDeadline
{
    private const int Reach = 5;

    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = BuildWeekdays();
    private static readonly FrozenDictionary<string, int> Months = BuildMonths();

    private static readonly FrozenSet<string> Leads = Words(
        "by until till before within due deadline latest than bis vor spätestens innerhalb binnen frist fällig stichtag avant d'ici délai échéance jusqu'à jusqu'au limite antes para hasta plazo dentro fecha entro prima scadenza até prazo voor uiterlijk tegen vóór");

    private static readonly FrozenSet<string> Needs = Words(
        "need needs needed must please asap required require requires urgent urgently have has deadline want reply respond answer response today's brauche brauchen benötige benötigen muss müssen bitte dringend noch antwort besoin dois devons faut veuillez merci urgent réponse necesito necesitamos debe debemos favor urgente respuesta bisogno devo preciso precisamos nodig moet graag");

    private static readonly FrozenSet<string> Todays = Words("today tonight eod cob heute aujourd'hui hoy oggi hoje vandaag ce-soir");

    private static readonly FrozenSet<string> Tomorrows = Words("tomorrow tmrw morgen demain mañana domani amanhã");

    private static readonly FrozenSet<string> Weeks = Words("week woche semaine semana settimana weekend eow freitagabend");

    /// <summary>The number of a month by its name in lower case, or null.</summary>
    public static int? MonthOf(string name) => Months.TryGetValue(name, out var month) ? month : null;

    /// <summary>The nearest deadline at or after <paramref name="receivedAt"/>, with a name for it such as "today"; null when none is named.</summary>
    public static Deadline? Find(string text, DateTimeOffset receivedAt)
    {
        Deadline? best = null;
        foreach (var range in SplitClauses(text))
        {
            var words = Tokenize(text.AsSpan(range));
            for (var i = 0; i < words.Count; i++)
            {
                if (Resolve(words, i, receivedAt) is { } deadline && (best is null || deadline.At < best.At))
                    best = deadline;
            }
        }

        return best;
    }

    private static Deadline? Resolve(List<string> words, int at, DateTimeOffset received)
    {
        var word = words[at];
        var led = HasBefore(words, at, Leads);
        if (Todays.Contains(word) && (led || word is "eod" or "cob" || HasAnywhere(words, Needs)))
            return AtTime(words, at, received, 0, "today");
        if (Tomorrows.Contains(word) && !IsMorning(words, at) && (led || HasAnywhere(words, Needs)))
            return AtTime(words, at, received, 1, "tomorrow");
        if (word is "hours" or "hour" or "hrs" or "stunden" or "stunde" or "heures" or "heure" or "horas" or "hora" or "ore" or "uur" && led && at > 0 && Number(words[at - 1]) is { } hours and <= 240)
            return new Deadline(received.AddHours(hours).ToUniversalTime(), $"within {hours} hours");
        if (word is "days" or "tagen" or "tage" or "jours" or "días" or "giorni" or "dias" or "dagen" && led && at > 0 && Number(words[at - 1]) is { } days and <= 60)
            return new Deadline(EndOfDay(received, days), $"within {days} days");
        if (!led)
            return null;
        if (Weekdays.TryGetValue(word, out var weekday))
        {
            var ahead = ((int)weekday - (int)received.DayOfWeek + 7) % 7;
            if (ahead == 0 || (ahead < 7 && IsNext(words, at) && ahead <= 0))
                ahead += 7;
            return AtTime(words, at, received, ahead, weekday.ToString());
        }

        if (Weeks.Contains(word) && !IsNext(words, at))
            return new Deadline(EndOfDay(received, ((int)DayOfWeek.Friday - (int)received.DayOfWeek + 7) % 7), "this week");
        if (ParseDate(words, at, received) is { } date)
            return new Deadline(date, "a named date");
        return Clock(words, at) is { } time && HasTodayMeaning(words) ? AtClock(received, 0, time, "today") : null;
    }

    private static DateTimeOffset? ParseDate(List<string> words, int at, DateTimeOffset received)
    {
        var word = words[at];
        if (word.Length == 10 && word[4] == '-' && DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
            return At(iso.Year, iso.Month, iso.Day, received);
        var parts = word.Split('.', '/');
        if (parts.Length >= 2 && Number(parts[0]) is { } first && Number(parts[1]) is { } second)
        {
            // 05/13 can only be May; otherwise the day comes first, as nearly everywhere.
            var (day, month) = second > 12 && word.Contains('/') ? (second, first) : (first, second);
            var year = parts.Length > 2 && Number(parts[2]) is { } stated ? (stated < 100 ? 2000 + stated : stated) : 0;
            return At(year, month, day, received);
        }

        if (!Months.TryGetValue(word, out var named))
            return null;
        for (var step = -2; step <= 1; step++)
        {
            if (step == 0 || at + step < 0 || at + step >= words.Count || Ordinal(words[at + step]) is not { } dayOfMonth)
                continue;
            return At(0, named, dayOfMonth, received);
        }

        return null;
    }

    private static DateTimeOffset? At(int year, int month, int day, DateTimeOffset received)
    {
        var isOpen = year == 0;
        year = isOpen ? received.Year : year;
        if (year is < 2000 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var end = new DateTimeOffset(year, month, day, 23, 59, 59, received.Offset);
        // A day without a year that is long past means next year's.
        if (isOpen && end < received.AddDays(-60) && day <= DateTime.DaysInMonth(year + 1, month))
            end = new DateTimeOffset(year + 1, month, day, 23, 59, 59, received.Offset);
        return end < received ? null : end.ToUniversalTime();
    }

    private static Deadline AtTime(List<string> words, int at, DateTimeOffset received, int days, string name)
    {
        for (var near = Math.Max(0, at - 5); near < Math.Min(words.Count, at + 5); near++)
        {
            if (Clock(words, near) is { } time)
                return AtClock(received, days, time, name);
        }

        return new Deadline(EndOfDay(received, days), name);
    }

    private static Deadline AtClock(DateTimeOffset received, int days, TimeSpan time, string name)
    {
        var moment = new DateTimeOffset(received.Date, received.Offset).AddDays(days).Add(time);
        return new Deadline(moment.ToUniversalTime(), name);
    }

    /// <summary>"5 pm", "5pm", "17:00", "17h", "17 uhr", "noon".</summary>
    private static TimeSpan? Clock(List<string> words, int at)
    {
        var word = words[at];
        if (word is "noon" or "mittag" or "midi" or "mediodía" or "mezzogiorno")
            return TimeSpan.FromHours(12);
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var suffix = word.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ':', '.');
        var digits = word[..(word.Length - suffix.Length)];
        if (digits.Length == 0)
            return null;
        var next = at + 1 < words.Count ? words[at + 1] : string.Empty;
        var unit = suffix.Length > 0 ? suffix : next;
        var isPm = unit is "pm" or "p.m" or "p.m.";
        var isAm = unit is "am" or "a.m" or "a.m.";
        if (!isPm && !isAm && colon < 0 && unit is not ("uhr" or "h" or "uur" or "o'clock" or "horas"))
            return null;
        var parts = digits.Split(':', '.');
        if (Number(parts[0]) is not { } hour || hour > 24)
            return null;
        var minute = parts.Length > 1 ? Number(parts[1]) ?? 0 : 0;
        if (minute > 59)
            return null;
        hour = isPm && hour < 12 ? hour + 12 : isAm && hour == 12 ? 0 : hour;
        return new TimeSpan(hour, minute, 0);
    }

    private static DateTimeOffset EndOfDay(DateTimeOffset received, int days) =>
        new DateTimeOffset(received.Date, received.Offset).AddDays(days).AddHours(23).AddMinutes(59).AddSeconds(59).ToUniversalTime();

    private static bool HasTodayMeaning(List<string> words) => HasAnywhere(words, Needs) && !words.Exists(Weekdays.ContainsKey) && !words.Exists(Tomorrows.Contains) && !words.Exists(Months.ContainsKey);

    /// <summary>"heute morgen" and "morgen früh" differ: only the first is a part of today.</summary>
    private static bool IsMorning(List<string> words, int at) =>
        at > 0 && (words[at] == "morgen" && words[at - 1] is "heute" or "guten" or "jeden" or "am" || words[at] == "mañana" && words[at - 1] is "la" or "por");

    private static bool IsNext(List<string> words, int at) => at > 0 && words[at - 1] is "next" or "nächste" or "nächster" or "nächsten" or "kommende" or "prochaine" or "próxima" or "volgende";

    private static bool HasBefore(List<string> words, int at, FrozenSet<string> set)
    {
        for (var back = at - 1; back >= 0 && back >= at - Reach; back--)
        {
            if (set.Contains(words[back]))
                return true;
        }

        return false;
    }

    private static bool HasAnywhere(List<string> words, FrozenSet<string> set) => words.Exists(set.Contains);

    private static int? Number(string text) => text.Length is > 0 and <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Ordinal(string word)
    {
        var digits = word.TrimEnd('.', 's', 't', 'n', 'd', 'r', 'h', 'e', 'º', 'ª');
        return Number(digits) is { } day and >= 1 and <= 31 ? day : null;
    }

    private static List<Range> SplitClauses(string text)
    {
        var ranges = new List<Range>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !(text[i] is '!' or '?' or ';' || (text[i] == '\n' && (i + 1 == text.Length || text[i + 1] == '\n')) || (text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])) && (i == 0 || !char.IsAsciiDigit(text[i - 1])))))
                continue;
            if (i - start > 2)
                ranges.Add(start..i);
            start = i + 1;
        }

        return ranges;
    }

    private static List<string> Tokenize(ReadOnlySpan<char> clause)
    {
        var words = new List<string>();
        foreach (var range in clause.SplitAny(" \t\n,()\"“”"))
        {
            var word = clause[range].Trim("'’*_<>");
            if (word.Length > 0 && word.Length <= 24)
                words.Add(word.TrimEnd(word.Length > 3 && char.IsLetter(word[0]) ? ".:" : ":").ToString().Replace('’', '\'').ToLowerInvariant());
        }

        return words;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, DayOfWeek> BuildWeekdays()
    {
        var names = new Dictionary<string, DayOfWeek>(StringComparer.Ordinal);
        void Add(DayOfWeek day, string list)
        {
            foreach (var name in list.Split(' '))
                names[name] = day;
        }

        Add(DayOfWeek.Monday, "monday montag lundi lunes lunedì segunda-feira maandag");
        Add(DayOfWeek.Tuesday, "tuesday dienstag mardi martes martedì terça-feira dinsdag");
        Add(DayOfWeek.Wednesday, "wednesday mittwoch mercredi miércoles mercoledì quarta-feira woensdag");
        Add(DayOfWeek.Thursday, "thursday donnerstag jeudi jueves giovedì quinta-feira donderdag");
        Add(DayOfWeek.Friday, "friday freitag vendredi viernes venerdì sexta-feira vrijdag");
        Add(DayOfWeek.Saturday, "saturday samstag sonnabend samedi sábado sabato zaterdag");
        Add(DayOfWeek.Sunday, "sunday sonntag dimanche domingo domenica zondag");
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, int> BuildMonths()
    {
        string[] lists =
        [
            "january jan januar janvier enero gennaio janeiro januari", "february feb februar février febrero febbraio fevereiro februari", "march mar märz mars marzo março maart", "april apr avril abril aprile", "may mai mayo maggio maio mei", "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho", "august aug août agosto augustus", "september sep sept septembre septiembre settembre setembro", "october oct oktober octobre octubre ottobre outubro", "november nov novembre noviembre novembro", "december dec dezember décembre diciembre dicembre dezembro",
        ];
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 0; month < lists.Length; month++)
        {
            foreach (var name in lists[month].Split(' '))
                names[name] = month + 1;
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>A moment in UTC, and words for it that quote nothing of the mail.</summary>
internal sealed record Deadline(DateTimeOffset At, string Name);
