using static OutlookAssist.Language.Stemmers.WordBuffer;

namespace OutlookAssist.Language.Stemmers;

/// <summary>Arabic words meet without their article, vowel signs and lightest endings; letters that people write for one another become one letter.</summary>
internal static class ArabicStemmer
{
    private static readonly string[] Articles = ["وال", "بال", "كال", "فال", "ال", "لل"];

    private static readonly string[] Endings = Suffixes("ها ان ات ون ين يه يت ه ي");

    public static void Stem(ref WordBuffer word, bool persian)
    {
        Normalize(ref word);
        if (persian)
        {
            if (word.Length > 4 && !word.DropIf("هاي", 2))
                word.DropIf("ها", 2);
            return;
        }

        DropArticle(ref word);
        if (word.Longest(Endings, 2) is { } ending && word.Reaches(3, ending.Length))
            word.Drop(ending.Length);
    }

    /// <summary>Alef, ya, kaf and ta marbuta in one spelling, without vowel signs and stretching.</summary>
    private static void Normalize(ref WordBuffer word)
    {
        Span<char> letters = stackalloc char[word.Length];
        var length = 0;
        foreach (var letter in word.Text)
        {
            if (letter is (>= '\u064B' and <= '\u065F') or '\u0670' or '\u0640')
                continue;
            letters[length++] = letter switch
            {
                'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
                'ى' or 'ی' or 'ئ' => 'ي',
                'ة' => 'ه',
                'ؤ' => 'و',
                'ک' => 'ك',
                _ => letter,
            };
        }

        word.Replace(word.Length, letters[..length]);
    }

    private static void DropArticle(ref WordBuffer word)
    {
        foreach (var article in Articles)
        {
            if (word.Length < article.Length + 2 || !word.Text.StartsWith(article, StringComparison.Ordinal))
                continue;
            word.Replace(word.Length, word.Text[article.Length..]);
            return;
        }
    }
}
