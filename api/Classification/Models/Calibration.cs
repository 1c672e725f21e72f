namespace OutlookAssist.Classification.Models;

/// <summary>Finds how sharp scores must be made so that a confidence of 0.8 is right four times in five, and below which confidence a mail is of no label.</summary>
internal sealed class Calibration
{
    // Of the examples that do belong, so many may be taken for strangers.
    private const double LostShare = 0.05;
    private const double Sharpest = 40;

    private readonly List<(float[] Scores, int Label)> judged = [];

    /// <summary>Adds rows that the weights were not learned from.</summary>
    public void Add(LinearWeights weights, LabelledRows rows, IEnumerable<int> held)
    {
        var chosen = held.ToArray();
        var scored = new (float[] Scores, int Label)[chosen.Length];
        Parallel.For(0, chosen.Length, index => scored[index] = (weights.Score(rows, chosen[index]), rows.Labels[chosen[index]]));
        judged.AddRange(scored);
    }

    /// <summary>The sharpness under which the right labels were the likeliest, and the border to what is out of scope.</summary>
    public Certainty Fit()
    {
        var candidates = new List<double>();
        for (var candidate = 0.2; candidate < Sharpest; candidate *= 1.08)
            candidates.Add(candidate);
        // Each loss is summed in one order, so that the outcome does not depend on the machine.
        var losses = new double[candidates.Count];
        Parallel.For(0, losses.Length, index => losses[index] = Loss(candidates[index]));
        var (best, sharpness) = (double.MaxValue, 1.0);
        for (var index = 0; index < losses.Length; index++)
        {
            if (losses[index] < best)
                (best, sharpness) = (losses[index], candidates[index]);
        }

        var confidences = judged.Select(row => Shares(row.Scores, sharpness).Max()).Order().ToList();
        return new Certainty((float)sharpness, confidences.Count == 0 ? 0 : (float)confidences[(int)(confidences.Count * LostShare)]);
    }

    private double Loss(double sharpness)
    {
        double loss = 0;
        foreach (var (scores, label) in judged)
            loss -= Math.Log(Shares(scores, sharpness)[label] + 1e-9);
        return loss;
    }

    /// <summary>Scores as shares of one.</summary>
    public static double[] Shares(ReadOnlySpan<float> scores, double sharpness)
    {
        var shares = new double[scores.Length];
        var most = float.MinValue;
        foreach (var score in scores)
            most = Math.Max(most, score);
        double sum = 0;
        for (var index = 0; index < scores.Length; index++)
            sum += shares[index] = Math.Exp((scores[index] - most) * sharpness);
        for (var index = 0; index < scores.Length; index++)
            shares[index] /= sum;
        return shares;
    }
}

/// <summary>What scores are multiplied by before they are shared out, and the confidence below which a mail is out of scope.</summary>
internal readonly record struct Certainty(float Sharpness, float Border);
