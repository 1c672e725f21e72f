namespace OutlookAssist.Classification.Models;

/// <summary>What the sentiment model looks at beside the words: the feeling that the lexicon finds, what is negated, signs, emoji, and the language.</summary>
internal static class SentimentFeatures
{
    private const int NegationReach = 4;

    // Steps of the lexicon's feeling; each says "above" or "not above", so that neighbouring steps share what they learn.
    private static readonly double[] Steps = [-0.7, -0.5, -0.35, -0.22, -0.1, -0.02, 0.02, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8];

    /// <summary>Appends all features of a text.</summary>
    /// <param name="text">Without persons.</param>
    /// <param name="language">As it was detected.</param>
    /// <param name="feeling">What <see cref="SentimentLexicon"/> says.</param>
    /// <param name="into">Not cleared; features of the words may stand in it already.</param>
    public static void Read(string text, string language, double feeling, List<Feature> into)
    {
        var step = 0;
        for (var index = 0; index < Steps.Length; index++)
        {
            var isAbove = feeling > Steps[index];
            step += isAbove ? 1 : 0;
            Add(2_000 + index * 2 + (isAbove ? 1 : 0), into);
        }

        Add(1_000 + step, into);
        Add(10_000 + language[0] * 256 + (language.Length > 1 ? language[1] : 0), into);
        AddSigns(text, into);
        AddNegated(text, into);
    }

    private static void AddSigns(string text, List<Feature> into)
    {
        Add(600 + Math.Min(3, text.AsSpan().Count('!')), into);
        Add(610 + Math.Min(2, text.AsSpan().Count('?')), into);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign is >= '\u2190' and < '\u2E80')
            {
                Add(100_000 + sign, into);
            }
            else if (char.IsHighSurrogate(sign) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                Add(100_000 + char.ConvertToUtf32(sign, text[at + 1]), into);
            }
            else if (sign is ':' or ';' or '=' && at + 1 < text.Length)
            {
                var mouth = text[at + 1] == '-' && at + 2 < text.Length ? text[at + 2] : text[at + 1];
                if (mouth is ')' or 'D' or ']' or 'P')
                    Add(700, into);
                else if (mouth is '(' or '[')
                    Add(701, into);
            }
        }
    }

    /// <summary>"not good at all": a word that a negation turns round is another word.</summary>
    private static void AddNegated(string text, List<Feature> into)
    {
        var left = 0;
        var folded = PhraseSet.Fold(text.AsSpan(0, Math.Min(text.Length, TextFeatures.LongestText))).AsSpan();
        foreach (var range in folded.Split(' '))
        {
            var word = folded[range];
            if (word.IsEmpty)
                continue;
            if (SentimentLexicon.IsNegation(word))
            {
                left = NegationReach;
            }
            else if (left > 0)
            {
                left--;
                into.Add(TextFeatures.OfNegated(word));
            }
        }
    }

    private static void Add(int code, List<Feature> into) => into.Add(new Feature((ulong)code, TextFeatures.Known));
}
