using static OutlookAssist.Language.Stemmers.WordBuffer;

namespace OutlookAssist.Language.Stemmers;

/// <summary>Dutch inflections share a stem by the Snowball rules; doubled vowels and consonants are undone ("bestellingen" finds "bestelling").</summary>
internal static class DutchStemmer
{
    private const string Vowels = "aeiouyè";

    private static readonly string[] Inflections = Suffixes("heden en ene s se");

    private static readonly string[] Derivations = Suffixes("end ing ig lijk baar bar");

    public static void Stem(ref WordBuffer word)
    {
        Normalize(word);
        var first = word.Region(0, Vowels);
        var second = word.Region(first, Vowels);
        first = Math.Max(first, 3);
        DropInflection(ref word, first);
        var droppedE = DropE(ref word, first);
        if (word.EndsWith("heid") && word.Reaches(second, 4) && word.Before(4) != 'c')
        {
            word.Drop(4);
            if (word.EndsWith("en"))
                DropPlural(ref word, first, 2);
        }

        DropDerivation(ref word, first, second, droppedE);
        UndoubleVowel(ref word);
        for (var index = 0; index < word.Length; index++)
            word.Set(index, char.ToLowerInvariant(word[index]));
    }

    private static void Normalize(WordBuffer word)
    {
        for (var index = 0; index < word.Length; index++)
        {
            word.Set(index, word[index] switch
            {
                'ä' or 'á' => 'a',
                'ë' or 'é' => 'e',
                'ï' or 'í' => 'i',
                'ö' or 'ó' => 'o',
                'ü' or 'ú' => 'u',
                var letter => letter,
            });
        }

        for (var index = 0; index < word.Length; index++)
        {
            var afterVowel = index > 0 && IsVowel(word[index - 1]);
            if (word[index] == 'y' && (index == 0 || afterVowel))
                word.Set(index, 'Y');
            else if (word[index] == 'i' && afterVowel && index + 1 < word.Length && IsVowel(word[index + 1]))
                word.Set(index, 'I');
        }
    }

    private static void DropInflection(ref WordBuffer word, int first)
    {
        switch (word.Longest(Inflections))
        {
            case "heden" when word.Reaches(first, 5):
                word.Replace(5, "heid");
                break;
            case "en":
                DropPlural(ref word, first, 2);
                break;
            case "ene":
                DropPlural(ref word, first, 3);
                break;
            case "s" when word.Reaches(first, 1) && word.Length > 1 && !IsVowel(word.Before(1)) && word.Before(1) != 'j':
                word.Drop(1);
                break;
            case "se" when word.Reaches(first, 2) && word.Length > 2 && !IsVowel(word.Before(2)) && word.Before(2) != 'j':
                word.Drop(2);
                break;
        }
    }

    private static void DropPlural(ref WordBuffer word, int first, int length)
    {
        if (!word.Reaches(first, length) || word.Length <= length || IsVowel(word.Before(length)) || word.EndsWith("gem", length))
            return;
        word.Drop(length);
        Undouble(ref word);
    }

    private static bool DropE(ref WordBuffer word, int first)
    {
        if (word.Before(0) != 'e' || !word.Reaches(first, 1) || word.Length < 2 || IsVowel(word.Before(1)))
            return false;
        word.Drop(1);
        Undouble(ref word);
        return true;
    }

    private static void DropDerivation(ref WordBuffer word, int first, int second, bool droppedE)
    {
        if (word.Longest(Derivations) is not { } suffix || !word.Reaches(second, suffix.Length))
            return;
        switch (suffix)
        {
            case "end" or "ing":
                word.Drop(3);
                if (word.EndsWith("ig") && word.Reaches(second, 2) && word.Before(2) != 'e')
                    word.Drop(2);
                else
                    Undouble(ref word);
                break;
            case "ig" when word.Before(2) != 'e':
                word.Drop(2);
                break;
            case "lijk":
                word.Drop(4);
                DropE(ref word, first);
                break;
            case "baar":
                word.Drop(4);
                break;
            case "bar" when droppedE:
                word.Drop(3);
                break;
        }
    }

    private static void Undouble(ref WordBuffer word)
    {
        if (word.EndsWith("kk") || word.EndsWith("dd") || word.EndsWith("tt"))
            word.Drop(1);
    }

    private static void UndoubleVowel(ref WordBuffer word)
    {
        if (word.Length < 4)
            return;
        var last = word.Before(0);
        var vowel = word.Before(1);
        if (IsVowel(last) || last == 'I' || vowel != word.Before(2) || !"aeou".Contains(vowel) || IsVowel(word.Before(3)))
            return;
        word.Drop(1);
        word.Set(word.Length - 1, last);
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}
