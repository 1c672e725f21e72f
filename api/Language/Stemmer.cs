using OutlookAssist.Language.Stemmers;

namespace OutlookAssist.Language;

/// <summary>One door to the stemmers, so that a word meets its inflections whatever the language.</summary>
internal static class Stemmer
{
    /// <summary>No rule reaches into a longer word, and none that long is a word.</summary>
    internal const int LongestWord = 64;

    /// <summary>Languages that have rules here.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ar", "da", "de", "en", "es", "fa", "fi", "fr", "it", "nl", "no", "pt", "ru", "sv"];

    /// <summary>The stem without accents. The word comes lower-cased; one of an unknown language comes back unchanged.</summary>
    public static string Stem(string word, string language)
    {
        if (word.Length > LongestWord || !Languages.Contains(language))
            return word;
        Span<char> buffer = stackalloc char[LongestWord * 2 + 2];
        word.CopyTo(buffer);
        var stem = buffer[..Stem(buffer, word.Length, language)];
        return stem.SequenceEqual(word) ? word : stem.ToString();
    }

    /// <summary>Stems in place; the buffer must have room for twice the word and two more.</summary>
    /// <returns>The length of the stem, which is never empty when the word was not.</returns>
    internal static int Stem(Span<char> buffer, int length, string language)
    {
        var word = new WordBuffer(buffer, length);
        switch (language)
        {
            case "en":
                EnglishStemmer.Stem(ref word);
                break;
            case "de":
                GermanStemmer.Stem(ref word);
                break;
            case "fr":
                FrenchStemmer.Stem(ref word);
                break;
            case "es":
                SpanishStemmer.Stem(ref word);
                break;
            case "it":
                ItalianStemmer.Stem(ref word);
                break;
            case "pt":
                PortugueseStemmer.Stem(ref word);
                break;
            case "nl":
                DutchStemmer.Stem(ref word);
                break;
            case "sv":
                NordicStemmer.StemSwedish(ref word);
                break;
            case "da":
                NordicStemmer.StemDanish(ref word);
                break;
            case "no":
                NordicStemmer.StemNorwegian(ref word);
                break;
            case "fi":
                FinnishStemmer.Stem(ref word);
                break;
            case "ru":
                RussianStemmer.Stem(ref word);
                break;
            case "ar" or "fa":
                ArabicStemmer.Stem(ref word, persian: language == "fa");
                break;
        }

        return Letters.RemoveAccents(buffer, word.Length);
    }
}
