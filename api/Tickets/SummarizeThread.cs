using System.Text;
using OutlookAssist.Language;

namespace OutlookAssist.Tickets;

/// <summary>Shortens a long thread to the sentences that matter, in their own words and order: promises, questions, figures, and what the thread keeps coming back to.</summary>
internal static class SummarizeThread
{
    private const int Longest = 1_800;
    private const int LongestSentence = 400;

    /// <summary>The summary; every line of it stands in the thread.</summary>
    public static string Of(IReadOnlyList<KnownTurn> turns)
    {
        var sentences = new List<(int Turn, int Order, string Text, double Weight)>();
        var spread = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = new List<(int Index, HashSet<string> Terms)>();
        for (var turn = 0; turn < turns.Count; turn++)
        {
            var said = turns[turn].Said;
            var spoken = LanguageDetector.Detect(said.Text.AsSpan(0, Math.Min(said.Text.Length, 800))).Tag;
            var order = 0;
            foreach (var text in SentenceSplitter.Split(said.Text).Select(span => said.Text[span.Start..span.End].ReplaceLineEndings(" ").Trim()).Where(text => text.Length is > 12 and <= LongestSentence))
            {
                var words = new List<Term>();
                TextTerms.Analyze(text, spoken, words);
                var own = words.Where(term => !term.IsStopWord).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
                foreach (var term in own)
                {
                    spread[term] = spread.GetValueOrDefault(term) + 1;
                }

                terms.Add((sentences.Count, own));
                sentences.Add((turn, order, text, Marks(said, text) + (order == 0 ? 0.5 : 0) + (turn == turns.Count - 1 ? 0.5 : 0)));
                order++;
            }
        }

        var weighed = terms.Select(entry =>
        {
            var (turn, order, text, weight) = sentences[entry.Index];
            return (Turn: turn, Order: order, Text: text, Weight: weight + Shared(entry.Terms, spread));
        });
        var length = 0;
        var kept = weighed.OrderByDescending(sentence => sentence.Weight).ThenByDescending(sentence => sentence.Turn)
            .TakeWhile(sentence => (length += sentence.Text.Length + 1) <= Longest).OrderBy(sentence => sentence.Turn).ThenBy(sentence => sentence.Order);
        return Write(turns, kept);
    }

    private static string Write(IReadOnlyList<KnownTurn> turns, IEnumerable<(int Turn, int Order, string Text, double Weight)> kept)
    {
        var summary = new StringBuilder();
        foreach (var turn in kept.GroupBy(sentence => sentence.Turn))
        {
            summary.Append(ConversationMemory.HeadOf(turns[turn.Key])).Append('\n').AppendJoin(' ', turn.Select(sentence => sentence.Text)).Append("\n\n");
        }

        return summary.ToString().Trim();
    }

    private static double Marks(RememberedTurn said, string text) =>
        (said.Promises.Any(promise => promise.Text == text) ? 2 : 0) + (text.EndsWith('?') ? 1 : 0) + (text.Any(char.IsAsciiDigit) ? 0.7 : 0);

    /// <summary>How much of it others speak of too: the mean share of its terms' company, 0…1.</summary>
    private static double Shared(HashSet<string> terms, Dictionary<string, int> spread) =>
        terms.Count == 0 ? 0 : terms.Average(term => 1 - (1.0 / spread[term]));
}
