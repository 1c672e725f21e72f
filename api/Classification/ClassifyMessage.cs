using OutlookAssist.Classification.Models;
using OutlookAssist.Knowledge;
using OutlookAssist.Language;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Classification;

/// <summary>Says what one mail is about, how it feels and how much it hurries; the same mail always gets the same answer.</summary>
internal sealed class ClassifyMessage(KnownTriage known, LabelByModel byModel, KnownProducts products)
{
    // Below this a person should look before anything is done by the labels.
    private const double CertainFrom = 0.55;

    /// <summary>Below this the language counts as unknown.</summary>
    public const double KnownLanguageFrom = 0.5;

    // A mail of five to ten words is enough; a hundred leave no doubt.
    private const int EnoughForLanguage = 800;

    private static readonly LabelModel Categories = new("OutlookAssist.Classification.Models.categories.txt", "general");
    private static readonly LabelModel Intents = new("OutlookAssist.Classification.Models.intents.txt", "information_request");

    /// <summary>Classifies a mail that was read before, by what its organisation has configured; by a language model where one is set for labels.</summary>
    public async ValueTask<MessageClassification> ClassifyAsync(ReadableMessage message, LabellingOrder order, CancellationToken cancellation)
    {
        if (!byModel.IsOn || !LabelByModel.MaySee(message))
            return await ClassifyAsync(message, order.Caller.Organisation, cancellation);
        var triage = await known.ForAsync(order.Caller.Organisation, cancellation);
        var names = await products.ForAsync(order.Caller.Organisation, cancellation);
        // Apart from what the product judged by itself.
        var key = ~JudgedMails.KeyOf(message);
        if (triage.Judged.Find(key) is { } before)
            return before with { Entities = EntitiesOf(message, names) };
        var judged = Judge(message, triage, names);
        if (judged.Found.Automatic.IsAutomatic || await byModel.AskAsync(judged.Subject, judged.Text, triage, order, cancellation) is not { } labels)
            return Decide(message, judged, triage);
        var result = Decide(message, judged with { Found = labels.Over(judged.Found) }, triage);
        triage.Judged.Keep(key, result with { Entities = [] });
        return result;
    }

    /// <summary>Classifies a mail that was read before, by what its organisation has configured, without any language model.</summary>
    public async ValueTask<MessageClassification> ClassifyAsync(ReadableMessage message, string organisation, CancellationToken cancellation)
    {
        var triage = await known.ForAsync(organisation, cancellation);
        var names = await products.ForAsync(organisation, cancellation);
        var key = JudgedMails.KeyOf(message);
        if (triage.Judged.Find(key) is { } before)
            return before with { Entities = EntitiesOf(message, names) };
        var result = Classify(message, triage, names);
        // What is remembered holds labels and nothing of the mail.
        triage.Judged.Keep(key, result with { Entities = [] });
        return result;
    }

    /// <summary>The categories in force where an organisation has none of its own.</summary>
    public static IReadOnlyList<string> BuiltInCategories { get; } = Categories.Names;

    /// <summary>The intents in force where an organisation has none of its own.</summary>
    public static IReadOnlyList<string> BuiltInIntents { get; } = Intents.Names;

    /// <summary>Classifies a mail by what is given.</summary>
    public static MessageClassification Classify(ReadableMessage message, OrganisationTriage triage, ProductNames? names = null) => Decide(message, Judge(message, triage, names), triage);

    private static IReadOnlyList<EntityResult> EntitiesOf(ReadableMessage message, ProductNames? names) => FindEntities.Find(message.NewText, message.Message.ReceivedAt, names);

