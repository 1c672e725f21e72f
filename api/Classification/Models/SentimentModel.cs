using OutlookAssist.Language;

namespace OutlookAssist.Classification.Models;

/// <summary>Judges how a writer feels: what the lexicon finds and what was learned from rated texts, together.</summary>
internal sealed class SentimentModel
{
    private const string Resource = "OutlookAssist.Classification.Models.sentiment.bin";

    // The learned model is the better judge of the label, the lexicon of the strength.
    private const double LearnedShare = 0.6;

    // Read when the first mail is judged: what trains the model shares its features before there is one.
    private static readonly Lazy<SentimentModel> Loaded = new(Load);

    // Feeling shows where a mail begins and where it ends. What lies between is mostly business, and long business reads like trouble:
    // of neutral mails 15 in 100 were called negative when all of each was judged, 23 in 100 of the long ones.
    private const int LongestBeginning = 500;
    private const int LongestEnd = 200;

    [ThreadStatic]
    private static List<Feature>? scratch;

    private readonly LearnedLabels learned;

    private SentimentModel(LearnedLabels learned) => this.learned = learned;

    /// <summary>The labels in the order in which they are learned.</summary>
    public static readonly string[] Labels = ["negative", "neutral", "positive"];

    /// <summary>How much words, pairs, pairs with a gap, parts of words, and what the lexicon says weigh.</summary>
    public static readonly float[] KindWeights = [1, 1, 0.6f, 0.5f, 2];

    /// <summary>The shipped model.</summary>
    public static SentimentModel Shipped => Loaded.Value;

    /// <summary>The words of the rated texts, with how rare each is.</summary>
    public Vocabulary Words => learned.Vocabulary;

    /// <summary>Everything the model looks at; the words' features come first and serve other models too.</summary>
    public static (List<Feature> Features, double Feeling) Read(string text, string language)
    {
        var features = new List<Feature>(1024);
        return (features, Read(text, language, features));
    }

    /// <summary>The share of each label.</summary>
    public double[] Shares(List<Feature> features) => learned.SharesOf(features);

    /// <summary>The feeling of a text without persons.</summary>
    public SentimentResult Judge(string text, LanguageGuess language)
    {
        var features = scratch ??= new List<Feature>(4096);
        features.Clear();
        var feeling = Read(text, language.Tag, features);
        var shares = Shares(features);
        var best = shares[1] >= shares[0] && shares[1] >= shares[2] ? 1 : shares[0] > shares[2] ? 0 : 2;
        var score = LearnedShare * (shares[2] - shares[0]) + (1 - LearnedShare) * feeling;
        return new SentimentResult(Labels[best], Math.Round(score, 3), Math.Round(shares[best], 3));
    }

    private static double Read(string text, string language, List<Feature> into)
    {
        if (text.Length > LongestBeginning + LongestEnd)
            text = $"{text[..LongestBeginning]}\n\n{text[^LongestEnd..]}";
        TextFeatures.Read(text, language == "de", into);
        var feeling = SentimentLexicon.Weigh(text, language);
        SentimentFeatures.Read(text, language, feeling, into);
        return feeling;
    }

    private static SentimentModel Load()
    {
        using var stream = typeof(SentimentModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The build left out {Resource}; train it with tests/training.");
        using var reader = new BinaryReader(stream);
        return new SentimentModel(LearnedLabels.Read(reader));
    }
}
