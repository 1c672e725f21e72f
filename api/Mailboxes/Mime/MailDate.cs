using System.Globalization;
using System.Text;

namespace OutlookAssist.Mailboxes.Mime;

/// <summary>Reads the dates of mail headers, obsolete zones, two-digit years and comments included.</summary>
internal static class MailDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The moment, or null when the field is no date.</summary>
    public static DateTimeOffset? Parse(ReadOnlySpan<byte> field)
    {
        if (field.Length is 0 or > 300)
            return null;
        int day = 0, month = 0, year = -1, middle = 0;
        TimeSpan? time = null;
        TimeSpan? zone = null;
        foreach (var token in Tokens(Encoding.Latin1.GetString(field)))
        {
            if (token.Contains(':', StringComparison.Ordinal) && time is null)
                time = Clock(token);
            else if (MonthOf(token) is > 0 and var named && month == 0)
                month = named;
            else if (time is not null && zone is null && Zone(token) is { } offset)
                zone = offset;
            else if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (day == 0 && number is >= 1 and <= 31)
                    day = number;
                else if (year < 0)
                    year = FullYear(middle = number, token.Length);
                else if (month == 0 && middle is >= 1 and <= 12)
                    (month, year) = (middle, FullYear(number, token.Length));
            }
        }

        if (day == 0 || month == 0 || year is < 1900 or > 9998 || day > DateTime.DaysInMonth(year, month))
            return null;
        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Add(time ?? TimeSpan.Zero);
        return new DateTimeOffset(local, zone ?? TimeSpan.Zero);
    }

    /// <summary>Words without comments; a hyphen joins date parts ("01-Jan-2020") but begins a zone ("-0700").</summary>
    private static IEnumerable<string> Tokens(string text)
    {
        var depth = 0;
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : ' ';
            var isEdge = letter is ' ' or '\t' or ',' or '(' or ')' or '\r' or '\n' || (letter is '-' or '.' && start >= 0 && at > start && !text.AsSpan(start, at - start).Contains(':'));
            if (!isEdge && depth == 0 && start < 0)
                start = at;
            if (isEdge && start >= 0)
            {
                if (depth == 0)
                    yield return text[start..at];
                start = -1;
            }

            depth = Math.Max(0, depth + (letter == '(' ? 1 : letter == ')' ? -1 : 0));
        }
    }

    private static int FullYear(int number, int digits) => digits switch
    {
        4 => number,
        3 => 1900 + number,
        _ => number < 50 ? 2000 + number : 1900 + number,
    };

    private static int MonthOf(string token) => token.Length < 3 || !char.IsAsciiLetter(token[0]) ? 0 : Array.FindIndex(Months, month => token.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1;

    private static TimeSpan? Clock(string token)
    {
        var parts = token.Split(':');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour > 24
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minute) || minute > 59)
            return null;
        var second = parts.Length > 2 && int.TryParse(parts[2].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? Math.Min(stated, 59) : 0;
        return new TimeSpan(hour, minute, second);
    }

    private static TimeSpan? Zone(string token)
    {
        if (token[0] is '+' or '-' && token.Length is >= 3 and <= 6 && int.TryParse(token.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            var minutes = digits / 100 * 60 + digits % 100;
            return minutes > 14 * 60 ? TimeSpan.Zero : TimeSpan.FromMinutes(token[0] == '-' ? -minutes : minutes);
        }

        return token.ToUpperInvariant() switch
        {
            "UT" or "GMT" or "UTC" or "Z" => TimeSpan.Zero,
            "EST" or "CDT" => TimeSpan.FromHours(-5),
            "EDT" => TimeSpan.FromHours(-4),
            "CST" or "MDT" => TimeSpan.FromHours(-6),
            "MST" or "PDT" => TimeSpan.FromHours(-7),
            "PST" => TimeSpan.FromHours(-8),
            "CET" => TimeSpan.FromHours(1),
            "CEST" => TimeSpan.FromHours(2),
            _ => null,
        };
    }
}
