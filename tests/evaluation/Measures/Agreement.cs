namespace OutlookAssist.Evaluation.Measures;

/// <summary>How far labels or values that the product gives agree with those that people gave.</summary>
internal static class Agreement
{
    public static Figure Accuracy(string measure, IReadOnlyList<(string Gold, string Given)> rows, string? baseline = null) =>
        Figure.Share(measure, rows.Select(row => row.Gold == row.Given), baseline);

    /// <summary>F1 per label that occurs in the gold column, each label counting the same.</summary>
    public static Figure MacroF1(string measure, IReadOnlyList<(string Gold, string Given)> rows, string? baseline = null)
    {
        var labels = rows.Select(row => row.Gold).Distinct().Order(StringComparer.Ordinal).ToList();
        var numbers = labels.Select((label, index) => (label, index)).ToDictionary(pair => pair.label, pair => pair.index);
        var gold = rows.Select(row => numbers[row.Gold]).ToArray();
        var given = rows.Select(row => numbers.GetValueOrDefault(row.Given, labels.Count)).ToArray();
        return Figure.Of(measure, rows.Count, sample => MacroF1(sample, gold, given, labels.Count), baseline);
    }

    /// <summary>Precision, recall and their harmonic mean for one label.</summary>
    public static Figure F1(string measure, IReadOnlyList<(bool Gold, bool Given)> rows, string? baseline = null) =>
        Figure.Of(measure, rows.Count, sample =>
        {
            double right = 0, total = 0;
            foreach (var index in sample)
            {
                var (gold, given) = rows[index];
                right += gold && given ? 2 : 0;
                total += (gold ? 1 : 0) + (given ? 1 : 0);
            }

            return total == 0 ? 0 : right / total;
        }, baseline);

    public static Figure Pearson(string measure, IReadOnlyList<(double Gold, double Given)> rows, string? baseline = null) =>
        Figure.Of(measure, rows.Count, sample =>
        {
            double gold = sample.Average(index => rows[index].Gold), given = sample.Average(index => rows[index].Given);
            double product = 0, goldSquares = 0, givenSquares = 0;
            foreach (var index in sample)
            {
                var (first, second) = (rows[index].Gold - gold, rows[index].Given - given);
                product += first * second;
                goldSquares += first * first;
                givenSquares += second * second;
            }

            return goldSquares == 0 || givenSquares == 0 ? 0 : product / Math.Sqrt(goldSquares * givenSquares);
        }, baseline);

    /// <summary>Mean distance between confidence and accuracy over ten equal steps of confidence.</summary>
    public static Figure CalibrationError(string measure, IReadOnlyList<(double Confidence, bool Right)> rows, string? baseline = null) =>
        Figure.Of(measure, rows.Count, sample =>
        {
            var steps = new (double Confidence, double Right, int Count)[10];
            foreach (var index in sample)
            {
                var (confidence, right) = rows[index];
                ref var step = ref steps[Math.Clamp((int)(confidence * 10), 0, 9)];
                step = (step.Confidence + confidence, step.Right + (right ? 1 : 0), step.Count + 1);
            }

            return steps.Sum(step => Math.Abs(step.Confidence - step.Right)) / sample.Count;
        }, baseline);

    private static double MacroF1(IReadOnlyList<int> sample, int[] gold, int[] given, int labels)
    {
        var right = new int[labels + 1];
        var total = new int[labels + 1];
        var occurs = new bool[labels + 1];
        foreach (var index in sample)
        {
            occurs[gold[index]] = true;
            total[gold[index]]++;
            total[given[index]]++;
            if (gold[index] == given[index])
                right[gold[index]]++;
        }

        double sum = 0;
        var count = 0;
        for (var label = 0; label < labels; label++)
        {
            if (!occurs[label])
                continue;
            count++;
            sum += 2.0 * right[label] / total[label];
        }

        return sum / count;
    }
}
