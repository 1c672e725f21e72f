using System.Globalization;
using System.Text;

namespace OutlookAssist.Language;

/// <summary>Brings one word to the form it is searched by: composed, lower-cased, without elisions, stemmed, without accents.</summary>
internal static class WordForm
{
    private static readonly string[] Elisions =
        ["l", "d", "j", "m", "t", "s", "c", "n", "qu", "lorsqu", "puisqu", "jusqu", "quoiqu", "dell", "all", "nell", "sull", "dall", "un", "quest", "quell", "com"];

    /// <summary>The entry for a word of one script; apostrophes in it are straight or curly.</summary>
    public static StemCache.Entry Of(ReadOnlySpan<char> word, string language, Script script)
    {
        var original = word.ToString();
        var text = Compose(original);
        if (Letters.IsUnspaced(script))
            return new(original, text, IsUnspacedStopWord(text, language, script));
        language = LanguageFor(script, language);
        if (text.Length > Stemmer.LongestWord)
            return new(original, text.ToLowerInvariant(), false);
        Span<char> buffer = stackalloc char[Stemmer.LongestWord * 2 + 2];
        var length = Lower(text, buffer);
        length = CutApostrophe(buffer, length, language);
        var isStopWord = length == 0 || StopWords.Contains(buffer[..length], language);
        length = WithoutApostrophes(buffer, length);
        isStopWord = isStopWord || StopWords.Contains(buffer[..length], language);
        var stem = HasDigit(buffer[..length]) ? length : Stemmer.Stem(buffer, length, language);
        stem = Letters.RemoveAccents(buffer, stem);
        return new(original, buffer[..stem].ToString(), isStopWord);
    }

    // Latin words inside Arabic or Japanese text are English far more often than anything else.
    private static string LanguageFor(Script script, string language) => script switch
    {
        Script.Latin when language is "ru" or "uk" or "bg" or "ar" or "fa" or "he" or "hi" or "el" or "zh" or "ja" or "ko" or "th" => "en",
        Script.Cyrillic when language is not ("ru" or "uk" or "bg") => "ru",
        Script.Arabic when language != "fa" => "ar",
        Script.Greek => "el",
        Script.Hebrew => "he",
        Script.Devanagari => "hi",
        _ => language,
    };

    // Japanese and Korean lists hold pairs as they are cut; the Chinese list holds single characters, and a pair of two of them says nothing.
    private static bool IsUnspacedStopWord(string text, string language, Script script) => script switch
    {
        Script.Thai => StopWords.Contains(text, "th"),
        Script.Hangul => StopWords.Contains(text, "ko"),
        Script.Hiragana or Script.Katakana => StopWords.Contains(text, "ja"),
        _ when language == "ja" => StopWords.Contains(text, "ja"),
        _ => StopWords.Contains(text.AsSpan(0, 1), "zh") && StopWords.Contains(text.AsSpan(text.Length - 1), "zh"),
    };

    // Presentation forms, ligatures and full-width letters come out of PDFs and old mail programs.
    private static string Compose(string word)
    {
        foreach (var letter in word)
        {
            if (letter is (>= '\u0300' and <= '\u036F') or (>= '\uFB00' and <= '\uFEFC') or (>= '\uFF00' and <= '\uFFEF'))
                return word.Normalize(NormalizationForm.FormKC);
        }

        return word;
    }

    private static int Lower(string text, Span<char> buffer)
    {
        var length = 0;
        foreach (var letter in text)
        {
            // A soft hyphen or a joiner is layout; Hebrew points are optional.
            if (letter is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF' or (>= '\u0591' and <= '\u05C7'))
                continue;
            buffer[length++] = letter switch
            {
                > '\u007F' when char.IsDigit(letter) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)),
                '’' or 'ʼ' or '‘' => '\'',
                'İ' => 'i',
                _ => char.ToLower(letter, CultureInfo.InvariantCulture),
            };
        }

        return length;
    }

    private static int CutApostrophe(Span<char> word, int length, string language)
    {
        var apostrophe = word[..length].IndexOf('\'');
        if (apostrophe <= 0)
            return length;
        if (language is "fr" or "it" or "pt" or "es" && Array.Exists(Elisions, new string(word[..apostrophe]).Equals))
        {
            word[(apostrophe + 1)..length].CopyTo(word);
            return length - apostrophe - 1;
        }

        // Case endings of Turkish names, and the genitive of the Germanic languages.
        return language == "tr" || language is not ("fr" or "it") && word[apostrophe..length] is ['\'', 's'] ? apostrophe : length;
    }

    private static int WithoutApostrophes(Span<char> word, int length)
    {
        var written = 0;
        for (var index = 0; index < length; index++)
        {
            if (word[index] != '\'')
                word[written++] = word[index];
        }

        return written;
    }

    private static bool HasDigit(ReadOnlySpan<char> word) => word.ContainsAnyInRange('0', '9');
}
