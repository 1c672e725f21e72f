namespace OutlookAssist.Knowledge;

/// <summary>How often each word of a question occurs in one or more passages, and how well that speaks for them (BM25 with fields).</summary>
internal sealed class TermCounts(QueryTerms query)
{
    private const double Saturation = 1.5;
    private const double LengthShare = 0.6;

    /// <summary>Being in the innermost heading, in any heading, or in the title counts like so many occurrences.</summary>
    private const double InHeading = 1.25;
    private const double InPath = 0.5;
    private const double InTitle = 1.0;

    private readonly double[] _counts = new double[query.Count];
    private readonly double[] _framed = new double[query.Count];
    private readonly bool[] _shown = new bool[query.Count];
    private int _length;

    /// <summary>Counts one more passage in.</summary>
    public void Add(AnalyzedPassage passage)
    {
        _length += passage.Length;
        foreach (var sentence in passage.Sentences)
        {
            foreach (var key in sentence.Terms)
            {
                if (query.IndexOf(key) is >= 0 and var index)
                {
                    _counts[index] += query.ShareOf(key);
                    _shown[index] |= query.Shows(key);
                }
            }
        }

        Frame(passage.Path, InPath);
        Frame(passage.Heading, InHeading);
        Frame(passage.Title, InTitle);
    }

    /// <summary>Counts in what was counted of another passage already.</summary>
    public void Add(TermCounts other)
    {
        _length += other._length;
        for (var index = 0; index < _counts.Length; index++)
        {
            _counts[index] += other._counts[index];
            _framed[index] = Math.Max(_framed[index], other._framed[index]);
            _shown[index] |= other._shown[index];
        }
    }

    /// <summary>The score of text and frame together; <paramref name="typicalLength"/> is the usual number of words in such a unit.</summary>
    public double Score(double typicalLength)
    {
        var norm = 1 - LengthShare + (LengthShare * _length / typicalLength);
        var score = 0.0;
        for (var index = 0; index < _counts.Length; index++)
        {
            score += Saturate(index, (_counts[index] / norm) + _framed[index]);
        }

        return score;
    }

    /// <summary>The score of headings and title alone.</summary>
    public double FrameScore()
    {
        var score = 0.0;
        for (var index = 0; index < _framed.Length; index++)
        {
            score += Saturate(index, _framed[index]);
        }

        return score;
    }

    /// <summary>The share of what would prove an answer that occurs at all, 0…1.</summary>
    public double Coverage()
    {
        var covered = 0.0;
        for (var index = 0; index < _shown.Length; index++)
        {
            covered += _shown[index] ? query.Proof(index) : 0;
        }

        return covered / query.TotalWeight;
    }

    private double Saturate(int index, double count) => query.Weights[index] * count / (count + Saturation);

    private void Frame(int[] keys, double count)
    {
        foreach (var key in keys)
        {
            if (query.IndexOf(key) is >= 0 and var index)
            {
                _framed[index] = Math.Max(_framed[index], count * query.ShareOf(key));
                _shown[index] |= query.Shows(key);
            }
        }
    }
}
