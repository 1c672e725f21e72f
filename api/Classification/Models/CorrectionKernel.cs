namespace OutlookAssist.Classification.Models;

/// <summary>Which corrected mails a mail resembles, and how much: 1 for the same words, near 0 for merely related ones.</summary>
internal sealed class CorrectionKernel
{
    // A word that the rated texts never had is as telling as their rarest.
    private const float UnknownRarity = 4;
    private const double Sharpness = 3;

    private readonly Dictionary<ulong, List<(int Mail, float Weight)>> places = [];
    private readonly Vocabulary rarity;
    private int count;

    /// <summary>No mails yet.</summary>
    /// <param name="rarity">How telling words are in general.</param>
    public CorrectionKernel(Vocabulary rarity) => this.rarity = rarity;

    /// <summary>Appends a mail.</summary>
    public void Add(IReadOnlyList<Feature> features)
    {
        foreach (var (hash, weight) in Weigh(features))
        {
            if (!places.TryGetValue(hash, out var at))
                places[hash] = at = [];
            at.Add((count, weight));
        }

        count++;
    }

    /// <summary>The resemblance to each of the mails, in their order.</summary>
    public double[] Compare(IReadOnlyList<Feature> features)
    {
        var values = new double[count];
        foreach (var (hash, weight) in Weigh(features))
        {
            if (!places.TryGetValue(hash, out var at))
                continue;
            foreach (var (mail, other) in at)
                values[mail] += weight * other;
        }

        for (var mail = 0; mail < count; mail++)
            values[mail] = Math.Pow(Math.Clamp(values[mail], 0, 1), Sharpness);
        return values;
    }

    private Dictionary<ulong, float> Weigh(IReadOnlyList<Feature> features)
    {
        var weights = new Dictionary<ulong, float>();
        foreach (var feature in features)
        {
            if (feature.Kind == TextFeatures.Word)
                weights[feature.Hash] = rarity.Find(feature.Hash) is >= 0 and var number ? rarity.Rarity[number] : UnknownRarity;
        }

        var length = MathF.Sqrt(weights.Values.Sum(weight => weight * weight));
        foreach (var hash in weights.Keys)
            weights[hash] /= length;
        return weights;
    }
}
