using System.Collections.Frozen;
using System.Globalization;

namespace OutlookAssist.Classification;

/// <summary>Says which day a written date means: "20.11.2026", "3 May", "tomorrow", counted from the day of the mail; nothing where it could be two.</summary>
internal static class DateValue
{
    // A day without a year is the nearest one.
    private const int HalfYear = 183;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Relatives = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["today"] = 0,
        ["heute"] = 0,
        ["aujourd'hui"] = 0,
        ["aujourd’hui"] = 0,
        ["hoy"] = 0,
        ["oggi"] = 0,
        ["hoje"] = 0,
        ["vandaag"] = 0,
        ["tomorrow"] = 1,
        ["demain"] = 1,
        ["domani"] = 1,
        ["amanhã"] = 1,
        ["yesterday"] = -1,
        ["gestern"] = -1,
        ["hier"] = -1,
        ["ayer"] = -1,
        ["ieri"] = -1,
        ["ontem"] = -1,
        ["gisteren"] = -1,
        ["übermorgen"] = 2,
        ["vorgestern"] = -2,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a word that names a day by its distance. German "hier" and "morgen" are other words as well and do not count.</summary>
    public static bool IsRelative(ReadOnlySpan<char> word) => Relatives.ContainsKey(word) && !word.Equals("hier", StringComparison.OrdinalIgnoreCase);

    /// <summary>The day as 2026-11-20, or null.</summary>
    public static string? Of(string written, DateTimeOffset? received)
    {
        DateOnly? from = received is { } moment ? DateOnly.FromDateTime(moment.DateTime) : null;
        var day = Relatives.TryGetValue(written, out var days) ? from?.AddDays(days) : InDigits(written) ?? InWords(written, from);
        return day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static DateOnly? InDigits(string written)
    {
        var parts = written.Split('.', '/', '-');
        if (parts.Length != 3 || !Array.TrueForAll(parts, part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            return null;
        var numbers = Array.ConvertAll(parts, part => int.Parse(part, CultureInfo.InvariantCulture));
        if (numbers[0] > 31)
            return Day(numbers[0], numbers[1], numbers[2]);
        var year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2];
        var (first, second) = (numbers[0], numbers[1]);
        // Between dots the day comes first; between slashes only a number over twelve tells.
        return written.Contains('.', StringComparison.Ordinal) || first > 12 ? Day(year, second, first)
            : second > 12 ? Day(year, first, second)
            : first == second ? Day(year, first, second) : null;
    }

    private static DateOnly? InWords(string written, DateOnly? from)
    {
        int? month = null, day = null, year = null;
        foreach (var word in written.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (FindDeadline.MonthOf(word.TrimEnd('.').ToLowerInvariant()) is { } named)
                month = named;
            else if (!int.TryParse(word.TrimEnd('s', 't', 'n', 'd', 'r', 'h', 'º', '.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                continue;
            else if (number > 31)
                year = number;
            else
                day = number;
        }

        if (month is not { } inMonth || day is not { } inDay)
            return null;
        if (year is { } stated)
            return Day(stated, inMonth, inDay);
        return from is not { } near ? null
            : new[] { near.Year - 1, near.Year, near.Year + 1 }.Select(candidate => Day(candidate, inMonth, inDay)).FirstOrDefault(candidate => candidate is { } found && Math.Abs(found.DayNumber - near.DayNumber) <= HalfYear);
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
