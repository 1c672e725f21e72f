using System.Globalization;
using OutlookAssist.Mailboxes;
using OutlookAssist.Tickets;

namespace OutlookAssist.Tests.Api.Tickets;

public class WorkingCalendarTests
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    [Theory]
    // Within a day, over the night, over the weekend, and before anybody works.
    [InlineData("2026-11-20T09:00:00+01:00", 60, "2026-11-20T10:00:00+01:00")]
    [InlineData("2026-11-19T16:30:00+01:00", 60, "2026-11-20T09:30:00+01:00")]
    [InlineData("2026-11-20T16:30:00+01:00", 60, "2026-11-23T09:30:00+01:00")]
    [InlineData("2026-11-20T05:00:00+01:00", 60, "2026-11-20T10:00:00+01:00")]
    // A holiday on Tuesday is nobody's day.
    [InlineData("2026-12-07T16:30:00+01:00", 60, "2026-12-09T09:30:00+01:00")]
    // Summer time begins on Sunday 29 March: Monday's nine o'clock is another moment.
    [InlineData("2026-03-27T16:30:00+01:00", 60, "2026-03-30T09:30:00+02:00")]
    [InlineData("2026-10-23T16:30:00+02:00", 60, "2026-10-26T09:30:00+01:00")]
    public void Working_time_ends_when_people_have_worked_so_long(string start, int minutes, string end)
    {
        var calendar = new WorkingCalendar(new WorkingHours("Europe/Vienna", [.. Weekdays.Select(day => new Shift(day, new TimeOnly(9, 0), new TimeOnly(17, 0)))], [new DateOnly(2026, 12, 8)]));
        Assert.Equal(At(end), calendar.After(At(start), TimeSpan.FromMinutes(minutes)));
        Assert.Equal(TimeSpan.FromMinutes(minutes), calendar.Between(At(start), At(end)));
    }

    [Theory]
    // The hour from two to three is left out in March and comes twice in October.
    [InlineData("2026-03-29T00:00:00+01:00", 180, "2026-03-29T04:00:00+02:00")]
    [InlineData("2026-10-25T00:00:00+02:00", 180, "2026-10-25T02:00:00+01:00")]
    public void A_night_shift_through_the_change_of_the_clocks_counts_the_time_that_passes(string start, int minutes, string end)
    {
        var calendar = new WorkingCalendar(new WorkingHours("Europe/Vienna", [new Shift(DayOfWeek.Sunday, TimeOnly.MinValue, new TimeOnly(8, 0))], []));
        Assert.Equal(At(end), calendar.After(At(start), TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void A_shift_that_begins_in_the_hour_that_is_left_out_begins_after_it()
    {
        var calendar = new WorkingCalendar(new WorkingHours("Europe/Vienna", [new Shift(DayOfWeek.Sunday, new TimeOnly(2, 30), new TimeOnly(5, 0))], []));
        Assert.Equal(At("2026-03-29T03:30:00+02:00"), calendar.After(At("2026-03-29T00:00:00+01:00"), TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public void Where_nobody_ever_works_nothing_is_due()
    {
        Assert.Null(new WorkingCalendar(new WorkingHours("UTC", [], [])).After(At("2026-11-20T09:00:00Z"), TimeSpan.FromMinutes(1)));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
