using OutlookAssist.Language;

namespace OutlookAssist.Knowledge;

/// <summary>The words of a question that can be looked for, each with its stems in every language of the documents and its weight.</summary>
internal sealed class QueryTerms
{
    /// <summary>Words that only set the scene count this much of their rarity.</summary>
    public const double ContextShare = 0.25;

    /// <summary>"Key points", "aspects", "according to": a page that lacks them may answer all the same.</summary>
    private const double FrameShare = 0.3;

    /// <summary>All context together weighs at most this share of what is asked.</summary>
    private const double MostContext = 0.4;

    private const double OtherWordShare = 0.6;

    /// <summary>Where documents have the word itself, other words for the thing still hint at it.</summary>
    private const double HintShare = 0.2;

    /// <summary>A word of the same family means nearly the same more often than not.</summary>
    private const double KinShare = 0.35;

    /// <summary>A frame word says a little about which passage is meant, but much less than a word of the subject.</summary>
    private const double FrameWeight = 0.4;

    /// <summary>A long text says what it means in many words; only short questions need others.</summary>
    private const int MostWordsWithOthers = 12;

    /// <summary>To look for a misspelled word costs a look at every word of the collection; the longest matter most.</summary>
    private const int MostUnknownWords = 4;

    private readonly Dictionary<int, double> _others = [];
    private readonly HashSet<int> _explained = [];
    private readonly Dictionary<string, int> _indexOfStem = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _indexOfKey = [];

    // Nearly all words of a passage are not asked for: one bit tells so for most of them.
    private readonly ulong[] _mayBeAsked = new ulong[64];
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
    /// <param name="question">What is asked.</param>
    /// <param name="context">Words around it.</param>
    /// <param name="language">The BCP 47 tag of both.</param>
    /// <param name="languages">The languages of the documents.</param>
    /// <param name="vocabulary">The stems of the documents.</param>
    public static QueryTerms Read(string question, string context, string language, IReadOnlyCollection<string> languages, Vocabulary vocabulary)
    {
        var read = new QueryTerms();
        read.Add(question, 1, language, languages, vocabulary);
        read.Add(context, ContextShare, language, languages, vocabulary);
        return read;
    }

    /// <summary>The index of the word behind a passage's key, or −1.</summary>
    public int IndexOf(int key) => (_mayBeAsked[(key >> 6) & 63] >> (key & 63) & 1) != 0 && _indexOfKey.TryGetValue(key, out var index) ? index : -1;

    /// <summary>Whether any word names a subject: "What should I do now?" names none and lives on what was said before it.</summary>
    public bool NamesASubject => Enumerable.Range(0, Count).Any(index => IsAsked(index) && !_frames[index]);

    /// <summary>How much the occurrence of a key counts: another word for the same thing counts less than the word itself.</summary>
    public double ShareOf(int key) => _others.GetValueOrDefault(key, 1);

    /// <summary>Whether the occurrence of a key shows that the thing is spoken of, and does not only hint at it.</summary>
    public bool Shows(int key) => ShareOf(key) >= OtherWordShare;

    /// <summary>Whether the word was asked for itself and not only part of the context.</summary>
    public bool IsAsked(int index) => _shares[index] >= 1;

    /// <summary>Takes in what documents explain: who asks for a short form means its words, and the other way round. True when there is more to look for.</summary>
    public bool Learn(IEnumerable<ShortForm> forms)
    {
        var before = _indexOfStem.Count;
        foreach (var form in forms)
        {
            if (_indexOfStem.TryGetValue(form.Short, out var index) && IsAsked(index))
            {
                foreach (var stem in form.Long)
                {
                    Explain(stem, index, Math.Min(OtherWordShare, 1.0 / form.Long.Count));
                }
            }
            else if (form.Long.All(stem => _indexOfStem.TryGetValue(stem, out var known) && IsAsked(known)))
            {
                Explain(form.Short, _indexOfStem[form.Long[0]], OtherWordShare);
            }
        }

        return _indexOfStem.Count > before;
    }

    /// <summary>Rare words weigh more: the inverse document frequency of BM25.</summary>
    public void Weigh(IReadOnlyDictionary<string, long> frequencies, long passages)
    {
        var frequency = new long[Count];
        foreach (var (stem, index) in _indexOfStem.Where(entry => !IsOther(entry.Key)))
        {
            frequency[index] = Math.Max(frequency[index], frequencies.GetValueOrDefault(stem));
        }

        // Other words for a thing are as good as the word only where no document has it: they cost precision elsewhere.
        foreach (var words in _indexOfStem.Where(entry => IsOther(entry.Key)).GroupBy(entry => entry.Value))
        {
            if (frequency[words.Key] > 0)
            {
                foreach (var key in words.Select(word => AnalyzedPassage.KeyOf(word.Key)).Where(key => !_explained.Contains(key)))
                {
                    _others[key] = HintShare;
                }
            }
            else
            {
                frequency[words.Key] = words.Max(word => frequencies.GetValueOrDefault(word.Key));
            }
        }

        _weights = new double[Count];
        TotalWeight = 0;
        for (var index = 0; index < Count; index++)
        {
            // A document that is just being written counts in the frequencies and not yet in the passages.
            _weights[index] = _shares[index] * (_frames[index] ? FrameWeight : 1) * RarityOf(frequency[index], passages);
            TotalWeight += Proof(index);
        }

        QuietContext();
    }

