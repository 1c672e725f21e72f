using System.Runtime.InteropServices;

namespace OutlookAssist.Knowledge.Vectors;

/// <summary>The vectors of some passages of one content, as they lie in the database and in memory.</summary>
/// <param name="Ids">The passages' keys.</param>
/// <param name="Scales">One factor a passage; see <see cref="QuantizedVector"/>.</param>
/// <param name="Numbers">All vectors, one after another, each of the same length.</param>
internal sealed record VectorBlock(long[] Ids, float[] Scales, sbyte[] Numbers)
{
    /// <summary>Numbers in a vector.</summary>
    public int Dimensions => Ids.Length == 0 ? 0 : Numbers.Length / Ids.Length;

    /// <summary>What it takes in memory.</summary>
    public long Bytes => (Ids.LongLength * (sizeof(long) + sizeof(float))) + Numbers.LongLength;

    /// <summary>Quantizes vectors.</summary>
    /// <exception cref="InvalidDataException">They differ in length.</exception>
    public static VectorBlock Of(IReadOnlyList<long> ids, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var dimensions = vectors.Count == 0 ? 0 : vectors[0].Length;
        var numbers = new sbyte[vectors.Count * dimensions];
        var scales = new float[vectors.Count];
        for (var index = 0; index < vectors.Count; index++)
        {
            if (vectors[index].Length != dimensions)
            {
                throw new InvalidDataException("The model gave vectors of different lengths.");
            }

            (var quantized, scales[index]) = QuantizedVector.Of(vectors[index].Span);
            quantized.CopyTo(numbers, index * dimensions);
        }

        return new VectorBlock([.. ids], scales, numbers);
    }

    /// <summary>The block as bytes: the ids, the scales, the numbers, in the machine's own order.</summary>
    public byte[] ToBytes() => [.. MemoryMarshal.AsBytes<long>(Ids), .. MemoryMarshal.AsBytes<float>(Scales), .. MemoryMarshal.AsBytes<sbyte>(Numbers)];

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static VectorBlock Read(byte[] bytes, int count)
    {
        var ids = MemoryMarshal.Cast<byte, long>(bytes.AsSpan(0, count * sizeof(long)));
        var scales = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(ids.Length * sizeof(long), count * sizeof(float)));
        return new VectorBlock(ids.ToArray(), scales.ToArray(), MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(count * (sizeof(long) + sizeof(float)))).ToArray());
    }

    /// <summary>Offers every passage with its cosine to the query; vectors of another length are of no use.</summary>
    public void Offer(ReadOnlySpan<sbyte> query, float scale, NearestPassages nearest)
    {
        var dimensions = Dimensions;
        if (dimensions != query.Length)
        {
            return;
        }

        for (var index = 0; index < Ids.Length; index++)
        {
            nearest.Offer(Ids[index], QuantizedVector.Dot(query, Numbers.AsSpan(index * dimensions, dimensions)) * scale * Scales[index]);
        }
    }
}
