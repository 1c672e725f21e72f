namespace OutlookAssist.Knowledge;

/// <summary>How closely the words of a question stand together in a passage: words of one phrase or one sentence answer, scattered ones only occur.</summary>
internal static class TermNearness
{
    private const double WordsOfAnEasySentence = 50;

    /// <summary>In words of the passage.</summary>
    private const int Window = 6;

    /// <summary>In words of the question.</summary>
    private const int Reach = 2;

    /// <summary>The weight of neighbouring words of the question that are neighbours in the passage too, in the same order.</summary>
    public static double Pairs(QueryTerms query, AnalyzedPassage passage)
    {
        var seen = new HashSet<int>();
        var weight = 0.0;
        foreach (var terms in passage.Sentences.Select(sentence => sentence.Terms))
        {
            for (var place = 1; place < terms.Length; place++)
            {
                var left = query.IndexOf(terms[place - 1]);
                var right = left < 0 ? -1 : query.IndexOf(terms[place]);
                if (right >= 0 && right == left + 1 && seen.Add(left))
                {
                    weight += Math.Min(query.Weights[left], query.Weights[right]);
                }
            }
        }

        return weight;
    }

    /// <summary>The weight of words close to each other in the question that are close in the passage, in any order.</summary>
    public static double Near(QueryTerms query, AnalyzedPassage passage)
    {
        var seen = new HashSet<(int, int)>();
        var weight = 0.0;
        foreach (var terms in passage.Sentences.Select(sentence => sentence.Terms))
        {
            for (var place = 0; place < terms.Length; place++)
            {
                if (query.IndexOf(terms[place]) is >= 0 and var left)
                {
                    weight += Around(query, terms, place, left, seen);
                }
            }
        }

        return weight;
    }

    /// <summary>The weight of the different words that one sentence holds, at best; a long one holds many by chance.</summary>
    public static double BestSentence(QueryTerms query, AnalyzedPassage passage)
    {
        var best = 0.0;
        var seen = new bool[query.Count];
        foreach (var terms in passage.Sentences.Select(sentence => sentence.Terms))
        {
            Array.Clear(seen);
            var weight = 0.0;
            foreach (var key in terms)
            {
                if (query.IndexOf(key) is >= 0 and var index && !seen[index])
                {
                    seen[index] = true;
                    weight += query.Weights[index] * query.ShareOf(key);
                }
            }

            best = Math.Max(best, weight / (1 + (terms.Length / WordsOfAnEasySentence)));
        }

        return best;
    }

    private static double Around(QueryTerms query, int[] terms, int place, int left, HashSet<(int, int)> seen)
    {
        var weight = 0.0;
        for (var next = place + 1; next < terms.Length && next <= place + Window; next++)
        {
            var right = query.IndexOf(terms[next]);
            if (right >= 0 && right != left && Math.Abs(right - left) <= Reach && seen.Add((Math.Min(left, right), Math.Max(left, right))))
            {
                weight += Math.Min(query.Weights[left], query.Weights[right]);
            }
        }

        return weight;
    }
}
