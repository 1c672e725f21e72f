using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Data;
using OutlookAssist.Mailboxes;
using OutlookAssist.Protection;

namespace OutlookAssist.Tickets;

/// <summary>Reads and writes the service levels of an organisation, and finds the one that applies to a mail.</summary>
internal sealed class KnownServiceLevels(ContentCipher cipher)
{
    /// <summary>What the organisation has configured; empty where it has not.</summary>
    public async Task<ServiceLevelConfiguration> ForAsync(OutlookAssistDatabase database, string organisation, CancellationToken cancellation) =>
        await database.Set<StoredServiceLevels>().AsNoTracking().FirstOrDefaultAsync(row => row.Organisation == organisation, cancellation) is { } stored
            ? JsonSerializer.Deserialize<ServiceLevelConfiguration>(cipher.Open(organisation, TicketTable.Levels.PlaceOf(organisation), stored.Content), JsonSerializerOptions.Web)!
            : ServiceLevelConfiguration.Empty;

    /// <summary>Keeps a configuration that was checked.</summary>
    public async Task KeepAsync(OutlookAssistDatabase database, string organisation, ServiceLevelConfiguration configuration, CancellationToken cancellation)
    {
        var content = cipher.Seal(organisation, TicketTable.Levels.PlaceOf(organisation), JsonSerializer.SerializeToUtf8Bytes(configuration, JsonSerializerOptions.Web));
        await database.ExecuteAsync(
            "INSERT INTO ServiceLevels (Organisation, Content) VALUES ($organisation, $content) ON CONFLICT (Organisation) DO UPDATE SET Content = $content",
            cancellation, ("$organisation", organisation), ("$content", content));
    }

    /// <summary>When a first reply to a mail is due, and when the targets are warned; null where no level applies.</summary>
    public static ReplyDue? DueOf(ServiceLevelConfiguration configuration, WorkingHours? mailboxHours, string category, string urgency, DateTimeOffset received)
    {
        var level = (configuration.Levels ?? [])
            .Where(level => (level.Category is null || level.Category == category) && (level.Urgency is null || level.Urgency == urgency))
            .OrderByDescending(level => (level.Category is null ? 0 : 2) + (level.Urgency is null ? 0 : 1)).FirstOrDefault();
        if (level is null)
        {
            return null;
        }

        var hours = level.Calendar is { } name ? HoursOf(configuration.Calendars!.First(calendar => calendar.Name == name)) : mailboxHours;
        var whole = TimeSpan.FromMinutes(level.FirstReplyMinutes);
        TimeSpan? warned = level.WarnAtPercent is { } percent ? whole * (percent / 100.0) : null;
        if (hours is not { Shifts.Count: > 0 })
        {
            return new ReplyDue(received + whole, received + warned);
        }

        var calendar = new WorkingCalendar(hours);
        return calendar.After(received, whole) is { } due ? new ReplyDue(due, warned is { } part ? calendar.After(received, part) : null) : null;
    }

    private static WorkingHours HoursOf(NamedCalendar calendar) => new(calendar.TimeZone!, calendar.Shifts ?? [], calendar.DaysOff ?? []);
}

/// <summary>When a first reply is due, and when the targets are warned.</summary>
internal sealed record ReplyDue(DateTimeOffset At, DateTimeOffset? WarnAt);
