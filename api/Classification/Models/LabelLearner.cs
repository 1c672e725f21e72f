namespace OutlookAssist.Classification.Models;

/// <summary>Learns a list of labels from examples, in seconds, and learns with them how far its own confidence can be trusted.</summary>
internal static class LabelLearner
{
    // Below this every word counts; above it, one that occurs in a single example is chance.
    private const int ManyExamples = 2_000;
    private const int MostFeatures = 60_000;

    // Weights take four bytes while they are learned: so many of them fit into 200 MB.
    private const int MostWeights = 50_000_000;
    private const int Parts = 5;
    private const int Rounds = 8;
    private const int FewRounds = 5;
    private const int LastRounds = 4;

    // Above this much work there is time for fewer rounds.
    private const long MuchWork = 900_000_000;

    private static readonly float[] KindWeights = [1, 1, 0.6f, 1];

    // With a handful of examples most words of a new mail were never seen, but parts of them were.
    private static readonly float[] FewExamplesKindWeights = [1, 1, 0.6f, 2];
    private const int FewExamplesEach = 15;

    /// <summary>Learns; the outcome depends on nothing but the examples.</summary>
    /// <param name="labels">At least two, each with examples that have words.</param>
    /// <param name="cancellation">Stops between two rounds.</param>
    public static LearnedLabels Learn(IReadOnlyList<LabelExamples> labels, CancellationToken cancellation)
    {
        var texts = new List<List<Feature>>();
        var owners = new List<int>();
        for (var label = 0; label < labels.Count; label++)
        {
            foreach (var example in labels[label].Examples)
            {
                var features = new List<Feature>();
                TextFeatures.Read(example, features);
                texts.Add(features);
                owners.Add(label);
            }

            cancellation.ThrowIfCancellationRequested();
        }

        var vocabulary = Vocabulary.Of(texts, texts.Count >= ManyExamples ? 2 : 1, Math.Min(MostFeatures, MostWeights / Math.Max(8, labels.Count)));
        var kinds = texts.Count < labels.Count * FewExamplesEach ? FewExamplesKindWeights : KindWeights;
        var rows = new LabelledRows();
        var vector = new SparseVector();
        for (var text = 0; text < texts.Count; text++)
        {
            vocabulary.Fill(texts[text], kinds, vector);
            rows.Add(vector, owners[text]);
        }

        texts.Clear();
        return Learn([.. labels.Select(label => label.Name)], vocabulary, kinds, rows, cancellation);
    }

    private static LearnedLabels Learn(string[] names, Vocabulary vocabulary, float[] kinds, LabelledRows rows, CancellationToken cancellation)
    {
        var parts = PartsOf(rows);
        var all = Enumerable.Range(0, rows.Count).ToArray();
        var rounds = (long)rows.Size * names.Length > MuchWork ? FewRounds : Rounds;
        var calibration = new Calibration();
        var weights = new LinearWeights(vocabulary.Count, names.Length);
        if (rows.Count < ManyExamples)
        {
            // Few examples: each is judged once by weights that did not see it.
            for (var part = 0; part < Parts; part++)
            {
                var trial = new LinearWeights(vocabulary.Count, names.Length);
                trial.Learn(rows, [.. all.Where(row => parts[row] != part)], rounds, 1, cancellation);
                calibration.Add(trial, rows, all.Where(row => parts[row] == part));
            }

            weights.Learn(rows, all, rounds, 1, cancellation);
        }
        else
        {
            weights.Learn(rows, [.. all.Where(row => parts[row] != 0)], rounds, 1, cancellation);
            calibration.Add(weights, rows, all.Where(row => parts[row] == 0));
            // The rest is learned on top instead of from the beginning.
            weights.Learn(rows, all, LastRounds, 0.5f, cancellation);
        }

        return LearnedLabels.Pack(names, vocabulary, kinds, weights, calibration.Fit());
    }

    // Each label is spread over the parts evenly.
    private static int[] PartsOf(LabelledRows rows)
    {
        var seen = new Dictionary<int, int>();
        return [.. rows.Labels.Select(label => (seen[label] = seen.GetValueOrDefault(label) + 1) % Parts)];
    }
}

/// <summary>A label with sentences that belong to it.</summary>
internal sealed record LabelExamples(string Name, IReadOnlyList<string> Examples);
