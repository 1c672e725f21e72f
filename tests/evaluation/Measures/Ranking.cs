namespace OutlookAssist.Evaluation.Measures;

/// <summary>How good an order of results is, when it is known which of them are right.</summary>
internal static class Ranking
{
    /// <summary>1 when one of the first <paramref name="depth"/> is right, else 0.</summary>
    public static double Hit(IReadOnlyList<string> ranked, IReadOnlySet<string> relevant, int depth) =>
        ranked.Take(depth).Any(relevant.Contains) ? 1 : 0;

    /// <summary>One over the rank of the first that is right, 0 when none is.</summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranked, IReadOnlySet<string> relevant)
    {
        for (var index = 0; index < ranked.Count; index++)
        {
            if (relevant.Contains(ranked[index]))
                return 1.0 / (index + 1);
        }

        return 0;
    }

    /// <summary>Discounted gain of the first ten with gains 0 or 1, relative to the best order there is.</summary>
    public static double GainAtTen(IReadOnlyList<string> ranked, IReadOnlySet<string> relevant)
    {
        double gain = 0, best = 0;
        for (var index = 0; index < 10; index++)
        {
            var discount = 1 / Math.Log2(index + 2);
            if (index < ranked.Count && relevant.Contains(ranked[index]))
                gain += discount;
            if (index < relevant.Count)
                best += discount;
        }

        return best == 0 ? 0 : gain / best;
    }

    /// <summary>The chance that a right one scores above a wrong one; ties count half.</summary>
    public static double AreaUnderCurve(IReadOnlyList<(double Score, bool Right)> items)
    {
        var right = items.Count(item => item.Right);
        var wrong = items.Count - right;
        if (right == 0 || wrong == 0)
            return double.NaN;
        var sorted = items.OrderBy(item => item.Score).ToList();
        double sum = 0;
        for (var first = 0; first < sorted.Count;)
        {
            var last = first;
            while (last + 1 < sorted.Count && sorted[last + 1].Score == sorted[first].Score)
                last++;
            var rank = (first + last) / 2.0 + 1;
            for (; first <= last; first++)
                sum += sorted[first].Right ? rank : 0;
        }

        return (sum - right * (right + 1) / 2.0) / ((double)right * wrong);
    }
}
