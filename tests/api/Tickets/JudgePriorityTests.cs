using OutlookAssist.Classification;
using OutlookAssist.Tickets;

namespace OutlookAssist.Tests.Api.Tickets;

public class JudgePriorityTests
{
    [Fact]
    public void What_hurries_more_comes_first_and_says_why()
    {
        var usual = JudgePriority.Of(Of("normal"), isImportant: false, left: null);
        Assert.Empty(usual.Reasons);
        var more = new[]
        {
            JudgePriority.Of(Of("high"), false, null),
            JudgePriority.Of(Of("normal", "negative", -0.9), false, null),
            JudgePriority.Of(Of("normal"), true, null),
            JudgePriority.Of(Of("normal"), false, TimeSpan.FromMinutes(30)),
            JudgePriority.Of(Of("normal"), false, TimeSpan.FromMinutes(-1)),
        };
        Assert.All(more, priority => Assert.True(priority.Value > usual.Value && priority.Reasons.Count == 1));
        Assert.True(JudgePriority.Of(Of("low"), false, null).Value < usual.Value);
        Assert.Equal(100, JudgePriority.Of(Of("critical", "negative", -1), true, TimeSpan.Zero).Value);
    }

    [Theory]
    [InlineData("critical", 0.9, false, EscalationReason.Urgent)]
    [InlineData("normal", 0.1, true, EscalationReason.Uncertain)]
    [InlineData("normal", 0.1, false, null)]
    [InlineData("normal", 0.9, true, null)]
    public void A_person_is_needed_at_once_where_it_cannot_wait_or_nobody_knows_what_it_is(string urgency, double confidence, bool isUncertain, string? reason) =>
        Assert.Equal(reason, JudgePriority.NeedsPerson(Of(urgency, confidence: confidence, isUncertain: isUncertain), 0.25));

    private static MessageClassification Of(string urgency, string sentiment = "neutral", double score = 0, double confidence = 0.9, bool isUncertain = false) => new(
        new SentimentResult(sentiment, score, 0.9), new UrgencyResult(urgency, 0.9, [], null), new LabelResult("support", confidence), [new LabelResult("question", 0.9)], false,
        new LanguageResult("en", 0.9), [], new AutomaticResult(false, []), isUncertain);
}
