namespace OutlookAssist.Classification.Models;

/// <summary>Examples as sparse vectors, one after the other in three arrays, with the number of the label of each.</summary>
internal sealed class LabelledRows
{
    private readonly List<int> starts = [0];
    private readonly List<int> numbers = [];
    private readonly List<float> weights = [];

    /// <summary>The label of each row.</summary>
    public List<int> Labels { get; } = [];

    /// <summary>How many rows there are.</summary>
    public int Count => Labels.Count;

    /// <summary>How many features all rows have together.</summary>
    public int Size => numbers.Count;

    /// <summary>Appends a row.</summary>
    public void Add(SparseVector vector, int label)
    {
        numbers.AddRange(vector.Numbers);
        weights.AddRange(vector.Weights);
        starts.Add(numbers.Count);
        Labels.Add(label);
    }

    /// <summary>The features of a row.</summary>
    public ReadOnlySpan<int> NumbersOf(int row) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers)[starts[row]..starts[row + 1]];

    /// <summary>Their weights.</summary>
    public ReadOnlySpan<float> WeightsOf(int row) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(weights)[starts[row]..starts[row + 1]];
}
