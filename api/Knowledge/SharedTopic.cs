using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>Lifts passages that speak with the words of the best ones: who asks knows few of the words that an answer uses (relevance feedback, RM3).</summary>
internal static class SharedTopic
{
    /// <summary>All words of the topic together weigh this share of the question; more of it loses the one page that answers.</summary>
    private const double TopicShare = 0.15;

    /// <summary>A longer question says its topic itself.</summary>
    private const int MostWords = 30;

    private const int PassagesLookedAt = 10;
    private const int FewestPassages = 2;
    private const int MostTerms = 20;

    /// <summary>A passage whose score is half of the best one's speaks for the topic with a sixteenth of its voice.</summary>
    private const double Steepness = 4;

    private const double TypicalPassage = 60;
    private const double LengthShare = 0.6;
    private const double TopicSaturation = 1;
    private const double Saturation = 1.5;

    /// <summary>The same passages, best first.</summary>
    public static IReadOnlyList<FoundPassage> Lift(QueryTerms query, IReadOnlyList<FoundPassage> ranked, PassageMatches matches)
    {
        if (matches.Rarity is null || ranked.Count <= FewestPassages || ranked[0].Score <= 0 || query.Count > MostWords)
        {
            return ranked;
        }

        var topic = Topic(query, ranked, matches.Rarity, matches.PassageCount);
        var scale = TopicShare * query.Weights.Sum() / topic.Values.Sum();
        return topic.Count == 0 ? ranked : [.. ranked
            .Select(found => found with { Score = found.Score + (scale * Score(found.Analysis, topic)) })
            .OrderByDescending(found => found.Score).ThenBy(found => found.Passage.Id)];
    }

    /// <summary>The words that most of the best passages share and few others have, each with its weight.</summary>
    private static Dictionary<int, double> Topic(QueryTerms query, IReadOnlyList<FoundPassage> ranked, StemRarity rarity, long passages)
    {
        var (voices, stems) = (new Dictionary<int, (double Weight, int Passages)>(), new Dictionary<int, string>());
        var terms = new List<Term>();
        foreach (var found in ranked.Take(PassagesLookedAt))
        {
            var voice = Math.Pow(Math.Max(0, found.Score) / ranked[0].Score, Steepness);
            terms.Clear();
            TextTerms.Analyze(found.Passage.Text, found.Passage.Language, terms);
            foreach (var word in terms.Where(term => !term.IsStopWord).CountBy(term => term.Stem))
            {
                var key = AnalyzedPassage.KeyOf(word.Key);
                var known = voices.GetValueOrDefault(key);
                stems[key] = word.Key;
                voices[key] = (known.Weight + (voice * Saturate(word.Value, TopicSaturation * Norm(found.Analysis))), known.Passages + 1);
            }
        }

        var shared = voices.Where(voice => voice.Value.Passages >= FewestPassages && query.IndexOf(voice.Key) < 0).ToList();
        var frequencies = rarity([.. shared.Select(voice => stems[voice.Key])]);
        return shared
            .Select(voice => (voice.Key, Weight: voice.Value.Weight * QueryTerms.RarityOf(frequencies.GetValueOrDefault(stems[voice.Key]), passages)))
            .OrderByDescending(voice => voice.Weight).Take(MostTerms).ToDictionary(voice => voice.Key, voice => voice.Weight);
    }

    private static double Score(AnalyzedPassage passage, Dictionary<int, double> topic)
    {
        var counts = new Dictionary<int, int>();
        foreach (var key in passage.Sentences.SelectMany(sentence => sentence.Terms).Where(topic.ContainsKey))
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts.Sum(count => topic[count.Key] * Saturate(count.Value, Saturation * Norm(passage)));
    }

    private static double Norm(AnalyzedPassage passage) => 1 - LengthShare + (LengthShare * passage.Length / TypicalPassage);

    private static double Saturate(double count, double saturation) => count / (count + saturation);
}
