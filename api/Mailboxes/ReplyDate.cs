using System.Collections.Frozen;

namespace OutlookAssist.Mailboxes;

/// <summary>Reads the day out of the words in which a mail program states when a mail was sent.</summary>
internal static class ReplyDate
{
    // The first letters that tell a month from the others, per language: en de fr es it pt nl sv da no fi pl ru.
    private static readonly FrozenDictionary<string, int> Months = Build(
        "jan januar january janvier ene enero gen gennaio janeiro tammi stycz sty янв",
        "feb februar february févr fév fevr febrero febbraio fev fevereiro helmi lut luty фев",
        "mar march märz mrz mars marzo março maart mrt maalis marz marca мар",
        "apr april avr avril abr abril aprile huhti kwi kwiet апр",
        "may mai mayo mag maggio maio mei maj touko мая май",
        "jun june juni juin junio giu giugno junho kesä cze июн",
        "jul july juli juil juillet julio lug luglio julho heinä lip июл",
        "aug august août aou ago agosto augustus augusti elo sie sierp авг",
        "sep sept september septembre septiembre set settembre setembro syys wrz сен",
        "oct october okt oktober octobre octubre ott ottobre out outubro loka paź окт",
        "nov november novembre noviembre novembro marras lis listop ноя",
        "dec december dez dezember déc dic diciembre dicembre dezembro des joulu gru grud дек");

    /// <summary>The day, or null when there is none or it could be two.</summary>
    public static DateOnly? Read(string text)
    {
        Span<int> numbers = stackalloc int[3];
        var month = 0;
        var found = 0;
        var isFirstLong = false;
        for (var at = 0; at < text.Length && found < 3;)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                var start = at;
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
                // Of a time or a zone nothing counts.
                if (at - start > 4 || (at < text.Length && text[at] == ':') || (start > 0 && text[start - 1] is ':' or '+'))
                    continue;
                isFirstLong |= found == 0 && at - start == 4;
                numbers[found++] = int.Parse(text.AsSpan(start, at - start), System.Globalization.CultureInfo.InvariantCulture);
            }
            else if (char.IsLetter(text[at]))
            {
                var start = at;
                while (at < text.Length && char.IsLetter(text[at]))
                    at++;
                month = month == 0 ? MonthOf(text.AsSpan(start, at - start)) : month;
            }
            else
            {
                at++;
            }

            if (month > 0 && found == 2)
                break;
        }

        return (month, found) switch
        {
            ( > 0, 2) => isFirstLong ? Make(numbers[0], month, numbers[1]) : Make(numbers[1], month, numbers[0]),
            (0, 3) when isFirstLong => Make(numbers[0], numbers[1], numbers[2]),
            (0, 3) when text.Contains('.', StringComparison.Ordinal) || numbers[0] > 12 => Make(numbers[2], numbers[1], numbers[0]),
            (0, 3) when numbers[1] > 12 => Make(numbers[2], numbers[0], numbers[1]),
            _ => null,
        };
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        var lookup = Months.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, 10); length >= 3; length--)
        {
            if (lookup.TryGetValue(word[..length], out var month))
                return month;
        }

        return 0;
    }

    private static DateOnly? Make(int year, int month, int day)
    {
        year = year < 100 ? 2000 + year : year;
        return year is >= 1970 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static FrozenDictionary<string, int> Build(params ReadOnlySpan<string> names)
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var month = 0; month < names.Length; month++)
        {
            foreach (var name in names[month].Split(' '))
                months[name] = month + 1;
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
