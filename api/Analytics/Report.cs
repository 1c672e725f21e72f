namespace OutlookAssist.Analytics;

/// <summary>What happened in a range of time, and what waits now.</summary>
/// <param name="From">The first moment.</param>
/// <param name="To">The moment after the last.</param>
/// <param name="Step">hour or day: what one entry of <paramref name="Series"/> covers.</param>
/// <param name="Totals">Everything summed.</param>
/// <param name="Series">One entry for each hour or day, in order and without gaps.</param>
/// <param name="Categories">How many mails of each category were drafted, the most frequent first.</param>
/// <param name="FirstDraft">How long mails waited for their draft.</param>
/// <param name="ServiceLevel">How many were decided in time.</param>
/// <param name="Review">What reviewers made of the drafts of connected mailboxes.</param>
/// <param name="Pane">What people made of the drafts that they asked for.</param>
/// <param name="Waiting">What waits now, by urgency.</param>
/// <param name="Mailboxes">The same figures for each mailbox.</param>
/// <param name="Models">The same figures for each model.</param>
internal sealed record Report(
    DateTime From, DateTime To, string Step, ReportTotals Totals, IReadOnlyList<ReportStep> Series, IReadOnlyList<ReportLabel> Categories,
    FirstDraftTimes FirstDraft, ServiceLevelFigures ServiceLevel, AcceptanceFigures Review, AcceptanceFigures Pane,
    IReadOnlyList<WaitingFigures> Waiting, IReadOnlyList<ReportGroup> Mailboxes, IReadOnlyList<ReportGroup> Models);

/// <summary>Sums. <c>Received</c> and <c>Skipped</c> count mails of connected mailboxes; <c>Drafts</c> all drafts, of which <c>PaneDrafts</c> were asked for in the pane; <c>OpenQuestions</c> those that no document answered.</summary>
internal sealed record ReportTotals(int Received, int Skipped, int Drafts, int PaneDrafts, int OpenQuestions, int Approved, int Rejected, int Discarded, int Breached);

/// <summary>One hour or day.</summary>
internal sealed record ReportStep(DateTime At, int Received, int Drafts, int Approved, int Rejected, int Breached, int OpenQuestions, int Negative, int Neutral, int Positive, IReadOnlyDictionary<string, int> Categories);

/// <summary>A label and how often it was given.</summary>
internal sealed record ReportLabel(string Label, int Count);

/// <summary>Seconds from the arrival of a mail to its draft; null where there is none.</summary>
internal sealed record FirstDraftTimes(int Count, double? MedianSeconds, double? P95Seconds, double? LongestSeconds);

/// <summary>Of the mails that fell due in the range: decided in time, decided late or still open; <c>Attainment</c> 0…1, null where none fell due.</summary>
internal sealed record ServiceLevelFigures(int Due, int Met, int Missed, double? Attainment);

/// <summary>What became of drafts: taken as they were, taken with changes, not taken; <c>Acceptance</c> is the share that was taken of all that were decided, 0…1; the distances are shares of changed characters of those taken.</summary>
internal sealed record AcceptanceFigures(int Decided, int Unchanged, int Changed, int Refused, double? Acceptance, double? MeanDistance, double? MedianDistance, IReadOnlyList<int> Distances);

/// <summary>Open items of one urgency and the age of the oldest.</summary>
internal sealed record WaitingFigures(string Urgency, int Open, int Overdue, DateTime? OldestAt, double OldestSeconds);

/// <summary>Figures of one mailbox or model.</summary>
internal sealed record ReportGroup(string Name, string Label, int Drafts, int Decided, double? Acceptance, double? MeanDistance, double? MedianSeconds, int OpenQuestions);
