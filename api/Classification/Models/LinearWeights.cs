using System.Numerics;
using System.Runtime.InteropServices;

namespace OutlookAssist.Classification.Models;

/// <summary>Learns one weight for every feature and label by looking at one example after the other; each label is told from all the others, so labels can be learned side by side.</summary>
internal sealed class LinearWeights
{
    /// <summary>Labels that are learned together: one row of weights then fills whole cache lines.</summary>
    private const int WidestBlock = 32;

    // An example that is not of a label teaches it less than one that is: there are so many of them.
    private const float OtherShare = 0.3f;
    private const float FirstStep = 0.6f;
    private const float LastShare = 0.05f;

    private readonly int labels;
    private readonly int width;
    private readonly float[][] blocks;

    /// <summary>All weights nought.</summary>
    public LinearWeights(int features, int labels)
    {
        this.labels = labels;
        width = labels <= 8 ? 8 : labels <= 16 ? 16 : WidestBlock;
        blocks = [.. Enumerable.Range(0, (labels + width - 1) / width).Select(_ => new float[(long)features * width])];
    }

    /// <summary>Goes over the chosen rows a number of times, with steps that shrink from the first share to the last.</summary>
    public void Learn(LabelledRows rows, int[] chosen, int rounds, float share, CancellationToken cancellation) =>
        Parallel.For(0, blocks.Length, new ParallelOptions { CancellationToken = cancellation }, block =>
        {
            // Every block sees the same order, so that the outcome does not depend on the machine.
            var random = new SplitMix(1);
            var order = (int[])chosen.Clone();
            var scores = new float[width];
            for (var round = 0; round < rounds; round++)
            {
                cancellation.ThrowIfCancellationRequested();
                random.Shuffle(order);
                var step = FirstStep * share * (1 - (1 - LastShare) * round / rounds);
                foreach (var row in order)
                    LearnRow(blocks[block], block * width, rows, row, step, scores);
            }
        });

    private void LearnRow(float[] weights, int firstLabel, LabelledRows rows, int row, float step, float[] scores)
    {
        var numbers = rows.NumbersOf(row);
        var values = rows.WeightsOf(row);
        Array.Clear(scores);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores.AsSpan());
        for (var index = 0; index < numbers.Length; index++)
        {
            var line = Line(weights, numbers[index]);
            var value = new Vector<float>(values[index]);
            for (var part = 0; part < sums.Length; part++)
                sums[part] += line[part] * value;
        }

        var own = rows.Labels[row] - firstLabel;
        for (var label = 0; label < width; label++)
        {
            var wanted = label == own ? 1f : -1f;
            var missing = 1 - wanted * scores[label];
            scores[label] = missing > 0 && firstLabel + label < labels ? step * wanted * missing * (label == own ? 1 : OtherShare) : 0;
        }

        for (var index = 0; index < numbers.Length; index++)
        {
            var line = Line(weights, numbers[index]);
            var value = new Vector<float>(values[index]);
            for (var part = 0; part < sums.Length; part++)
                line[part] += sums[part] * value;
        }
    }

    /// <summary>The score of every label for one row.</summary>
    public float[] Score(LabelledRows rows, int row)
    {
        var scores = new float[blocks.Length * width];
        var numbers = rows.NumbersOf(row);
        var values = rows.WeightsOf(row);
        for (var block = 0; block < blocks.Length; block++)
        {
            var sums = MemoryMarshal.Cast<float, Vector<float>>(scores.AsSpan(block * width, width));
            for (var index = 0; index < numbers.Length; index++)
            {
                var line = Line(blocks[block], numbers[index]);
                var value = new Vector<float>(values[index]);
                for (var part = 0; part < sums.Length; part++)
                    sums[part] += line[part] * value;
            }
        }

        return scores[..labels];
    }

    /// <summary>The weights of one feature for every label.</summary>
    public void CopyTo(int feature, Span<float> into)
    {
        for (var label = 0; label < labels; label++)
            into[label] = blocks[label / width][feature * width + label % width];
    }

    private Span<Vector<float>> Line(float[] weights, int feature) => MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(feature * width, width));

    /// <summary>A generator of our own: the framework does not promise the same numbers in its next version.</summary>
    private struct SplitMix(ulong state)
    {
        public void Shuffle(int[] items)
        {
            for (var last = items.Length - 1; last > 0; last--)
            {
                var other = (int)(Next() % (ulong)(last + 1));
                (items[last], items[other]) = (items[other], items[last]);
            }
        }

        private ulong Next()
        {
            var value = state += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
