using System.Text.Json;
using OutlookAssist.LanguageModels;

namespace OutlookAssist.Classification;

/// <summary>What a model said about a mail, as far as it is a word that may be said; lays it over what the product found by itself.</summary>
internal sealed record ModelLabels(string? Feeling, string? Urgency, string? Category, string? Intent, string? Certainty, ModelChoice Model)
{
    private const string Reason = "read by the language model";
    private const double CertainFrom = 0.55;

    // A model may calm a mail down by one step. More than that is what a mail would ask it to do that wants to be overlooked.
    private const int MostCalming = 1;

    /// <summary>Reads an answer; a word that is not among the labels counts as not said. Null when nothing usable was said.</summary>
    public static ModelLabels? Read(string answer, OrganisationTriage triage, ModelChoice model)
    {
        // Some servers wrap the object in a fence or a sentence.
        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (start < 0 || end < start)
            return null;
        try
        {
            using var document = JsonDocument.Parse(answer.AsMemory(start, end - start + 1));
            var root = document.RootElement;
            var intent = WordOf(root, "intent", [.. triage.NamesOf("intent"), LabelPrompt.NoIntent]);
            var labels = new ModelLabels(
                WordOf(root, "sentiment", LabelPrompt.Feelings.Keys),
                WordOf(root, "urgency", LabelRules.Urgencies),
                WordOf(root, "category", triage.NamesOf("category")),
                intent,
                WordOf(root, "certainty", LabelPrompt.Certainties.Keys),
                model);
            return labels is { Feeling: null, Urgency: null, Category: null, Intent: null } ? null : labels;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The classification with the model's labels in it; deadlines, entities and everything else stay the product's.</summary>
    public MessageClassification Over(MessageClassification found)
    {
        var certainty = Certainty is null ? LabelPrompt.Certainties["guessing"] : LabelPrompt.Certainties[Certainty];
        var isUnderstood = Feeling is not null && Urgency is not null && Category is not null && Intent is not null;
        var (urgency, isCalmed) = UrgencyOver(found.Urgency, certainty);
        return found with
        {
            Sentiment = SentimentOver(found.Sentiment, certainty),
            Urgency = urgency,
            Category = Category is null ? found.Category : new LabelResult(Category, Sure(Category, found.Category, certainty)),
            Intents = IntentsOver(found.Intents, certainty),
            OutOfScope = Intent is null ? found.OutOfScope : Intent == LabelPrompt.NoIntent,
            Uncertain = certainty < CertainFrom || !isUnderstood || isCalmed || found.Language.Confidence < ClassifyMessage.KnownLanguageFrom,
            Engine = new LabellingEngine(Model.Provider!, Model.Model!),
        };
    }

    private SentimentResult SentimentOver(SentimentResult found, double certainty)
    {
        if (Feeling is null)
            return found;
        var score = LabelPrompt.Feelings[Feeling];
        var label = score < 0 ? "negative" : score > 0 ? "positive" : "neutral";
        return label == found.Label ? found with { Confidence = Math.Max(found.Confidence, certainty) } : new SentimentResult(label, score, certainty);
    }

    private (UrgencyResult Urgency, bool IsCalmed) UrgencyOver(UrgencyResult found, double certainty)
    {
        if (Urgency is null || Urgency == found.Label)
            return (found with { Confidence = Math.Max(found.Confidence, Urgency is null ? 0 : certainty) }, false);
        var steps = Array.IndexOf(LabelRules.Urgencies, found.Label) - Array.IndexOf(LabelRules.Urgencies, Urgency);
        return steps > MostCalming ? (found, true) : (new UrgencyResult(Urgency, certainty, [.. found.Reasons, Reason], found.Deadline), false);
    }

    private IReadOnlyList<LabelResult> IntentsOver(IReadOnlyList<LabelResult> found, double certainty)
    {
        if (Intent is null or LabelPrompt.NoIntent)
            return found;
        var first = new LabelResult(Intent, Sure(Intent, found[0], certainty));
        return [first, .. found.Where(intent => intent.Label != Intent).Select(intent => intent with { Confidence = Math.Min(intent.Confidence, Math.Round(1 - first.Confidence, 4)) })];
    }

    // Two that agree are at least as sure as either.
    private static double Sure(string label, LabelResult found, double certainty) => label == found.Label ? Math.Max(found.Confidence, certainty) : certainty;

    private static string? WordOf(JsonElement root, string name, IEnumerable<string> allowed) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is var said
            ? allowed.FirstOrDefault(word => word.Equals(said, StringComparison.Ordinal)) ?? allowed.FirstOrDefault(word => word.Equals(said, StringComparison.OrdinalIgnoreCase))
            : null;
}
