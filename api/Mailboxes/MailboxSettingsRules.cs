namespace OutlookAssist.Mailboxes;

/// <summary>What the settings of a mailbox must keep to.</summary>
internal static class MailboxSettingsRules
{
    private const int MostItems = 50;
    private const int LongestName = 200;

    /// <summary>The first wrong field and what to do about it; null when all is well.</summary>
    public static (string Field, string Detail)? Examine(MailboxSettings settings)
    {
        foreach (var (field, names) in new[] { ("folders", settings.Folders), ("aliases", settings.Aliases), ("collections", settings.Collections) })
        {
            if (names is null || names.Count > MostItems || names.Any(name => string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl)))
            {
                return ($"settings.{field}", $"Give at most {MostItems} names of at most {LongestName} characters.");
            }
        }

        if (settings.Aliases.Any(alias => !alias.Contains('@', StringComparison.Ordinal)))
        {
            return ("settings.aliases", "An alias is an address.");
        }

        if (settings.Sending is null || settings.Sending.Any(rule => rule is null || string.IsNullOrWhiteSpace(rule.Category) || rule.Confidence is not (>= 0 and <= 1)))
        {
            return ("settings.sending", "A rule names a category and a confidence from 0 to 1.");
        }

        return settings.WorkingHours is { } hours ? Examine(hours) : null;
    }

    private static (string Field, string Detail)? Examine(WorkingHours hours)
    {
        if (hours.TimeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out _))
        {
            return ("settings.workingHours.timeZone", "Give a time zone by its IANA name, such as Europe/Vienna.");
        }

        return hours.Shifts is not { Count: > 0 and <= MostItems } || hours.Shifts.Any(shift => shift is null || shift.From >= shift.To || !Enum.IsDefined(shift.Day)) || hours.DaysOff is null
            ? ("settings.workingHours.shifts", "Give at least one shift; each begins before it ends, on the same day.")
            : null;
    }
}
