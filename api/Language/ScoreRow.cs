using System.Numerics;
using System.Runtime.InteropServices;

namespace OutlookAssist.Language;

/// <summary>Arithmetic on one score per language, a few processor instructions a row.</summary>
internal static class ScoreRow
{
    /// <summary>How many scores a row holds: more than there are languages, and a multiple of every vector size up to eight.</summary>
    public const int Width = 24;

    public static void Add(Span<float> into, ReadOnlySpan<float> other)
    {
        var target = Vectors(into);
        var source = Vectors(other);
        for (var index = 0; index < target.Length; index++)
            target[index] += source[index];
    }

    public static void Scale(Span<float> into, float factor)
    {
        foreach (ref var vector in Vectors(into))
            vector *= factor;
    }

    public static void Max(Span<float> into, ReadOnlySpan<float> other)
    {
        var target = Vectors(into);
        var source = Vectors(other);
        for (var index = 0; index < target.Length; index++)
            target[index] = Vector.Max(target[index], source[index]);
    }

    /// <summary>Shifts the row so that its best is 0 and nothing is below <paramref name="lowest"/>.</summary>
    public static void BehindBest(Span<float> into, float lowest)
    {
        var vectors = Vectors(into);
        var most = vectors[0];
        foreach (var vector in vectors)
            most = Vector.Max(most, vector);
        var best = most[0];
        for (var index = 1; index < Vector<float>.Count; index++)
            best = Math.Max(best, most[index]);
        var floor = new Vector<float>(lowest);
        var shift = new Vector<float>(best);
        foreach (ref var vector in vectors)
            vector = Vector.Max(vector - shift, floor);
    }

    public static int IndexOfMax(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var index = 1; index < row.Length; index++)
        {
            if (row[index] > row[best])
                best = index;
        }

        return best;
    }

    private static Span<Vector<float>> Vectors(Span<float> row) => MemoryMarshal.Cast<float, Vector<float>>(row);

    private static ReadOnlySpan<Vector<float>> Vectors(ReadOnlySpan<float> row) => MemoryMarshal.Cast<float, Vector<float>>(row);
}
