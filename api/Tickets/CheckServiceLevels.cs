using System.Net;

namespace OutlookAssist.Tickets;

/// <summary>Says what is wrong with a configuration of service levels, by the path of the field, before any of it is stored.</summary>
internal static class CheckServiceLevels
{
    private const int MostCalendars = 50;
    private const int MostLevels = 200;
    private const int MostTargets = 20;
    private const int MostSenders = 1_000;
    private const int LongestReply = 60 * 24 * 90;
    private const int LongestName = 100;
    private const int LongestAddress = 2_000;
    private static readonly string[] Urgencies = ["low", "normal", "high", "critical"];

    /// <summary>The first fault, or null when all is well.</summary>
    /// <param name="wanted">What is to be stored.</param>
    /// <param name="categories">The categories in force.</param>
    /// <param name="known">Names of targets whose address is stored already.</param>
    public static (string Field, string Detail)? Examine(ServiceLevelConfiguration wanted, IReadOnlyList<string> categories, IReadOnlyCollection<string> known) =>
        Calendars(wanted.Calendars ?? [])
        ?? Levels(wanted, categories)
        ?? Targets(wanted.Targets ?? [], known)
        ?? Senders(wanted.ImportantSenders ?? [])
        ?? Confidence(wanted.HumanBelowConfidence);

    private static (string, string)? Confidence(double below) => below is >= 0 and <= 1 ? null : ("humanBelowConfidence", "Give a confidence from 0 to 1.");

    private static (string, string)? Calendars(IReadOnlyList<NamedCalendar> calendars)
    {
        if (calendars.Count > MostCalendars)
        {
            return ("calendars", $"At most {MostCalendars} calendars.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < calendars.Count; index++)
        {
            var (path, calendar) = ($"calendars[{index}]", calendars[index]);
            if (!IsName(calendar.Name) || !names.Add(calendar.Name!))
            {
                return ($"{path}.name", "Give every calendar a name of its own.");
            }

            if (calendar.TimeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(calendar.TimeZone, out _))
            {
                return ($"{path}.timeZone", "Give a time zone by its IANA name, such as Europe/Vienna.");
            }

            if (calendar.Shifts is not { Count: > 0 and <= 100 })
            {
                return ($"{path}.shifts", "Give one to a hundred shifts.");
            }

            if (calendar.Shifts.Any(shift => !Enum.IsDefined(shift.Day) || (shift.To <= shift.From && shift.To != TimeOnly.MinValue)))
            {
                return ($"{path}.shifts", "A shift names a weekday and ends after it begins; 00:00 as its end is midnight.");
            }

            if (calendar.DaysOff is { Count: > 2_000 })
            {
                return ($"{path}.daysOff", "At most 2000 days off.");
            }
        }

        return null;
    }

    private static (string, string)? Levels(ServiceLevelConfiguration wanted, IReadOnlyList<string> categories)
    {
        var levels = wanted.Levels ?? [];
        if (levels.Count > MostLevels)
        {
            return ("levels", $"At most {MostLevels} levels.");
        }

        var seen = new HashSet<(string?, string?)>();
        for (var index = 0; index < levels.Count; index++)
        {
            var (path, level) = ($"levels[{index}]", levels[index]);
            if (level.Category is not null && !categories.Contains(level.Category, StringComparer.Ordinal))
            {
                return ($"{path}.category", $"There is no such category. There are: {string.Join(", ", categories)}.");
            }

            if (level.Urgency is not null && !Urgencies.Contains(level.Urgency, StringComparer.Ordinal))
            {
                return ($"{path}.urgency", $"The urgency is one of {string.Join(", ", Urgencies)}.");
            }

            if (!seen.Add((level.Category, level.Urgency)))
            {
                return (path, "Another level is for the same category and urgency.");
            }

            if (level.Calendar is not null && (wanted.Calendars ?? []).All(calendar => calendar.Name != level.Calendar))
            {
                return ($"{path}.calendar", "There is no calendar of this name.");
            }

            if (level.FirstReplyMinutes is < 1 or > LongestReply)
            {
                return ($"{path}.firstReplyMinutes", $"Give 1 to {LongestReply} minutes.");
            }

            if (level.WarnAtPercent is < 1 or > 99)
            {
                return ($"{path}.warnAtPercent", "Give 1 to 99 percent.");
            }
        }

        return null;
    }

    private static (string, string)? Targets(IReadOnlyList<EscalationTarget> targets, IReadOnlyCollection<string> known)
    {
        if (targets.Count > MostTargets)
        {
            return ("targets", $"At most {MostTargets} targets.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < targets.Count; index++)
        {
            var (path, target) = ($"targets[{index}]", targets[index]);
            if (!IsName(target.Name) || !names.Add(target.Name!))
            {
                return ($"{path}.name", "Give every target a name of its own.");
            }

            if (!EscalationTarget.Kinds.Contains(target.Kind, StringComparer.Ordinal))
            {
                return ($"{path}.kind", $"The kind is one of {string.Join(", ", EscalationTarget.Kinds)}.");
            }

            if (target.Address is null ? !known.Contains(target.Name!) : !IsAddress(target.Kind!, target.Address))
            {
                return ($"{path}.address", target.Kind == "mail" ? "Give one mail address." : "Give an https address without user and password; http only for this machine.");
            }

            if (target.Secret is { Length: < 16 or > 500 })
            {
                return ($"{path}.secret", "A secret has 16 to 500 characters.");
            }

            if ((target.On ?? []).FirstOrDefault(reason => !EscalationReason.All.Contains(reason, StringComparer.Ordinal)) is not null)
            {
                return ($"{path}.on", $"The reasons are {string.Join(", ", EscalationReason.All)}.");
            }
        }

        return null;
    }

    private static (string, string)? Senders(IReadOnlyList<string> senders)
    {
        if (senders.Count > MostSenders)
        {
            return ("importantSenders", $"At most {MostSenders} senders.");
        }

        for (var index = 0; index < senders.Count; index++)
        {
            if (senders[index] is not { Length: > 2 and <= LongestAddress } sender || sender.Count(character => character == '@') != 1 || sender.EndsWith('@') || sender.Any(char.IsWhiteSpace))
            {
                return ($"importantSenders[{index}]", "Give an address, or @ and a domain.");
            }
        }

        return null;
    }

    private static bool IsAddress(string kind, string address)
    {
        if (address.Length > LongestAddress || address.Any(char.IsControl))
        {
            return false;
        }

        if (kind == "mail")
        {
            return System.Net.Mail.MailAddress.TryCreate(address, out var mail) && mail.Address == address;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
    }

    private static bool IsName(string? name) => name is { Length: > 0 and <= LongestName } && !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl);
}
