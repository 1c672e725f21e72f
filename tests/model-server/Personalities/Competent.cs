namespace OutlookAssist.ModelServer.Personalities;

/// <summary>Answers each question with the sentences of its passages that share most of its rare words, and says open where none does.</summary>
public sealed class Competent : IPersonality
{
    private const double Enough = 0.5;
    private const int LongestQuote = 500;

    private static readonly HashSet<string> Empty = ["the", "and", "for", "are", "what", "how", "does", "can", "you", "your", "our", "with", "that", "this", "from", "have", "will", "any", "who", "when", "where", "which", "was", "but", "not", "there", "about", "would", "could", "should", "please", "into", "than", "they", "them", "get", "has", "its", "use"];

    /// <inheritdoc />
    public string Answer(Prompt prompt)
    {
        var sentences = new List<ModelSentence>();
        var outcomes = new List<ModelOutcome>();
        var passages = prompt.Passages.ToDictionary(passage => passage.Id);
        foreach (var question in prompt.Questions)
        {
            var best = Best(question, [.. question.Passages.Where(passages.ContainsKey).Select(id => passages[id])]);
            if (best is null)
            {
                outcomes.Add(new ModelOutcome(question.Number, "open"));
                continue;
            }

            sentences.Add(best);
            outcomes.Add(new ModelOutcome(question.Number, "answered"));
        }

        return new ModelReply(sentences, outcomes).ToString();
    }

    internal static ModelSentence? Best(PromptQuestion question, IReadOnlyList<PromptPassage> passages)
    {
        var wanted = Words.Of(question.Text).Where(word => !Empty.Contains(word)).Select(Stem).Distinct().ToList();
        var weights = wanted.ToDictionary(word => word, word => Math.Log(1.5 + (passages.Count / (1.0 + passages.Count(passage => Words.Of(passage.Text).Select(Stem).Contains(word))))));
        var whole = weights.Values.Sum();
        var candidates =
            from passage in passages
            let context = Share(passage.Text, weights)
            from sentence in Words.Sentences(passage.Text)
            where sentence.Length is >= 20 and <= LongestQuote && !sentence.EndsWith('?')
            select (Score: (0.6 * Share(sentence, weights)) + (0.4 * context), Context: context, Passage: passage, Sentence: sentence);
        var best = candidates.OrderByDescending(candidate => candidate.Score).FirstOrDefault();
        return best.Sentence is null || whole == 0 || best.Context / whole < Enough ? null : new ModelSentence("cited", question.Number, best.Sentence, best.Passage.Id, best.Sentence);
    }

    private static double Share(string text, Dictionary<string, double> weights) => Words.Of(text).Select(Stem).Distinct().Sum(word => weights.GetValueOrDefault(word));

    private static string Stem(string word) => word.Length > 5 ? word[..5] : word;
}
