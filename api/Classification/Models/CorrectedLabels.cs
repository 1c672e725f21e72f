using System.Numerics;

namespace OutlookAssist.Classification.Models;

/// <summary>What corrections add to the confidences of one list of labels: for each corrected mail the difference between what was said and what is right, spread to mails that resemble it.</summary>
/// <remarks>Ridge regression on the differences. What no corrected mail resembles stays as it is, so nothing that is shipped can be forgotten.</remarks>
internal sealed class CorrectedLabels
{
    // Two people who contradict each other about the same mail are averaged instead of both being obeyed.
    private const double Softness = 0.1;

    private readonly int[] mails;
    private readonly string[] names;
    private readonly double[,] pulls;

    /// <summary>Learns from corrections.</summary>
    /// <param name="corrections">For each: its place in the kernel, what was said with which confidence, and what is right.</param>
    /// <param name="resemblance">Of every mail in the kernel to every other.</param>
    public CorrectedLabels(IReadOnlyList<(int Mail, IReadOnlyList<LabelResult> Said, string Right)> corrections, double[][] resemblance)
    {
        mails = [.. corrections.Select(correction => correction.Mail)];
        names = [.. corrections.SelectMany(correction => correction.Said.Select(said => said.Label).Append(correction.Right)).Distinct().Order(StringComparer.Ordinal)];
        var inverse = Inverse(resemblance);
        pulls = new double[mails.Length, names.Length];
        var differences = Differences(corrections);
        for (var row = 0; row < mails.Length; row++)
        {
            for (var other = 0; other < mails.Length; other++)
            {
                for (var label = 0; label < names.Length; label++)
                    pulls[row, label] += inverse[row, other] * differences[other, label];
            }
        }

        IsRightHeldBack = new bool[mails.Length];
        for (var row = 0; row < mails.Length; row++)
        {
            // What the others alone would have added to this one; for ridge regression that needs no second learning.
            var adjusted = Enumerable.Range(0, names.Length).Select(label =>
                (names[label], SaidOf(corrections[row].Said, names[label]) + differences[row, label] - pulls[row, label] / inverse[row, row]));
            IsRightHeldBack[row] = adjusted.MaxBy(pair => pair.Item2).Item1 == corrections[row].Right;
        }
    }

    /// <summary>For each correction: whether the others alone would have made it right.</summary>
    public bool[] IsRightHeldBack { get; }

    /// <summary>The labels with what the corrections add, best first.</summary>
    public IReadOnlyList<LabelResult> Adjust(IReadOnlyList<LabelResult> said, double[] resemblance)
    {
        if (Array.TrueForAll(mails, mail => resemblance[mail] < 0.01))
            return said;
        var adjusted = said.ToDictionary(label => label.Label, label => label.Confidence, StringComparer.Ordinal);
        for (var label = 0; label < names.Length; label++)
        {
            double pull = 0;
            for (var row = 0; row < mails.Length; row++)
                pull += resemblance[mails[row]] * pulls[row, label];
            if (adjusted.ContainsKey(names[label]) || pull > 0.05)
                adjusted[names[label]] = adjusted.GetValueOrDefault(names[label]) + pull;
        }

        return [.. adjusted.Select(pair => new LabelResult(pair.Key, Math.Round(Math.Clamp(pair.Value, 0, 0.99), 3))).OrderByDescending(label => label.Confidence).ThenBy(label => label.Label, StringComparer.Ordinal)];
    }

    private double[,] Differences(IReadOnlyList<(int Mail, IReadOnlyList<LabelResult> Said, string Right)> corrections)
    {
        var differences = new double[mails.Length, names.Length];
        for (var row = 0; row < mails.Length; row++)
        {
            for (var label = 0; label < names.Length; label++)
                differences[row, label] = (names[label] == corrections[row].Right ? 1 : 0) - SaidOf(corrections[row].Said, names[label]);
        }

        return differences;
    }

    private static double SaidOf(IReadOnlyList<LabelResult> said, string name) => said.FirstOrDefault(label => label.Label == name)?.Confidence ?? 0;

    private static void Subtract(double[] row, double[] other, double times)
    {
        var factor = new Vector<double>(times);
        var at = 0;
        for (; at + Vector<double>.Count <= row.Length; at += Vector<double>.Count)
            (new Vector<double>(row, at) - new Vector<double>(other, at) * factor).CopyTo(row, at);
        for (; at < row.Length; at++)
            row[at] -= other[at] * times;
    }

    /// <summary>The inverse of the resemblances with softness added, by elimination; they are positive, so no rows need to change places.</summary>
    private double[,] Inverse(double[][] resemblance)
    {
        var size = mails.Length;
        var work = new double[size][];
        for (var row = 0; row < size; row++)
        {
            work[row] = new double[size * 2];
            for (var other = 0; other < size; other++)
                work[row][other] = resemblance[mails[row]][mails[other]] + (row == other ? Softness : 0);
            work[row][size + row] = 1;
        }

        for (var pivot = 0; pivot < size; pivot++)
        {
            var scale = 1 / work[pivot][pivot];
            for (var column = 0; column < size * 2; column++)
                work[pivot][column] *= scale;
            for (var row = 0; row < size; row++)
            {
                if (row == pivot || work[row][pivot] == 0)
                    continue;
                Subtract(work[row], work[pivot], work[row][pivot]);
            }
        }

        var inverse = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
                inverse[row, column] = work[row][size + column];
        }

        return inverse;
    }
}