    /// <summary>The inverse document frequency of a word that so many of the passages hold.</summary>
    public static double RarityOf(long frequency, long passages) => Math.Log(1 + ((Math.Max(0, passages - frequency) + 0.5) / (frequency + 0.5)));

    private void Add(string text, double share, string ownLanguage, IReadOnlyCollection<string> languages, Vocabulary vocabulary)
    {
        // The same word stems differently in each language: its place in the text ties the stems together.
        var words = new Dictionary<(int Start, int Length), int>();
        var terms = new List<Term>();
        TextTerms.Analyze(text, ownLanguage, terms);
        var own = terms.ToArray();
        foreach (var term in own.Where(term => !term.IsStopWord && !_indexOfStem.ContainsKey(term.Stem) && !QuestionFrames.IsMeasure(term.Stem, ownLanguage)))
        {
            words[(term.Start, term.Length)] = _shares.Count;
            Tie(term.Stem, _shares.Count);
            _shares.Add(share);
            _frames.Add(QuestionFrames.Contains(term.Stem, ownLanguage));
        }

        foreach (var language in languages.Where(language => language != ownLanguage))
        {
            terms.Clear();
            TextTerms.Analyze(text, language, terms);
            foreach (var term in terms)
            {
                if (words.TryGetValue((term.Start, term.Length), out var index) && !_indexOfStem.ContainsKey(term.Stem))
                {
                    Tie(term.Stem, index);
                }
            }
        }

        var known = _indexOfStem.Where(entry => vocabulary.Contains(entry.Key)).Select(entry => entry.Value).ToHashSet();
        AddIntended(own, words, known, vocabulary);
        if (words.Count <= MostWordsWithOthers)
        {
            AddOthers(own, words, known, ownLanguage);
            AddKin(own, words, vocabulary);
        }
    }

    /// <summary>However much is said around a question, all of it together must not drown what is asked.</summary>
    private void QuietContext()
    {
        var context = Enumerable.Range(0, Count).Where(index => !IsAsked(index)).Sum(index => _weights[index]);
        var limit = MostContext * TotalWeight;
        for (var index = 0; index < Count && context > limit; index++)
        {
            _weights[index] *= IsAsked(index) ? 1 : limit / context;
        }
    }

    private bool IsOther(string stem) => _others.ContainsKey(AnalyzedPassage.KeyOf(stem));

    private void AddOthers(Term[] terms, Dictionary<(int Start, int Length), int> words, HashSet<int> known, string language)
    {
        foreach (var term in terms)
        {
            if (words.TryGetValue((term.Start, term.Length), out var index))
            {
                foreach (var other in Concepts.OtherStems(term.Stem, language).Where(other => !_indexOfStem.ContainsKey(other)))
                {
                    AddOther(other, index, known.Contains(index) ? HintShare : OtherWordShare);
                }
            }
        }
    }

    private void AddKin(Term[] terms, Dictionary<(int Start, int Length), int> words, Vocabulary vocabulary)
    {
        foreach (var term in terms)
        {
            if (words.TryGetValue((term.Start, term.Length), out var index))
            {
                foreach (var kin in vocabulary.Kin(term.Stem).Where(kin => !_indexOfStem.ContainsKey(kin)))
                {
                    AddOther(kin, index, KinShare);
                }
            }
        }
    }

    private void Explain(string stem, int index, double share)
    {
        var key = AnalyzedPassage.KeyOf(stem);
        if (!_indexOfStem.ContainsKey(stem))
        {
            Tie(stem, index);
            _others[key] = share;
            _explained.Add(key);
        }
    }

    /// <summary>What only hints is not looked for: it speaks for passages that were found by something better.</summary>
    private void AddOther(string stem, int index, double share)
    {
        var key = AnalyzedPassage.KeyOf(stem);
        if (share >= OtherWordShare)
        {
            Tie(stem, index);
        }
        else if (!_indexOfKey.TryAdd(key, index))
        {
            return;
        }

        _mayBeAsked[(key >> 6) & 63] |= 1UL << (key & 63);
        _others[key] = share;
    }

    /// <summary>A word that no document has may be misspelled, or one word where the documents write two.</summary>
    private void AddIntended(Term[] terms, Dictionary<(int Start, int Length), int> words, HashSet<int> known, Vocabulary vocabulary)
    {
        var unknown = terms.Where(term => words.TryGetValue((term.Start, term.Length), out var index) && !known.Contains(index));
        foreach (var term in unknown.OrderByDescending(term => term.Length).Take(MostUnknownWords))
        {
            foreach (var intended in vocabulary.Near(term.Stem).Concat(vocabulary.Parts(term.Stem)).Where(stem => !_indexOfStem.ContainsKey(stem)))
            {
                AddOther(intended, words[(term.Start, term.Length)], OtherWordShare);
            }
        }
    }

    private void Tie(string stem, int index)
    {
        var key = AnalyzedPassage.KeyOf(stem);
        _indexOfStem[stem] = index;
        _indexOfKey[key] = index;
        _others.Remove(key);
        _mayBeAsked[(key >> 6) & 63] |= 1UL << (key & 63);
    }
}
