using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tickets;

/// <summary>Counts time in which somebody works: weekly shifts in a time zone, less the days off, through changes to and from summer time.</summary>
/// <remarks>A shift is as long as it really is: one that spans the change to winter time has an hour more. A shift that begins in the hour that summer time leaves out begins when that hour is over.</remarks>
internal sealed class WorkingCalendar
{
    /// <summary>Beyond it a deadline says nothing any more, and days off for ever must not keep us counting.</summary>
    private const int FarthestDays = 3_660;

    private readonly TimeZoneInfo _zone;
    private readonly ILookup<DayOfWeek, Shift> _shifts;
    private readonly HashSet<DateOnly> _daysOff;

    /// <summary>The calendar of these hours.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine does not know the time zone.</exception>
    public WorkingCalendar(WorkingHours hours)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(hours.TimeZone);
        _shifts = hours.Shifts.ToLookup(shift => shift.Day);
        _daysOff = [.. hours.DaysOff];
    }

    /// <summary>The moment at which this much working time has passed since the start; null when that lies ten years ahead.</summary>
    public DateTimeOffset? After(DateTimeOffset start, TimeSpan working)
    {
        foreach (var (from, to) in StretchesFrom(start))
        {
            var length = to - from;
            if (length >= working)
            {
                return from + working;
            }

            working -= length;
        }

        return null;
    }

    /// <summary>How much working time lies between two moments; none when they are in the wrong order.</summary>
    public TimeSpan Between(DateTimeOffset start, DateTimeOffset end)
    {
        var total = TimeSpan.Zero;
        foreach (var (from, to) in StretchesFrom(start))
        {
            if (from >= end)
            {
                break;
            }

            total += (to < end ? to : end) - from;
        }

        return total;
    }

    /// <summary>Stretches of work from the start on, in UTC, in order and without overlap.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> StretchesFrom(DateTimeOffset start)
    {
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, _zone).DateTime).AddDays(-1);
        var reached = start.ToUniversalTime();
        for (var day = 0; day < FarthestDays; day++)
        {
            var date = first.AddDays(day);
            if (_daysOff.Contains(date))
            {
                continue;
            }

            foreach (var shift in _shifts[date.DayOfWeek].OrderBy(shift => shift.From))
            {
                var from = Beginning(date.ToDateTime(shift.From));
                var to = End(shift.To == TimeOnly.MinValue ? date.AddDays(1).ToDateTime(TimeOnly.MinValue) : date.ToDateTime(shift.To));
                from = from < reached ? reached : from;
                if (from < to)
                {
                    reached = to;
                    yield return (from, to);
                }
            }
        }
    }

    /// <summary>Of an hour that comes twice, the first.</summary>
    private DateTimeOffset Beginning(DateTime local) => At(local, offsets => offsets.Max());

    /// <summary>Of an hour that comes twice, the second.</summary>
    private DateTimeOffset End(DateTime local) => At(local, offsets => offsets.Min());

    private DateTimeOffset At(DateTime local, Func<TimeSpan[], TimeSpan> which)
    {
        if (_zone.IsInvalidTime(local))
        {
            return GapEnd(local);
        }

        return new DateTimeOffset(local, _zone.IsAmbiguousTime(local) ? which(_zone.GetAmbiguousTimeOffsets(local)) : _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The moment at which the clocks leave this local time out: whatever begins or ends in it does so then.</summary>
    private DateTimeOffset GapEnd(DateTime local)
    {
        var minute = new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0);
        while (_zone.IsInvalidTime(minute))
        {
            minute = minute.AddMinutes(1);
        }

        return new DateTimeOffset(minute, _zone.GetUtcOffset(minute)).ToUniversalTime();
    }
}
