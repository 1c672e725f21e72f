namespace OutlookAssist.Language;

/// <summary>How likely each language is to have written a given word, learned once per process from our own word lists.</summary>
internal sealed class LanguageModel
{
    private const int Width = ScoreRow.Width;

    // One word decides by no more than this, so that a name or a borrowed word cannot outvote a sentence.
    private const float MostPerWord = 5f;

    // Neighbouring trigrams share letters and so say partly the same.
    private const float TrigramWeight = 0.45f;

    private const float ListShare = 0.75f;

    private const double Smoothing = 0.35;

    private readonly Dictionary<ulong, int> _rowOfWord = [];
    private readonly Dictionary<ulong, int> _rowOfTrigram = [];
    private readonly float[] _words;
    private readonly float[] _trigrams;
    private readonly float[] _unseenTrigram = new float[Width];

    private LanguageModel()
    {
        Tags = [.. LanguageProfiles.Languages];
        var words = new List<double[]>();
        var trigrams = new List<double[]>();
        var spellings = new List<string>();
        for (var language = 0; language < Tags.Length; language++)
            Read(language, words, trigrams, spellings);
        _words = LogWords(words);
        _trigrams = LogTrigrams(trigrams);

        // Half of all running words are in a list: their letters are looked at here, once.
        Span<float> scores = stackalloc float[Width];
        for (var row = 0; row < spellings.Count; row++)
        {
            ScoreLetters(spellings[row], scores);
            ScoreRow.Max(_words.AsSpan(row * Width, Width), scores);
        }
    }

    /// <summary>Built on first use: a few thousand words, under ten milliseconds.</summary>
    public static LanguageModel Shared { get; } = new();

    /// <summary>The languages in the order of a row.</summary>
    public string[] Tags { get; }

    /// <summary>Adds what one lower-cased word says about each language: 0 for the likeliest of the mask, less for the others.</summary>
    /// <param name="word">Letters only.</param>
    /// <param name="mask">0 for a language that may be, minus infinity for one of another script.</param>
    /// <param name="totals">One sum per language.</param>
    public void Add(ReadOnlySpan<char> word, ReadOnlySpan<float> mask, Span<float> totals)
    {
        Span<float> scores = stackalloc float[Width];
        if (_rowOfWord.TryGetValue(Hash(word), out var row))
            _words.AsSpan(row * Width, Width).CopyTo(scores);
        else
            ScoreLetters(word, scores);
        ScoreRow.Add(scores, mask);
        ScoreRow.BehindBest(scores, -MostPerWord);
        ScoreRow.Add(totals, scores);
    }

    private void ScoreLetters(ReadOnlySpan<char> word, Span<float> scores)
    {
        scores.Clear();
        char before = ' ', letter = word[0];
        for (var index = 0; index < word.Length; index++)
        {
            var after = index + 1 < word.Length ? word[index + 1] : ' ';
            ScoreRow.Add(scores, _rowOfTrigram.TryGetValue(Key(before, letter, after), out var row) ? _trigrams.AsSpan(row * Width, Width) : _unseenTrigram);
            (before, letter) = (letter, after);
        }

        ScoreRow.Scale(scores, TrigramWeight);
    }

    private void Read(int language, List<double[]> words, List<double[]> trigrams, List<string> spellings)
    {
        var rank = 0;
        foreach (var entry in StopWords.Of(Tags[language]).Concat(LanguageProfiles.Of(Tags[language])))
        {
            // Words thin out by rank as in any language, but not so steeply that the lists' order matters much.
            var weight = 1.0 / (rank++ + 30);
            foreach (var word in entry.Split(['\'', '\u200C', '-'], StringSplitOptions.RemoveEmptyEntries))
            {
                Count(_rowOfWord, words, Hash(word), language, weight);
                if (words.Count > spellings.Count)
                    spellings.Add(word);
                for (var index = 0; index < word.Length; index++)
                {
                    var key = Key(index > 0 ? word[index - 1] : ' ', word[index], index + 1 < word.Length ? word[index + 1] : ' ');
                    Count(_rowOfTrigram, trigrams, key, language, Math.Sqrt(weight) * 8);
                }
            }
        }
    }

    private static void Count(Dictionary<ulong, int> rows, List<double[]> counts, ulong key, int language, double weight)
    {
        if (!rows.TryGetValue(key, out var row))
        {
            rows[key] = row = counts.Count;
            counts.Add(new double[Width]);
        }

        counts[row][language] += weight;
    }

    private float[] LogWords(List<double[]> counts)
    {
        var logs = new float[counts.Count * Width];
        Array.Fill(logs, float.NegativeInfinity);
        for (var language = 0; language < Tags.Length; language++)
        {
            var total = counts.Sum(row => row[language]);
            for (var row = 0; row < counts.Count; row++)
            {
                if (counts[row][language] > 0)
                    logs[row * Width + language] = (float)Math.Log(ListShare * counts[row][language] / total);
            }
        }

        return logs;
    }

    private float[] LogTrigrams(List<double[]> counts)
    {
        var logs = new float[counts.Count * Width];
        for (var language = 0; language < Tags.Length; language++)
        {
            var total = counts.Sum(row => row[language]) + Smoothing * counts.Count;
            _unseenTrigram[language] = (float)Math.Log(Smoothing / total);
            for (var row = 0; row < counts.Count; row++)
                logs[row * Width + language] = (float)Math.Log((counts[row][language] + Smoothing) / total);
        }

        return logs;
    }

    private static ulong Key(char first, char second, char third) => (ulong)first << 32 | (ulong)second << 16 | third;

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in word)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }
}
