using OutlookAssist.Review;

namespace OutlookAssist.Analytics;

/// <summary>Counts rows into a report; nothing here reads a database or a clock.</summary>
internal static class CountReport
{
    /// <summary>The mailbox of drafts that people asked for in the pane.</summary>
    public const string Pane = "pane";

    private const double SureShare = 0.95;
    private static readonly string[] Urgencies = ["critical", "high", "normal", "low"];
    private static readonly double[] DistanceSteps = [0, 0.05, 0.15, 0.3, 0.5, 1];

    /// <summary>The report at this moment.</summary>
    public static Report Of(ReportRows rows, ReportRange range, long now)
    {
        var pane = rows.Drafts.Where(draft => draft.MailboxId is null).ToList();
        return new Report(
            Utc(range.From),
            Utc(range.To),
            range.Step == TimeSpan.TicksPerHour ? "hour" : "day",
            Totals(rows, range, pane.Count),
            Series(rows, range),
            [.. rows.Drafts.GroupBy(draft => draft.Category).Select(group => new ReportLabel(group.Key, group.Count())).OrderByDescending(label => label.Count).ThenBy(label => label.Label, StringComparer.Ordinal)],
            FirstDrafts(rows.Items, range),
            ServiceLevel(rows.Items, range, now),
            Reviewed(rows.Items.Where(item => Decided(item, range))),
            Rated(pane),
            [.. Urgencies.Select(urgency => Waiting(urgency, rows.Items, now))],
            [.. Groups(rows, range, draft => draft.MailboxId ?? Pane, item => item.MailboxId, name => rows.Mailboxes.GetValueOrDefault(name, name))],
            [.. Groups(rows, range, draft => draft.Model, item => item.Model, name => name)]);
    }

    private static ReportTotals Totals(ReportRows rows, ReportRange range, int pane) => new(
        rows.Mails.Count,
        rows.Mails.Count(mail => mail.IsSkipped),
        rows.Drafts.Count,
        pane,
        rows.Drafts.Sum(draft => draft.OpenQuestions),
        rows.Items.Count(item => Became(item, ReviewState.Approved, range)),
        rows.Items.Count(item => Became(item, ReviewState.Rejected, range)),
        rows.Items.Count(item => Became(item, ReviewState.Discarded, range)),
        rows.Items.Count(item => item.BreachedTicks is { } at && range.Has(at)));

    private static List<ReportStep> Series(ReportRows rows, ReportRange range)
    {
        var mails = rows.Mails.ToLookup(mail => range.StepOf(mail.Ticks));
        var drafts = rows.Drafts.ToLookup(draft => range.StepOf(draft.Ticks));
        var decided = rows.Items.Where(item => item.DecidedTicks is { } at && range.Has(at)).ToLookup(item => range.StepOf(item.DecidedTicks!.Value));
        var breached = rows.Items.Where(item => item.BreachedTicks is { } at && range.Has(at)).ToLookup(item => range.StepOf(item.BreachedTicks!.Value));
        return [.. range.Steps().Select(at => new ReportStep(
            Utc(at),
            mails[at].Count(),
            drafts[at].Count(),
            decided[at].Count(item => item.State == ReviewState.Approved),
            decided[at].Count(item => item.State == ReviewState.Rejected),
            breached[at].Count(),
            drafts[at].Sum(draft => draft.OpenQuestions),
            drafts[at].Count(draft => draft.Sentiment == "negative"),
            drafts[at].Count(draft => draft.Sentiment == "neutral"),
            drafts[at].Count(draft => draft.Sentiment == "positive"),
            drafts[at].GroupBy(draft => draft.Category).ToDictionary(group => group.Key, group => group.Count())))];
    }

    private static FirstDraftTimes FirstDrafts(IEnumerable<ItemRow> items, ReportRange range)
    {
        var seconds = items.Where(item => item.DraftedTicks is { } at && range.Has(at)).Select(item => Math.Max(0, Seconds(item.DraftedTicks!.Value - item.ReceivedTicks))).Order().ToList();
        return new FirstDraftTimes(seconds.Count, Quantile(seconds, 0.5), Quantile(seconds, SureShare), seconds.Count == 0 ? null : seconds[^1]);
    }

    private static ServiceLevelFigures ServiceLevel(IEnumerable<ItemRow> items, ReportRange range, long now)
    {
        // What falls due later than now can still be met: it counts only when it was decided already.
        var due = items.Where(item => item.DueTicks is { } at && range.Has(at) && item.State != ReviewState.Discarded && (at <= now || !item.IsOpen)).ToList();
        var met = due.Count(item => item.DecidedTicks <= item.DueTicks);
        return new ServiceLevelFigures(due.Count, met, due.Count - met, Share(met, due.Count));
    }

