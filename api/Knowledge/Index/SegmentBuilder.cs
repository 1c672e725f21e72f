using OutlookAssist.Language;

namespace OutlookAssist.Knowledge.Index;

/// <summary>Collects the terms of passages as they come and makes a segment of them.</summary>
internal sealed class SegmentBuilder(string scope)
{
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<Posting> _postings = [];
    private readonly List<PassageRun> _runs = [];
    private readonly List<int> _touched = [];
    private readonly List<Term> _analysis = [];
    private int[] _counts = new int[1024];
    private int _length;
    private int _passages;

    /// <summary>Passages taken so far.</summary>
    public int Passages => _passages;

    /// <summary>Takes the next passage; its key follows with <see cref="AddRun"/>.</summary>
    public void Add(string title, string heading, string text, string language)
    {
        Count(title, language, Impact.FrameWeight);
        Count(heading, language, Impact.FrameWeight);
        Count(text, language, 1);
        foreach (var term in _touched)
        {
            _postings.Add(new Posting(term, _passages, Impact.Of(_counts[term], _length)));
            _counts[term] = 0;
        }

        _touched.Clear();
        _length = 0;
        _passages++;
    }

    /// <summary>Takes passages of a content.</summary>
    public void Add(IndexedContent content, IEnumerable<PassageDraft> passages)
    {
        foreach (var passage in passages)
            Add(content.Title, passage.Heading, passage.Text, content.Language);
    }

    /// <summary>Names the keys of passages taken before, in the same order.</summary>
    public void AddRun(long contentKey, long firstId, int count)
    {
        if (_runs.Count > 0 && _runs[^1] is var last && last.ContentKey == contentKey && last.FirstId + last.Count == firstId)
            _runs[^1] = last with { Count = last.Count + count };
        else
            _runs.Add(new PassageRun(contentKey, firstId, _runs.Count == 0 ? 0 : _runs[^1].First + _runs[^1].Count, count));
    }

    /// <summary>The segment of everything taken.</summary>
    public PassageSegment Build()
    {
        var words = new string[_terms.Count];
        var keys = new int[_terms.Count];
        foreach (var (word, key) in _terms)
            (words[key], keys[key]) = (word, key);
        var ends = new int[_terms.Count];
        foreach (var posting in _postings)
            ends[posting.Term]++;
        for (var term = 1; term < ends.Length; term++)
            ends[term] += ends[term - 1];
        var sorted = new Posting[_postings.Count];
        for (var index = _postings.Count - 1; index >= 0; index--)
            sorted[--ends[_postings[index].Term]] = _postings[index];

        // What were ends are starts now.
        Array.Sort(words, keys, StringComparer.Ordinal);
        var writer = new SegmentWriter(scope, (3 * sorted.Length) + (10 * words.Length));
        for (var index = 0; index < words.Length; index++)
        {
            for (var at = ends[keys[index]]; at < sorted.Length && sorted[at].Term == keys[index]; at++)
                writer.Add(sorted[at].Passage, sorted[at].Impact);
            writer.EndTerm(words[index]);
        }

        return writer.Build([.. _runs]);
    }

    private void Count(string text, string language, int weight)
    {
        _analysis.Clear();
        TextTerms.Analyze(text, language, _analysis);
        foreach (var term in _analysis)
        {
            // Stop words are never asked for.
            if (term.IsStopWord)
                continue;
            if (!_terms.TryGetValue(term.Stem, out var key))
            {
                _terms.Add(term.Stem, key = _terms.Count);
                if (key == _counts.Length)
                    Array.Resize(ref _counts, 2 * key);
            }

            if (_counts[key] == 0)
                _touched.Add(key);
            _counts[key] += weight;
            _length++;
        }
    }

    private readonly record struct Posting(int Term, int Passage, byte Impact);
}