    /// <summary>What the product's own models say.</summary>
    private static Judgement Judge(ReadableMessage message, OrganisationTriage triage, ProductNames? names)
    {
        // Whatever is judged below does not know who wrote, or of whom.
        var text = CourtesyFormulas.Remove(NeutralizePersons.Neutralize(message.NewText));
        var subject = NeutralizePersons.Neutralize(SubjectWithoutPrefixes(message.Message.Subject));
        var guess = LanguageDetector.Detect(text.Length >= 20 ? text.AsSpan(0, Math.Min(text.Length, EnoughForLanguage)) : $"{subject}\n{text}");
        var automatic = AutomaticMail.Judge(message.Message);
        var feeling = SentimentModel.Shipped.Judge(text.Length > 0 ? text : subject, guess);
        var features = triage.Categories is null && triage.Intents is null ? [] : FeaturesOf(subject, text, guess.Tag);
        var category = triage.Categories is { } own ? own.Judge(features) : Categories.Judge(subject, text, guess.Tag);
        var intent = triage.Intents is { } wanted ? wanted.Judge(features) : Intents.Judge(subject, text, guess.Tag);
        var urgency = UrgencyRules.Judge(new UrgencyFacts(
            subject,
            text,
            message.Message.ReceivedAt,
            message.Message.Headers,
            automatic.IsAutomatic && IsBulk(message.Message),
            triage.Intents is null && AsksNothing(intent, text, guess.Tag, feeling),
            feeling.Score));
        var best = triage.Categories is null ? Reconcile(category, feeling, urgency) : category.Labels[0];
        var found = new MessageClassification(
            feeling,
            urgency,
            best,
            intent.Labels,
            !intent.HasEvidence && (triage.Intents is not null || !category.HasEvidence),
            new LanguageResult(guess.Tag, guess.Confidence),
            EntitiesOf(message, names),
            new AutomaticResult(automatic.IsAutomatic, automatic.Reasons),
            best.Confidence < CertainFrom || urgency.Confidence < CertainFrom || feeling.Confidence < CertainFrom || guess.Confidence < KnownLanguageFrom);
        return new Judgement(found, subject, text);
    }

    /// <summary>What people have said wins: corrections over the models, written rules over both.</summary>
    private static MessageClassification Decide(ReadableMessage message, Judgement judged, OrganisationTriage triage)
    {
        var result = triage.Corrections?.Adjust(judged.Found, judged.Subject, judged.Text) ?? judged.Found;
        if (triage.Rules.IsEmpty)
            return result;
        var ruled = triage.Rules.Judge(PhraseSet.Fold($"{message.Message.Subject}\n{message.NewText}"), message.Message.From?.Address, message.Message.ReceivedAt, judged.Found.Urgency.Deadline);
        return ruled is null ? result : result with { Urgency = ruled };
    }

    private static List<Feature> FeaturesOf(string subject, string text, string language)
    {
        var features = new List<Feature>(1024);
        TextFeatures.Read(subject.Length == 0 ? text : $"{subject}\n{text}", language == "de", features, areTogether: true);
        return features;
    }

    /// <summary>A complaint is known by its anger more than by its words: the same delivery can be asked about or complained about.</summary>
    private static LabelResult Reconcile(LabelScores category, SentimentResult feeling, UrgencyResult urgency)
    {
        var best = category.Labels[0];
        var complaint = category.Labels.FirstOrDefault(label => label.Label == "complaint");
        var isThreat = urgency.Reasons.Contains("legal threat");
        if (complaint is not null && best.Label != "complaint" && (isThreat || feeling.Score <= -0.5) && complaint.Confidence >= best.Confidence * 0.6)
            return complaint with { Confidence = best.Confidence };
        return best;
    }

    private static bool AsksNothing(LabelScores intent, string text, string language, SentimentResult feeling) =>
        intent.Labels[0].Label is "thanks" or "feedback" && feeling.Label != "negative" && FindRequests.Find(text, language).Count == 0;

    private static bool IsBulk(Message message)
    {
        foreach (var (name, value) in message.Headers ?? new Dictionary<string, string>())
        {
            if (name.StartsWith("List-", StringComparison.OrdinalIgnoreCase) || name.Equals("Feedback-ID", StringComparison.OrdinalIgnoreCase)
                || (name.Equals("Precedence", StringComparison.OrdinalIgnoreCase) && value.Trim() is "bulk" or "list" or "junk"))
                return true;
        }

        return false;
    }

    /// <summary>"RE: AW: Offer" and "Offer" are the same subject.</summary>
    private static string SubjectWithoutPrefixes(string? subject)
    {
        var rest = subject.AsSpan().Trim();
        while (rest.IndexOfAny(':', '：') is > 0 and <= 5 and var colon && !rest[..colon].Contains(' '))
            rest = rest[(colon + 1)..].TrimStart();
        return rest.ToString();
    }

    /// <summary>What was found, and what was looked at: subject and text without persons.</summary>
    private readonly record struct Judgement(MessageClassification Found, string Subject, string Text);
}
