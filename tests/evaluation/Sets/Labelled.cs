using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>A text with the label that people gave it.</summary>
internal sealed record Labelled(string Text, string Label)
{
    // The limits of the API: this many labels, this many examples of each at the least and of all together at the most.
    private const int LeastExamples = 5;

    private const int MostExamples = 20_000;

    /// <summary>The labels with their examples, thinned evenly when there are more than the API takes.</summary>
    public static IReadOnlyList<Label> ToLabels(IReadOnlyList<Labelled> rows)
    {
        var step = (rows.Count + MostExamples - 1) / MostExamples;
        return
        [
            .. rows.Where((_, index) => index % step == 0)
                .GroupBy(row => row.Label)
                .Where(group => group.Count() >= LeastExamples)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new Label(group.Key, [.. group.Select(row => row.Text)])),
        ];
    }
}
