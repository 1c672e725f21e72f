using System.Text.Json.Serialization;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Tickets;

/// <summary>What an organisation promises its senders and itself: the body of <c>/api/service-levels</c>, replaced as a whole.</summary>
/// <param name="Calendars">When people work, by name.</param>
/// <param name="Levels">How soon a first reply is due; the most specific one that fits counts.</param>
/// <param name="Targets">Who is told when time runs short or a person is needed.</param>
/// <param name="ImportantSenders">Addresses, or <c>@domain</c> for everybody there, whose mail comes first.</param>
/// <param name="HumanBelowConfidence">A mail whose category is less sure than this goes to a person at once; 0 for never.</param>
internal sealed record ServiceLevelConfiguration(
    IReadOnlyList<NamedCalendar>? Calendars = null,
    IReadOnlyList<ServiceLevel>? Levels = null,
    IReadOnlyList<EscalationTarget>? Targets = null,
    IReadOnlyList<string>? ImportantSenders = null,
    double HumanBelowConfidence = ServiceLevelConfiguration.UsualConfidence)
{
    /// <summary>Where nothing is configured.</summary>
    public const double UsualConfidence = 0.25;

    /// <summary>An organisation that has configured nothing.</summary>
    public static readonly ServiceLevelConfiguration Empty = new([], [], [], []);
}

/// <summary>A weekly calendar with a name; see <see cref="WorkingHours"/>.</summary>
internal sealed record NamedCalendar(string? Name = null, string? TimeZone = null, IReadOnlyList<Shift>? Shifts = null, IReadOnlyList<DateOnly>? DaysOff = null);

/// <summary>How soon a first reply is due.</summary>
/// <param name="Category">Of mails of this category; null for any.</param>
/// <param name="Urgency">Of mails of this urgency; null for any.</param>
/// <param name="Calendar">In the working time of this calendar; null for the mailbox's own hours, or around the clock where it has none.</param>
/// <param name="FirstReplyMinutes">Minutes of working time.</param>
/// <param name="WarnAtPercent">When so much of it has passed, the targets are warned; null for never.</param>
internal sealed record ServiceLevel(string? Category = null, string? Urgency = null, string? Calendar = null, int FirstReplyMinutes = 0, int? WarnAtPercent = null);

/// <summary>Somebody who is told.</summary>
/// <param name="Name">How it is called here.</param>
/// <param name="Kind">webhook, teams, slack or mail.</param>
/// <param name="Address">Where: https, or a mail address. Shown without what makes it secret; left out, the one that is stored under this name stays.</param>
/// <param name="Secret">Webhook: signs what is sent; never shown. Left out, the one that is stored stays.</param>
/// <param name="On">Of what: warning, breach, urgent, uncertain; left out means all.</param>
internal sealed record EscalationTarget(
    string? Name = null,
    string? Kind = null,
    string? Address = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret = null,
    IReadOnlyList<string>? On = null)
{
    /// <summary>The kinds there are.</summary>
    public static readonly string[] Kinds = ["webhook", "teams", "slack", "mail"];

    /// <summary>Whether this target wants to hear of it.</summary>
    public bool Wants(string reason) => On is not { Count: > 0 } || On.Contains(reason, StringComparer.Ordinal);
}
