using System.Buffers;

namespace OutlookAssist.Language;

/// <summary>Says which language a mail is in: first by its script, then, where languages share one, by its words and letter triples.</summary>
internal static class LanguageDetector
{
    // A long text says the same in samples; eight of them keep a change of language half-way from being missed.
    private const int LongestRead = 8192;

    private const int Samples = 8;

    // A letter weighs as many as it would take to spell it in Latin, and product names are Latin everywhere.
    private static readonly (Script Script, int Weight)[] Weights =
    [
        (Script.Latin, 2), (Script.Cyrillic, 3), (Script.Greek, 3), (Script.Arabic, 4), (Script.Hebrew, 4), (Script.Devanagari, 3), (Script.Thai, 3),
        (Script.Hangul, 6), (Script.Han, 6),
    ];

    // Scores of neighbouring words are not independent: without this the surest guess would always claim certainty.
    private const float Temperature = 0.55f;

    private static readonly SearchValues<char> AddressSigns = SearchValues.Create("@_\\:");

    private static readonly float[] LatinMask = Mask(["ru", "uk", "bg", "ar", "fa"], keep: false);

    private static readonly float[] CyrillicMask = Mask(["ru", "uk", "bg"], keep: true);

    private static readonly float[] ArabicMask = Mask(["ar", "fa"], keep: true);

    /// <summary>The likeliest language of a text; a mail of five to ten words is enough.</summary>
    public static LanguageGuess Detect(ReadOnlySpan<char> text)
    {
        Span<int> letters = stackalloc int[Enum.GetValues<Script>().Length];
        Span<char> sample = text.Length > LongestRead ? new char[LongestRead + Samples] : [];
        if (text.Length > LongestRead)
            text = Sample(text, sample);
        CountLetters(text, letters);
        var kana = letters[(int)Script.Hiragana] + letters[(int)Script.Katakana];
        letters[(int)Script.Han] += kana;
        var total = 0;
        var (most, script) = (0, Script.Latin);
        foreach (var (candidate, weight) in Weights)
        {
            var count = letters[(int)candidate] * weight;
            total += count;
            if (count > most)
                (most, script) = (count, candidate);
        }

        if (most == 0)
            return LanguageGuess.Unknown;
        var share = (double)most / total;
        return script switch
        {
            Script.Latin => ByWords(text, Script.Latin, LatinMask, share),
            Script.Cyrillic => ByWords(text, Script.Cyrillic, CyrillicMask, share),
            Script.Arabic => ByWords(text, Script.Arabic, ArabicMask, share),
            Script.Greek => new("el", share),
            Script.Hebrew => new("he", share),
            Script.Devanagari => new("hi", share * 0.97),
            Script.Thai => new("th", share),
            Script.Hangul => new("ko", share),
            _ => kana * 20 > letters[(int)Script.Han] - kana ? new("ja", share) : new("zh", share * 0.97),
        };
    }

    private static ReadOnlySpan<char> Sample(ReadOnlySpan<char> text, Span<char> into)
    {
        var length = LongestRead / Samples;
        for (var index = 0; index < Samples; index++)
        {
            var start = (int)((long)(text.Length - length) * index / (Samples - 1));
            text.Slice(start, length).CopyTo(into[(index * (length + 1))..]);
            into[index * (length + 1) + length] = ' ';
        }

        return into;
    }

    private static void CountLetters(ReadOnlySpan<char> text, Span<int> letters)
    {
        foreach (var range in text.SplitAny(" \n\t\r"))
        {
            var chunk = text[range];
            if (IsAddress(chunk))
                continue;
            foreach (var letter in chunk)
            {
                if (char.IsAsciiLetter(letter))
                    letters[(int)Script.Latin]++;
                else if (letter >= '\u0080' && char.IsLetter(letter))
                    letters[(int)Letters.ScriptOf(letter)]++;
            }
        }
    }

    // Mail and web addresses, handles and identifiers are in no language.
    private static bool IsAddress(ReadOnlySpan<char> chunk) =>
        chunk.ContainsAny(AddressSigns) && (chunk.ContainsAny("@_\\") || chunk.Contains("://", StringComparison.Ordinal)) && System.Text.Ascii.IsValid(chunk);

    private static LanguageGuess ByWords(ReadOnlySpan<char> text, Script script, float[] mask, double share)
    {
        var model = LanguageModel.Shared;
        Span<float> totals = stackalloc float[ScoreRow.Width];
        mask.CopyTo(totals);
        Favour(totals, model.Tags);
        Span<char> word = stackalloc char[Stemmer.LongestWord];
        var read = 0;
        foreach (var range in text.SplitAny(" \n\t\r"))
        {
            var chunk = text[range];
            if (!chunk.IsEmpty && !IsAddress(chunk) && !chunk.ContainsAnyInRange('0', '9'))
                read += AddWords(model, chunk, script, mask, word, totals);
        }

        return read == 0 ? FirstOf(model, mask) : Best(model, totals, read, share);
    }

    private static int AddWords(LanguageModel model, ReadOnlySpan<char> chunk, Script script, float[] mask, Span<char> word, Span<float> totals)
    {
        var words = 0;
        var length = 0;
        for (var index = 0; index <= chunk.Length; index++)
        {
            if (index < chunk.Length && IsLetterOf(chunk[index], script))
            {
                if (length < word.Length)
                    word[length++] = char.ToLowerInvariant(chunk[index]);
                continue;
            }

            if (length > 0)
            {
                model.Add(word[..length], mask, totals);
                words++;
                length = 0;
            }
        }

        return words;
    }

    private static bool IsLetterOf(char letter, Script script) => letter < '\u0080'
        ? script == Script.Latin && char.IsAsciiLetter(letter)
        : char.IsLetter(letter) && Letters.ScriptOf(letter) == script;

    private static LanguageGuess Best(LanguageModel model, Span<float> totals, int words, double share)
    {
        var best = ScoreRow.IndexOfMax(totals);
        double sum = 0;
        foreach (var total in totals)
            sum += Math.Exp((total - totals[best]) * Temperature);

        // One word fits several languages by chance, however well it fits this one.
        var evidence = 1 - Math.Exp(-0.9 * words);
        return new(model.Tags[best], share * evidence / sum);
    }

    // Only addresses and numbers in this script: the commonest language of it, and no belief in it.
    private static LanguageGuess FirstOf(LanguageModel model, float[] mask) => new(model.Tags[Array.FindIndex(mask, value => value == 0)], 0.05);

    // The languages most business mail is in, when the words themselves leave it open.
    private static void Favour(Span<float> totals, string[] tags)
    {
        for (var index = 0; index < tags.Length; index++)
        {
            totals[index] += tags[index] switch
            {
                "en" or "ru" or "ar" => 1.5f,
                "de" or "fr" or "es" or "it" or "pt" or "nl" => 0.7f,
                _ => 0f,
            };
        }
    }

    private static float[] Mask(string[] tags, bool keep)
    {
        var mask = new float[ScoreRow.Width];
        Array.Fill(mask, float.NegativeInfinity);
        for (var index = 0; index < LanguageModel.Shared.Tags.Length; index++)
        {
            if (tags.Contains(LanguageModel.Shared.Tags[index]) == keep)
                mask[index] = 0;
        }

        return mask;
    }
}
