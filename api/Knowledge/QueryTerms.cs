using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>The words of a question that can be looked for, each with its stems in every language of the documents and its weight.</summary>
internal sealed class QueryTerms
{
    /// <summary>Words that only set the scene count this much of their rarity.</summary>
    public const double ContextShare = 0.25;

    /// <summary>"Key points", "aspects", "according to": a page that lacks them may answer all the same.</summary>
    private const double FrameShare = 0.3;

    private readonly Dictionary<string, int> _indexOfStem = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _indexOfKey = [];
    private readonly List<double> _shares = [];
    private readonly List<bool> _frames = [];
    private double[] _weights = [];

    /// <summary>How many different words there are.</summary>
    public int Count => _shares.Count;

    /// <summary>Every stem to look for.</summary>
    public IReadOnlyCollection<string> Stems => _indexOfStem.Keys;

    /// <summary>Rarity times share, by index of the word.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>The weight of all words that are asked for, those that no document knows included.</summary>
    public double TotalWeight { get; private set; }

    /// <summary>What a word's presence proves: its weight, little for words that only frame a question, nothing for its context.</summary>
    public double Proof(int index) => !IsAsked(index) ? 0 : _weights[index] * (_frames[index] ? FrameShare : 1);

    /// <summary>Reads the question, and a context whose words help to choose but are not asked for.</summary>
    public static QueryTerms Read(string question, string context, IReadOnlyCollection<string> languages)
    {
        var read = new QueryTerms();
        read.Add(question, 1, languages);
        read.Add(context, ContextShare, languages);
        return read;
    }

    /// <summary>The index of the word behind a passage's key, or −1.</summary>
    public int IndexOf(int key) => _indexOfKey.TryGetValue(key, out var index) ? index : -1;

    /// <summary>Whether the word was asked for itself and not only part of the context.</summary>
    public bool IsAsked(int index) => _shares[index] >= 1;

    /// <summary>Rare words weigh more: the inverse document frequency of BM25.</summary>
    public void Weigh(IReadOnlyDictionary<string, long> frequencies, long passages)
    {
        var frequency = new long[Count];
        foreach (var (stem, index) in _indexOfStem)
        {
            frequency[index] = Math.Max(frequency[index], frequencies.GetValueOrDefault(stem));
        }

        _weights = new double[Count];
        TotalWeight = 0;
        for (var index = 0; index < Count; index++)
        {
            _weights[index] = _shares[index] * Math.Log(1 + ((passages - frequency[index] + 0.5) / (frequency[index] + 0.5)));
            TotalWeight += Proof(index);
        }
    }

    private void Add(string text, double share, IReadOnlyCollection<string> languages)
    {
        // The same word stems differently in each language: its places in the text tie the stems together.
        var indexOfPlace = new Dictionary<int, int>();
        var terms = new List<Term>();
        foreach (var language in languages)
        {
            terms.Clear();
            TextTerms.Analyze(text, language, terms);
            foreach (var term in terms)
            {
                if (term.IsStopWord || _indexOfStem.ContainsKey(term.Stem))
                {
                    continue;
                }

                if (!indexOfPlace.TryGetValue((term.Start << 8) + term.Length, out var index))
                {
                    index = indexOfPlace[(term.Start << 8) + term.Length] = _shares.Count;
                    _shares.Add(share);
                    _frames.Add(QuestionFrames.Contains(term.Stem, language));
                }

                _indexOfStem[term.Stem] = index;
                _indexOfKey[AnalyzedPassage.KeyOf(term.Stem)] = index;
            }
        }
    }
}
