using OutlookAssist.Language;

namespace OutlookAssist.Classification.Models;

/// <summary>Learns a list of labels from examples, in seconds, and learns with them how far its own confidence can be trusted.</summary>
internal static class LabelLearner
{
    // Below this every word counts; above it, one that occurs in a single example is chance.
    private const int ManyExamples = 2_000;
    private const int MostFeatures = 60_000;

    // Weights take four bytes while they are learned: so many of them fit into 200 MB.
    private const int MostWeights = 50_000_000;
    /// <summary>Into how many parts examples are divided to be judged by weights that did not see them.</summary>
    public const int Parts = 5;

    private const int Rounds = 8;
    private const int FewRounds = 5;
    private const int LastRounds = 4;

    // Above this much work there is time for fewer rounds.
    private const long MuchWork = 900_000_000;

    private static readonly float[] KindWeights = [1, 1, 0.6f, 1.5f, 1.5f];

    // With a handful of examples most words of a new mail were never seen, but parts of them were.
    private static readonly float[] FewExamplesKindWeights = [1, 1, 0.6f, 2, 1];
    private const int FewExamplesEach = 15;

    /// <summary>Learns; the outcome depends on nothing but the examples.</summary>
    /// <param name="labels">At least two, each with examples that have words.</param>
    /// <param name="cancellation">Stops between two rounds.</param>
    public static LearnedLabels Learn(IReadOnlyList<LabelExamples> labels, CancellationToken cancellation)
    {
        var examples = labels.SelectMany(label => label.Examples).ToArray();
        List<int> owners = [.. labels.SelectMany((label, number) => Enumerable.Repeat(number, label.Examples.Count))];
        var read = new List<Feature>[examples.Length];
        Parallel.For(0, examples.Length, new ParallelOptions { CancellationToken = cancellation }, example => read[example] = FeaturesOf(examples[example]));
        List<List<Feature>> texts = [.. read];
        var kinds = texts.Count < labels.Count * FewExamplesEach ? FewExamplesKindWeights : KindWeights;
        return Learn([.. labels.Select(label => label.Name)], texts, owners, PartsOf(owners), kinds, cancellation);
    }

    /// <summary>Learns from texts that were taken apart before.</summary>
    /// <param name="names">The labels.</param>
    /// <param name="texts">The features of each text.</param>
    /// <param name="owners">The number of the label of each text.</param>
    /// <param name="parts">The part of each text, from 0; confidence is measured on a part that was not learned from, so copies of one text belong into one.</param>
    /// <param name="kinds">How much each kind of feature weighs.</param>
    /// <param name="cancellation">Stops between two rounds.</param>
    public static LearnedLabels Learn(string[] names, List<List<Feature>> texts, List<int> owners, int[] parts, float[] kinds, CancellationToken cancellation)
    {
        var vocabulary = Vocabulary.Of(texts, texts.Count >= ManyExamples ? 2 : 1, Math.Min(MostFeatures, MostWeights / Math.Max(8, names.Length)));
        var rows = new LabelledRows();
        var vector = new SparseVector();
        for (var text = 0; text < texts.Count; text++)
        {
            vocabulary.Fill(texts[text], kinds, vector);
            rows.Add(vector, owners[text]);
        }

        return Learn(names, vocabulary, kinds, rows, parts, cancellation);
    }

    private static LearnedLabels Learn(string[] names, Vocabulary vocabulary, float[] kinds, LabelledRows rows, int[] parts, CancellationToken cancellation)
    {
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

    private static List<Feature> FeaturesOf(string example)
    {
        var features = new List<Feature>();
        var neutral = NeutralizePersons.Neutralize(example);
        TextFeatures.Read(neutral, LanguageDetector.Detect(neutral).Tag == "de", features, areTogether: true);
        return features;
    }

    // Each label is spread over the parts evenly.
    private static int[] PartsOf(List<int> owners)
    {
        var seen = new Dictionary<int, int>();
        return [.. owners.Select(label => (seen[label] = seen.GetValueOrDefault(label) + 1) % Parts)];
    }
}

/// <summary>A label with sentences that belong to it.</summary>
internal sealed record LabelExamples(string Name, IReadOnlyList<string> Examples);
