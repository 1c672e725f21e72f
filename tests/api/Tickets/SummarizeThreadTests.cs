using OutlookAssist.Mailboxes;
using OutlookAssist.Tickets;

namespace OutlookAssist.Tests.Api.Tickets;

public class SummarizeThreadTests
{
    [Fact]
    public void A_long_thread_keeps_its_promises_and_questions_in_their_own_words_and_order()
    {
        var chatter = string.Join(' ', Enumerable.Range(0, 40).Select(number => $"The weather was rather pleasant on the way to the office and nothing else happened there either."));
        var turns = new[]
        {
            Turn("Ana", $"My bicycle arrived with a broken wheel. {chatter} Will you replace the wheel of order 4711?"),
            Turn("Shop", $"{chatter} We will send a new wheel within 5 days.", "We will send a new wheel within 5 days."),
            Turn("Ana", $"{chatter} The new wheel has not arrived."),
        };
        var summary = SummarizeThread.Of(turns);
        Assert.InRange(summary.Length, 1, 2_200);
        var question = summary.IndexOf("Will you replace the wheel of order 4711?", StringComparison.Ordinal);
        var promise = summary.IndexOf("We will send a new wheel within 5 days.", StringComparison.Ordinal);
        Assert.True(question >= 0 && promise > question, summary);
    }

    [Fact]
    public void A_thread_without_words_has_no_summary() => Assert.Equal("", SummarizeThread.Of([]));

    private static KnownTurn Turn(string author, string text, string? promise = null) =>
        new(null, $"{author}@example.com", new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc).Ticks, null, new RememberedTurn(author, text, promise is null ? [] : [new Promise(promise, "within 5 days")]));
}
