using OutlookAssist.Classification.Models;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Classification;

/// <summary>What an organisation has corrected, on top of models that stay as they are: a mail that resembles a corrected one gets the label that was right there.</summary>
internal sealed class CorrectionLayer
{
    private const double UncertainBelow = 0.55;

    /// <summary>The parts of a classification that can be corrected.</summary>
    public static readonly string[] Parts = ["sentiment", "urgency", "category", "intent"];

    private readonly CorrectionKernel kernel = new(SentimentModel.Shipped.Words);
    private readonly Dictionary<string, CorrectedLabels> parts = [];

    /// <summary>Learns from corrections, judging each mail by what is in force without them.</summary>
    public CorrectionLayer(IReadOnlyList<StoredCorrection> corrections, OrganisationTriage triage)
    {
        var said = new List<MessageClassification>();
        var features = new List<List<Feature>>();
        foreach (var correction in corrections)
        {
            var mail = MessageReader.Read(new Message(Subject: correction.Subject, Body: new MessageBody("text", correction.Text)));
            said.Add(ClassifyMessage.Classify(mail, triage));
            features.Add(FeaturesOf(correction.Subject, correction.Text, said[^1].Language.Tag));
            kernel.Add(features[^1]);
        }

        var resemblance = features.Select(kernel.Compare).ToArray();
        foreach (var part in Parts)
        {
            var rows = Enumerable.Range(0, corrections.Count)
                .Where(row => RightOf(corrections[row], part) is { } right && triage.Knows(part, right))
                .Select(row => (row, SaidOf(said[row], part), RightOf(corrections[row], part)!))
                .ToList();
            if (rows.Count == 0)
                continue;
            parts[part] = new CorrectedLabels(rows, resemblance);
            for (var index = 0; index < rows.Count; index++)
                Held.Add((corrections[rows[index].row].Id, part), parts[part].IsRightHeldBack[index]);
        }
    }

    /// <summary>For each corrected part of each correction: whether the other corrections alone would have made it right.</summary>
    public Dictionary<(long Id, string Part), bool> Held { get; } = [];

    /// <summary>The classification with what was learned from corrections.</summary>
    public MessageClassification Adjust(MessageClassification said, string subject, string text)
    {
        var resemblance = kernel.Compare(FeaturesOf(subject, text, said.Language.Tag));
        IReadOnlyList<LabelResult> Of(string part) => parts.TryGetValue(part, out var labels) ? labels.Adjust(SaidOf(said, part), resemblance) : SaidOf(said, part);
        var sentiment = Of("sentiment")[0];
        var urgency = Of("urgency")[0];
        var category = Of("category")[0];
        var intents = Of("intent");
        return said with
        {
            Sentiment = sentiment.Label == said.Sentiment.Label ? said.Sentiment with { Confidence = sentiment.Confidence }
                : new SentimentResult(sentiment.Label, sentiment.Label switch { "negative" => -sentiment.Confidence, "positive" => sentiment.Confidence, _ => 0 }, sentiment.Confidence),
            Urgency = urgency.Label == said.Urgency.Label ? said.Urgency with { Confidence = urgency.Confidence }
                : new UrgencyResult(urgency.Label, urgency.Confidence, [.. said.Urgency.Reasons, "a mail like this was corrected"], said.Urgency.Deadline),
            Category = category,
            Intents = intents,
            OutOfScope = said.OutOfScope && intents[0].Label == said.Intents[0].Label,
            Uncertain = said.Uncertain && (sentiment.Confidence < UncertainBelow || urgency.Confidence < UncertainBelow || category.Confidence < UncertainBelow),
        };
    }

    private static IReadOnlyList<LabelResult> SaidOf(MessageClassification said, string part) => part switch
    {
        "sentiment" => [new LabelResult(said.Sentiment.Label, said.Sentiment.Confidence)],
        "urgency" => [new LabelResult(said.Urgency.Label, said.Urgency.Confidence)],
        "category" => [said.Category],
        _ => said.Intents,
    };

    private static string? RightOf(StoredCorrection correction, string part) => part switch
    {
        "sentiment" => correction.Sentiment,
        "urgency" => correction.Urgency,
        "category" => correction.Category,
        _ => correction.Intent,
    };

    private static List<Feature> FeaturesOf(string subject, string text, string language)
    {
        var features = new List<Feature>(1024);
        TextFeatures.Read($"{subject}\n{text}", language == "de", features);
        return features;
    }
}
