namespace OutlookAssist.Classification.Models;

/// <summary>Chooses among labels by weighted words, in the mail's own language.</summary>
/// <param name="resource">The embedded table.</param>
/// <param name="fallback">The label of a mail in which no word of the table stands.</param>
internal sealed class LabelModel(string resource, string fallback)
{
    private const float SubjectFactor = 1.5f;
    private const int MostLabels = 5;

    // Further hits of one label say less and less: a mail that says "invoice" ten times is no surer than one with four.
    private const double Saturation = 0.7;

    private readonly Dictionary<string, TermTable> tables = TermTable.LoadAll(resource);

    /// <summary>All labels of the table.</summary>
    public IReadOnlyList<string> Names => [.. tables["en"].Labels.Append(fallback).Distinct()];

    /// <summary>The labels for a mail, best first; a language without a table is read with the English one.</summary>
    public LabelScores Judge(string subject, string text, string language)
    {
        var end = language.IndexOf('-', StringComparison.Ordinal);
        var table = tables.TryGetValue(end < 0 ? language : language[..end], out var found) ? found : tables["en"];
        var scores = new double[table.Labels.Count];
        var seen = new Dictionary<(int, string, float), int>();
        Add(PhraseSet.Fold(subject), SubjectFactor);
        Add(PhraseSet.Fold(text), 1);
        return Rank(table.Labels, scores);

        void Add(string folded, float factor) => table.Find(folded, (_, term) =>
        {
            var key = (term.Label, term.Rest, term.Weight);
            var times = seen.GetValueOrDefault(key);
            seen[key] = times + 1;
            scores[term.Label] += term.Weight * factor * Math.Pow(Saturation, times);
        });
    }

    private LabelScores Rank(List<string> labels, double[] scores)
    {
        var order = Enumerable.Range(0, labels.Count).OrderByDescending(index => scores[index]).ThenBy(index => index).ToArray();
        var total = scores.Sum();
        if (total <= 0)
            return new LabelScores([new LabelResult(fallback, 0.4)], false);
        // The share among the evidence, drawn towards doubt while there is little of it.
        var ranked = new List<LabelResult>();
        foreach (var index in order.Take(MostLabels))
        {
            if (scores[index] > 0)
                ranked.Add(new LabelResult(labels[index], Math.Round(Math.Min(0.98, (scores[index] + 0.3) / (total + 1.5)), 3)));
        }

        return new LabelScores(ranked, true);
    }
}

/// <summary>Labels with confidences, best first and never empty; <c>HasEvidence</c> is false when the fallback was taken.</summary>
internal sealed record LabelScores(IReadOnlyList<LabelResult> Labels, bool HasEvidence);
