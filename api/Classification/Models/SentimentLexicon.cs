namespace OutlookAssist.Classification.Models;

/// <summary>Weighs how a writer feels by the values of words, turned round by negation and scaled by emphasis.</summary>
internal static class SentimentLexicon
{
    private const string Resource = "OutlookAssist.Classification.Models.sentiment.txt";
    private const int NegationReach = 4;
    private const float NegationFactor = -0.6f;

    /// <summary>A sentence below this is more than a routine complaint, and colours the whole mail by this share of it.</summary>
    private const double AngryFrom = -2.5;
    private const double AngerShare = 0.06;

    private static readonly Dictionary<string, TermTable> Tables = TermTable.LoadAll(Resource);

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "none", "nothing", "nobody", "without", "don't", "doesn't", "didn't", "isn't", "wasn't", "aren't", "weren't", "won't", "can't", "cannot", "couldn't", "wouldn't", "shouldn't", "haven't", "hasn't", "hadn't", "dont", "cant", "wont", "didnt", "doesnt", "isnt", "neither", "nor", "hardly", "ain't",
        "nicht", "kein", "keine", "keinen", "keiner", "keinem", "nie", "niemals", "ohne", "nichts", "kaum", "pas", "jamais", "aucun", "aucune", "rien", "sans", "ni", "nunca", "jamás", "sin", "nada", "ningún", "ninguna", "tampoco", "non", "mai", "senza", "nessun", "nessuna", "niente", "não", "nem", "sem", "nenhum", "nenhuma", "niet", "geen", "nooit", "zonder", "niets",
        "لا", "ليس", "ليست", "لم", "لن", "ما", "مش", "مو", "غير", "بدون", "नहीं", "नही", "मत", "ना", "बिना", "nahi", "nahin", "nhi", "mat",
    };

    private static readonly Dictionary<string, float> Intensifiers = BuildIntensifiers();

    private static readonly HashSet<string> Turns = new(StringComparer.Ordinal) { "but", "however", "although", "yet", "aber", "jedoch", "mais", "cependant", "pero", "sin embargo", "ma", "mas", "maar" };

    private static readonly Dictionary<int, float> Emoji = BuildEmoji();

    /// <summary>The feeling of a text, −1…1; a language without a table is weighed by its emoji and by English words.</summary>
    public static double Weigh(string text, string language)
    {
        var table = Tables.TryGetValue(PrimaryTag(language), out var found) ? found : Tables["en"];
        double total = 0, strongest = 0;
        var sentences = 0;
        foreach (var range in SplitSentences(text))
        {
            var sentence = text.AsSpan(range);
            var value = JudgeSentence(sentence, table);
            sentences++;
            total += value;
            strongest = Math.Min(strongest, value);
        }

        // A long mail with one angry sentence is angry; ten polite ones do not dilute it to nothing.
        var mean = total / (3.0 * Math.Pow(Math.Max(1, sentences), 0.7) + 1.0);
        var anger = strongest <= AngryFrom ? AngerShare * strongest : 0;
        return Math.Clamp(mean + anger, -1, 1);
    }

    private static float JudgeSentence(ReadOnlySpan<char> sentence, TermTable table)
    {
        var folded = PhraseSet.Fold(sentence);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        float before = 0, after = 0;
        var turn = Array.FindIndex(words, Turns.Contains);
        table.Find(folded, (index, term) =>
        {
            var value = term.Weight;
            for (var back = 1; back <= NegationReach && index - back >= 0; back++)
            {
                var word = words[index - back];
                if (Intensifiers.TryGetValue(word, out var factor) && back <= 2)
                    value *= factor;
                if (Negations.Contains(word))
                    value *= NegationFactor;
            }

            if (index < turn)
                before += value;
            else
                after += value;
        });

        // What follows "but" is what is meant.
        var sum = turn > 0 ? before * 0.5f + after * 1.4f : before + after;
        sum += EmojiValue(sentence);
        if (sentence.Contains('!') && sum != 0)
            sum *= 1.15f;
        return Math.Clamp(sum, -6, 6);
    }

    private static float EmojiValue(ReadOnlySpan<char> text)
    {
        float sum = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0x2000 && Emoji.TryGetValue(rune.Value, out var value))
                sum += value;
        }

        return sum + Smileys(text);
    }

    private static float Smileys(ReadOnlySpan<char> text)
    {
        float sum = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is not (':' or ';' or '='))
                continue;
            var mouth = text[i + 1] == '-' && i + 2 < text.Length ? text[i + 2] : text[i + 1];
            sum += mouth switch { ')' or 'D' or ']' => 1.8f, '(' or '[' or '/' => -1.8f, _ => 0 };
        }

        return Math.Clamp(sum, -4, 4);
    }

    private static List<Range> SplitSentences(string text)
    {
        var ranges = new List<Range>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isEnd = text[i] is '.' or '!' or '?' or '。' or '！' or '？' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))
                || (text[i] == '\n' && i + 1 < text.Length && text[i + 1] == '\n');
            if (!isEnd)
                continue;
            if (i + 1 - start > 1)
                ranges.Add(start..(i + 1));
            start = i + 1;
        }

        if (start < text.Length && !string.IsNullOrWhiteSpace(text[start..]))
            ranges.Add(start..text.Length);
        return ranges;
    }

    /// <summary>True for a word that turns what follows round.</summary>
    public static bool IsNegation(ReadOnlySpan<char> word) => Negations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static string PrimaryTag(string language)
    {
        var end = language.IndexOf('-', StringComparison.Ordinal);
        return end < 0 ? language : language[..end];
    }

    private static Dictionary<string, float> BuildIntensifiers()
    {
        var factors = new Dictionary<string, float>(StringComparer.Ordinal);
        void Add(float factor, string words)
        {
            foreach (var word in words.Split(' '))
                factors[word] = factor;
        }

        Add(1.5f, "extremely äußerst extrem extrêmement extremadamente");
        Add(1.4f, "absolutely incredibly utterly absolut");
        Add(1.3f, "very really completely totally highly deeply sehr total völlig très totalement tellement muy totalmente molto muito heel erg zeer");
        Add(1.2f, "so too most such wirklich vraiment trop realmente demasiado tan davvero troppo demais echt");
        Add(1.1f, "quite ziemlich zu bastante");
        Add(0.9f, "rather assez");
        Add(0.85f, "fairly");
        Add(0.8f, "almost");
        Add(0.7f, "somewhat little bit etwas bisschen poco");
        Add(0.6f, "slightly");
        return factors;
    }

    private static Dictionary<int, float> BuildEmoji()
    {
        var values = new Dictionary<int, float>();
        void Add(float value, string emoji)
        {
            foreach (var rune in emoji.EnumerateRunes())
                values[rune.Value] = value;
        }

        Add(2.5f, "😀😃😄😁😍🥰😘🤩❤♥💕💖💗💙💚💛💜🧡😻🎉🎊🥳👏🙌🏆💯🤗😂🤣");
        Add(1.5f, "🙂😊☺😉👍👌✌💪😎😋😇🙏✨🌟⭐🔥💐🌹🌸☀😆😅😌😏");
        Add(-1.5f, "🙁☹😕😟😔😞😓😬😐😑🙄😒👎💔😥😰😩😫😖😣😪");
        Add(-2.5f, "😢😭😡😠🤬😤🤮🤢💩😱😨👿😾");
        return values;
    }
}