    private static AcceptanceFigures Reviewed(IEnumerable<ItemRow> decided)
    {
        var items = decided.ToList();
        return Acceptance(items.Where(item => item.State == ReviewState.Approved).Select(item => item.EditDistance), items.Count(item => item.State == ReviewState.Rejected));
    }

    private static AcceptanceFigures Rated(IReadOnlyList<DraftRow> drafts) => Acceptance(
        drafts.Where(draft => draft.Outcome is "inserted" or "edited").Select(draft => draft.Outcome == "inserted" ? draft.EditDistance ?? 0 : draft.EditDistance),
        drafts.Count(draft => draft.Outcome == "discarded"));

    /// <summary>A taken draft whose distance is not known was changed: its text was just never told.</summary>
    private static AcceptanceFigures Acceptance(IEnumerable<double?> taken, int refused)
    {
        var all = taken.ToList();
        var distances = all.OfType<double>().Order().ToList();
        var unchanged = distances.Count(distance => distance == 0);
        var histogram = DistanceSteps.Select((step, index) => distances.Count(distance => distance <= step && (index == 0 || distance > DistanceSteps[index - 1]))).ToList();
        return new AcceptanceFigures(
            all.Count + refused, unchanged, all.Count - unchanged, refused, Share(all.Count, all.Count + refused),
            distances.Count == 0 ? null : Math.Round(distances.Average(), 4), Quantile(distances, 0.5), histogram);
    }

    private static WaitingFigures Waiting(string urgency, IEnumerable<ItemRow> items, long now)
    {
        var open = items.Where(item => item.IsOpen && item.Urgency == urgency).ToList();
        var oldest = open.Count == 0 ? (long?)null : open.Min(item => item.ReceivedTicks);
        return new WaitingFigures(urgency, open.Count, open.Count(item => item.DueTicks < now), oldest is { } at ? Utc(at) : null, oldest is { } since ? Math.Max(0, Seconds(now - since)) : 0);
    }

    private static IEnumerable<ReportGroup> Groups(ReportRows rows, ReportRange range, Func<DraftRow, string> nameOfDraft, Func<ItemRow, string> nameOfItem, Func<string, string> label)
    {
        var drafts = rows.Drafts.ToLookup(nameOfDraft);
        var items = rows.Items.ToLookup(nameOfItem);
        foreach (var name in drafts.Select(group => group.Key).Union(items.Select(group => group.Key)).Where(name => name.Length > 0).Order(StringComparer.Ordinal))
        {
            var reviewed = items[name].Where(item => Decided(item, range)).ToList();
            var rated = drafts[name].Where(draft => draft.MailboxId is null && draft.Outcome is not null).ToList();
            var figures = Acceptance(
                [.. reviewed.Where(item => item.State == ReviewState.Approved).Select(item => item.EditDistance), .. rated.Where(draft => draft.Outcome != "discarded").Select(draft => draft.Outcome == "inserted" ? draft.EditDistance ?? 0 : draft.EditDistance)],
                reviewed.Count(item => item.State == ReviewState.Rejected) + rated.Count(draft => draft.Outcome == "discarded"));
            yield return new ReportGroup(
                name, label(name), drafts[name].Count(), figures.Decided, figures.Acceptance, figures.MeanDistance,
                Quantile([.. drafts[name].Select(draft => Math.Round(draft.Milliseconds / 1000, 3)).Order()], 0.5), drafts[name].Sum(draft => draft.OpenQuestions));
        }
    }

    private static bool Decided(ItemRow item, ReportRange range) => Became(item, ReviewState.Approved, range) || Became(item, ReviewState.Rejected, range);

    private static bool Became(ItemRow item, ReviewState state, ReportRange range) => item.State == state && item.DecidedTicks is { } at && range.Has(at);

    /// <summary>The smallest value that at least this share of all values does not exceed.</summary>
    private static double? Quantile(IReadOnlyList<double> ordered, double share) =>
        ordered.Count == 0 ? null : ordered[Math.Max(0, (int)Math.Ceiling(share * ordered.Count) - 1)];

    private static double? Share(int part, int whole) => whole == 0 ? null : Math.Round((double)part / whole, 4);

    private static double Seconds(long ticks) => Math.Round(TimeSpan.FromTicks(ticks).TotalSeconds, 3);

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
