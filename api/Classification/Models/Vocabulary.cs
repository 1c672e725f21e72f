namespace OutlookAssist.Classification.Models;

/// <summary>The features that a model knows, each with its number and its weight; a text becomes a sparse vector of length one.</summary>
internal sealed class Vocabulary
{
    // Rarer features say more, but not as much more as their logarithm alone would have it.
    private const double RarityPower = 0.7;

    private readonly ulong[] slots;
    private readonly int[] numbers;
    private readonly ulong mask;

    /// <summary>A vocabulary of these features, numbered as they stand.</summary>
    public Vocabulary(ulong[] hashes, float[] rarity)
    {
        (Hashes, Rarity) = (hashes, rarity);
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, hashes.Length * 2));
        (slots, numbers, mask) = (new ulong[size], new int[size], (ulong)size - 1);
        for (var number = 0; number < hashes.Length; number++)
        {
            var slot = hashes[number] & mask;
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            (slots[slot], numbers[slot]) = (hashes[number], number);
        }
    }

    /// <summary>The features by number.</summary>
    public ulong[] Hashes { get; }

    /// <summary>How much each says by being rare.</summary>
    public float[] Rarity { get; }

    /// <summary>How many there are.</summary>
    public int Count => Hashes.Length;

    /// <summary>The features that stand in at least <paramref name="least"/> of the texts, the commonest first when there are more than <paramref name="most"/>.</summary>
    public static Vocabulary Of(IReadOnlyList<List<Feature>> texts, int least, int most)
    {
        var counts = new Dictionary<ulong, (int Count, int Last)>();
        for (var text = 0; text < texts.Count; text++)
        {
            foreach (var feature in texts[text])
            {
                ref var entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature.Hash, out var known);
                if (!known || entry.Last != text)
                    entry = (entry.Count + 1, text);
            }
        }

        var kept = counts.Where(pair => pair.Value.Count >= least && pair.Key != 0).OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key).Take(most).OrderBy(pair => pair.Key).ToList();
        return new Vocabulary(
            [.. kept.Select(pair => pair.Key)],
            [.. kept.Select(pair => (float)Math.Pow(Math.Log((texts.Count + 1.0) / (pair.Value.Count + 0.5)), RarityPower))]);
    }

    /// <summary>The number of a feature, or −1.</summary>
    public int Find(ulong hash)
    {
        for (var slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (slots[slot] == hash)
                return numbers[slot];
        }

        return -1;
    }

    /// <summary>Fills a vector with the known features of a text; every kind of feature that occurs weighs the same as the others.</summary>
    public void Fill(IReadOnlyList<Feature> features, ReadOnlySpan<float> kindWeights, SparseVector vector)
    {
        vector.Clear(Count);
        var isWordKnown = false;
        foreach (var feature in features)
        {
            if ((feature.Kind & TextFeatures.OfCapital) != 0 && !isWordKnown)
                continue;
            var number = Find(feature.Hash);
            if (feature.Kind == TextFeatures.Word)
                isWordKnown = number >= 0;
            if (number >= 0)
                vector.Count(number, (byte)(feature.Kind & ~TextFeatures.OfCapital));
        }

        vector.Weigh(Rarity, kindWeights);
    }
}
