using OutlookAssist.Classification;
using OutlookAssist.Classification.Models;
using OutlookAssist.Language;

namespace OutlookAssist.Training;

/// <summary>Learns the shipped sentiment model, and says beforehand how well it does on rows it did not see.</summary>
internal static class TrainSentiment
{
    private const int Parts = 5;

    /// <summary>The model, learned from everything.</summary>
    public static LearnedLabels Learn(string folder) => Learn(Read(folder), _ => true);

    /// <summary>Macro-F1 and calibration error by cross-validation, for each set and language with labels of its own.</summary>
    public static IEnumerable<string> CrossValidate(string folder)
    {
        var rows = Read(folder);
        var judged = new List<(string Group, string Gold, string Given, double Confidence)>();
        for (var part = 0; part < Parts; part++)
        {
            var model = Learn(rows, row => row.Part != part);
            foreach (var row in rows.Where(row => row.Part == part))
            {
                var shares = model.SharesOf(row.Features);
                var best = Array.IndexOf(shares, shares.Max());
                judged.Add((row.Group, SentimentModel.Labels[row.Label], SentimentModel.Labels[best], shares[best]));
            }
        }

        foreach (var group in judged.GroupBy(row => row.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var given = group.ToList();
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| {group.Key} | {given.Count} | {MacroF1(given):0.000} | {CalibrationError(given):0.000} |");
        }

        yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| all | {judged.Count} | {MacroF1(judged):0.000} | {CalibrationError(judged):0.000} |");
    }

    private static LearnedLabels Learn(List<Row> rows, Func<Row, bool> isChosen)
    {
        var chosen = rows.Where(isChosen).SelectMany(row => Enumerable.Repeat(row, row.Times)).ToList();
        return LabelLearner.Learn(SentimentModel.Labels, [.. chosen.Select(row => row.Features)], [.. chosen.Select(row => row.Label)], [.. chosen.Select(row => row.Number / LabelLearner.Parts % LabelLearner.Parts)], SentimentModel.KindWeights, CancellationToken.None);
    }

    // As the product reads a mail: without persons, in the language it seems to be in.
    private static List<Row> Read(string folder)
    {
        var rows = new List<Row>();
        foreach (var set in RatedSet.All)
        {
            foreach (var rated in set.Read(folder))
            {
                var text = NeutralizePersons.Neutralize(rated.Text);
                var (features, _) = SentimentModel.Read(text, LanguageDetector.Detect(text).Tag);
                var group = $"{Path.GetFileNameWithoutExtension(set.File)} {rated.Group}".TrimEnd();
                rows.Add(new Row(features, Array.IndexOf(SentimentModel.Labels, rated.Label), group, set.Times, rows.Count, (int)((uint)rows.Count * 2654435761u >> 16) % Parts));
            }
        }

        return rows;
    }

    private static double MacroF1(List<(string Group, string Gold, string Given, double Confidence)> rows) => SentimentModel.Labels.Average(label =>
    {
        double right = rows.Count(row => row.Gold == label && row.Given == label);
        var named = rows.Count(row => row.Gold == label) + rows.Count(row => row.Given == label);
        return named == 0 ? 0 : 2 * right / named;
    });

    private static double CalibrationError(List<(string Group, string Gold, string Given, double Confidence)> rows) =>
        rows.GroupBy(row => Math.Min(9, (int)(row.Confidence * 10)))
            .Sum(bin => Math.Abs(bin.Average(row => row.Confidence) - bin.Average(row => row.Gold == row.Given ? 1.0 : 0)) * bin.Count()) / rows.Count;

    private sealed record Row(List<Feature> Features, int Label, string Group, int Times, int Number, int Part);
}
