namespace OutlookAssist.Classification.Models;

/// <summary>Which features a text has and how much each weighs; reused from text to text, so that judging a mail allocates nothing.</summary>
internal sealed class SparseVector
{
    private ushort[] counts = [];
    private int[] numbers = new int[256];
    private byte[] kinds = new byte[256];
    private float[] weights = new float[256];
    private int length;

    /// <summary>The numbers of the features, each once, in the order of the text.</summary>
    public ReadOnlySpan<int> Numbers => numbers.AsSpan(0, length);

    /// <summary>The weight of each.</summary>
    public ReadOnlySpan<float> Weights => weights.AsSpan(0, length);

    /// <summary>True when a word of the text is known, and not only parts of words.</summary>
    public bool HasWords { get; private set; }

    /// <summary>Empties it for a vocabulary of this size.</summary>
    public void Clear(int size)
    {
        foreach (var number in Numbers)
            counts[number] = 0;
        (length, HasWords) = (0, false);
        if (counts.Length < size)
            counts = new ushort[size];
    }

    /// <summary>Counts one occurrence.</summary>
    public void Count(int number, byte kind)
    {
        if (counts[number]++ > 0)
        {
            // A count that ran over would begin again at nought.
            if (counts[number] == 0)
                counts[number] = ushort.MaxValue;
            return;
        }

        if (length == numbers.Length)
        {
            Array.Resize(ref numbers, length * 2);
            Array.Resize(ref kinds, length * 2);
            Array.Resize(ref weights, length * 2);
        }

        (numbers[length], kinds[length]) = (number, kind);
        HasWords |= kind == TextFeatures.Word;
        length++;
    }

    /// <summary>Turns counts into weights: rarity times a slowly growing function of the count, each kind scaled to its share, the whole to length one.</summary>
    public void Weigh(ReadOnlySpan<float> rarity, ReadOnlySpan<float> kindWeights)
    {
        Span<double> squares = stackalloc double[TextFeatures.Kinds];
        squares.Clear();
        for (var index = 0; index < length; index++)
        {
            var count = counts[numbers[index]];
            var weight = rarity[numbers[index]] * (count == 1 ? 1 : 1 + MathF.Log(count));
            weights[index] = weight;
            squares[kinds[index]] += weight * weight;
        }

        double total = 0;
        for (var kind = 0; kind < TextFeatures.Kinds; kind++)
            total += squares[kind] > 0 ? kindWeights[kind] * kindWeights[kind] : 0;
        Span<float> factors = stackalloc float[TextFeatures.Kinds];
        for (var kind = 0; kind < TextFeatures.Kinds; kind++)
            factors[kind] = squares[kind] > 0 ? (float)(kindWeights[kind] / Math.Sqrt(squares[kind] * total)) : 0;
        for (var index = 0; index < length; index++)
            weights[index] *= factors[kinds[index]];
    }
}
