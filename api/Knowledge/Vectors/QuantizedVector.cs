using System.Numerics;
using System.Runtime.InteropServices;

namespace OutlookAssist.Knowledge.Vectors;

/// <summary>A direction in 8 bits a number: a quarter of the memory, and the order of the nearest hardly ever changes.</summary>
internal static class QuantizedVector
{
    private const int Largest = 127;

    /// <summary>A vector scaled so that its largest number is ±127, and the factor that makes its dot product with another such vector a cosine.</summary>
    public static (sbyte[] Numbers, float Scale) Of(ReadOnlySpan<float> vector)
    {
        var (largest, squares) = (0f, 0.0);
        foreach (var number in vector)
        {
            largest = Math.Max(largest, Math.Abs(number));
            squares += number * number;
        }

        var numbers = new sbyte[vector.Length];
        if (largest <= 0 || !double.IsFinite(squares))
        {
            return (numbers, 0);
        }

        for (var index = 0; index < vector.Length; index++)
        {
            numbers[index] = (sbyte)MathF.Round(vector[index] / largest * Largest);
        }

        return (numbers, (float)(largest / Largest / Math.Sqrt(squares)));
    }

    /// <summary>The dot product of two vectors of the same length, as many numbers at once as the processor takes.</summary>
    public static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = 0;
        var whole = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var lefts = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(left);
            var rights = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(right);
            var sums = Vector<int>.Zero;
            for (var index = 0; index < lefts.Length; index++)
            {
                Vector.Widen(lefts[index], out var leftLow, out var leftHigh);
                Vector.Widen(rights[index], out var rightLow, out var rightHigh);
                // 2 · 127² still fits into 16 bits.
                Vector.Widen((leftLow * rightLow) + (leftHigh * rightHigh), out var low, out var high);
                sums += low + high;
            }

            sum = Vector.Sum(sums);
            whole = lefts.Length * Vector<sbyte>.Count;
        }

        for (var index = whole; index < left.Length; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }
}
