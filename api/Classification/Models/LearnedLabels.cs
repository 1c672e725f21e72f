using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OutlookAssist.Classification.Models;

/// <summary>A learned list of labels, one byte for each weight; judges a text and goes into a file and back unchanged.</summary>
internal sealed class LearnedLabels
{
    private const int Format = 1;
    private const int MostShown = 5;

    [ThreadStatic]
    private static SparseVector? scratch;

    private readonly Vocabulary vocabulary;
    private readonly float[] kinds;
    private readonly float[] steps;
    private readonly sbyte[] weights;
    private readonly Certainty certainty;

    private LearnedLabels(string[] names, Vocabulary vocabulary, float[] kinds, float[] steps, sbyte[] weights, Certainty certainty)
    {
        Names = names;
        (this.vocabulary, this.kinds, this.steps, this.weights, this.certainty) = (vocabulary, kinds, steps, weights, certainty);
    }

    /// <summary>The labels.</summary>
    public string[] Names { get; }

    /// <summary>What it knows of words.</summary>
    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Rounds the weights of every feature to 255 steps of its own size.</summary>
    public static LearnedLabels Pack(string[] names, Vocabulary vocabulary, float[] kinds, LinearWeights weights, Certainty certainty)
    {
        var steps = new float[vocabulary.Count];
        var packed = new sbyte[vocabulary.Count * names.Length];
        Span<float> line = new float[names.Length];
        for (var feature = 0; feature < vocabulary.Count; feature++)
        {
            weights.CopyTo(feature, line);
            float most = 0;
            foreach (var weight in line)
                most = Math.Max(most, Math.Abs(weight));
            steps[feature] = most / sbyte.MaxValue;
            for (var label = 0; label < names.Length && most > 0; label++)
                packed[feature * names.Length + label] = (sbyte)MathF.Round(line[label] / steps[feature]);
        }

        return new LearnedLabels(names, vocabulary, kinds, steps, packed, certainty);
    }

    /// <summary>The share of every label, in the order of <see cref="Names"/>.</summary>
    public double[] SharesOf(IReadOnlyList<Feature> features)
    {
        var vector = scratch ??= new SparseVector();
        vocabulary.Fill(features, kinds, vector);
        Span<float> scores = Names.Length <= 512 ? stackalloc float[Names.Length] : new float[Names.Length];
        scores.Clear();
        var numbers = vector.Numbers;
        var values = vector.Weights;
        for (var index = 0; index < numbers.Length; index++)
        {
            var line = weights.AsSpan(numbers[index] * Names.Length, Names.Length);
            var value = values[index] * steps[numbers[index]];
            AddTimes(line, value, scores);
        }

        return Calibration.Shares(scores, certainty.Sharpness);
    }

    /// <summary>The best labels, best first; without evidence when no word is known, or the best is not believed to be one of them at all.</summary>
    public LabelScores Judge(IReadOnlyList<Feature> features)
    {
        var shares = SharesOf(features);
        var order = Enumerable.Range(0, shares.Length).OrderByDescending(label => shares[label]).ThenBy(label => label).Take(MostShown);
        var labels = order.Select(label => new LabelResult(Names[label], Math.Round(shares[label], 4))).ToList();
        return new LabelScores(labels, scratch!.HasWords && shares.Max() >= certainty.Border);
    }

    /// <summary>Writes it as bytes.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Format);
        writer.Write(Names.Length);
        foreach (var name in Names)
            writer.Write(name);
        writer.Write(certainty.Sharpness);
        writer.Write(certainty.Border);
        foreach (var kind in kinds)
            writer.Write(kind);
        writer.Write(vocabulary.Count);
        Write<ulong>(writer, vocabulary.Hashes);
        Write<float>(writer, vocabulary.Rarity);
        Write<float>(writer, steps);
        Write<sbyte>(writer, weights);
    }

    /// <summary>Reads what <see cref="Write(BinaryWriter)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another version.</exception>
    public static LearnedLabels Read(BinaryReader reader)
    {
        if (reader.ReadInt32() != Format)
            throw new InvalidDataException("The learned labels are of another version.");
        var names = new string[reader.ReadInt32()];
        for (var label = 0; label < names.Length; label++)
            names[label] = reader.ReadString();
        var certainty = new Certainty(reader.ReadSingle(), reader.ReadSingle());
        var kinds = new float[TextFeatures.Kinds];
        for (var kind = 0; kind < kinds.Length; kind++)
            kinds[kind] = reader.ReadSingle();
        var count = reader.ReadInt32();
        var vocabulary = new Vocabulary(Read<ulong>(reader, count), Read<float>(reader, count));
        return new LearnedLabels(names, vocabulary, kinds, Read<float>(reader, count), Read<sbyte>(reader, count * names.Length), certainty);
    }

    private static void AddTimes(ReadOnlySpan<sbyte> line, float value, Span<float> scores)
    {
        var label = 0;
        ref var first = ref MemoryMarshal.GetReference(line);
        ref var sum = ref MemoryMarshal.GetReference(scores);
        for (; label + Vector128<sbyte>.Count <= line.Length; label += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref first, (nuint)label));
            Add(Vector128.WidenLower(low), label, ref sum);
            Add(Vector128.WidenUpper(low), label + 4, ref sum);
            Add(Vector128.WidenLower(high), label + 8, ref sum);
            Add(Vector128.WidenUpper(high), label + 12, ref sum);
        }

        for (; label < line.Length; label++)
            scores[label] += line[label] * value;

        void Add(Vector128<int> weights, int at, ref float sum) =>
            (Vector128.LoadUnsafe(ref sum, (nuint)at) + Vector128.ConvertToSingle(weights) * value).StoreUnsafe(ref sum, (nuint)at);
    }

    private static void Write<T>(BinaryWriter writer, T[] values)
        where T : unmanaged => writer.Write(MemoryMarshal.AsBytes<T>(values));

    private static T[] Read<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes<T>(values));
        return values;
    }
}
