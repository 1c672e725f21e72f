using static OutlookAssist.Language.Stemmers.WordBuffer;

namespace OutlookAssist.Language.Stemmers;

/// <summary>German inflections share a stem; "ae", "oe" and "ue" count as umlauts, because people without the keys write them so.</summary>
internal static class GermanStemmer
{
    private const string Vowels = "aeiouyäöü";

    private static readonly string[] FirstSuffixes = Suffixes("em ern er e en es s");

    private static readonly string[] SecondSuffixes = Suffixes("en er est st");

    private static readonly string[] Derivations = Suffixes("end ung ig ik isch lich heit keit");

    public static void Stem(ref WordBuffer word)
    {
        Normalize(ref word);
        var first = word.Region(0, Vowels);
        var second = word.Region(first, Vowels);
        first = Math.Max(first, 3);
        DropInflection(ref word, first);
        DropComparison(ref word, first);
        DropDerivation(ref word, first, second);
        for (var index = 0; index < word.Length; index++)
        {
            word.Set(index, word[index] switch
            {
                'U' or 'ü' => 'u',
                'Y' => 'y',
                'ä' => 'a',
                'ö' => 'o',
                var letter => letter,
            });
        }
    }

    // A u or y between vowels is a consonant ("neue"), so its e is an ending and no umlaut sign.
    private static void Normalize(ref WordBuffer word)
    {
        for (var index = 1; index < word.Length - 1; index++)
        {
            if (word[index] is 'u' or 'y' && Vowels.Contains(word[index - 1]) && Vowels.Contains(word[index + 1]))
                word.Set(index, char.ToUpperInvariant(word[index]));
        }

        Span<char> spelled = stackalloc char[word.Length * 2];
        var length = 0;
        for (var index = 0; index < word.Length; index++)
        {
            var letter = word[index];
            var next = index + 1 < word.Length ? word[index + 1] : '\0';
            if (letter == 'ß')
            {
                spelled[length++] = 's';
                spelled[length++] = 's';
            }
            else if (next == 'e' && (letter is 'a' or 'o' || letter == 'u' && MayBeUmlaut(word, index)))
            {
                spelled[length++] = letter switch { 'a' => 'ä', 'o' => 'ö', _ => 'ü' };
                index++;
            }
            else
            {
                spelled[length++] = letter;
            }
        }

        word.Replace(word.Length, spelled[..length]);
    }

    // "Quelle", and borrowed words such as "issues" and "value", keep their two letters.
    private static bool MayBeUmlaut(WordBuffer word, int index) =>
        (index == 0 || word[index - 1] != 'q')
        && index + 2 < word.Length
        && !(index + 3 == word.Length && word[index + 2] == 's');

    private static void DropInflection(ref WordBuffer word, int first)
    {
        if (word.Longest(FirstSuffixes) is not { } suffix || !word.Reaches(first, suffix.Length))
            return;
        if (suffix == "s")
        {
            if ("bdfghklmnrt".Contains(word.Before(1)))
                word.Drop(1);
            return;
        }

        word.Drop(suffix.Length);
        if (suffix is "e" or "en" or "es" && word.EndsWith("niss"))
            word.Drop(1);
    }

    private static void DropComparison(ref WordBuffer word, int first)
    {
        if (word.Longest(SecondSuffixes) is not { } suffix || !word.Reaches(first, suffix.Length))
            return;
        if (suffix != "st" || "bdfghklmnt".Contains(word.Before(2)) && word.Length >= 6)
            word.Drop(suffix.Length);
    }

    private static void DropDerivation(ref WordBuffer word, int first, int second)
    {
        if (word.Longest(Derivations) is not { } suffix || !word.Reaches(second, suffix.Length))
            return;
        switch (suffix)
        {
            case "ig" or "ik" or "isch" when word.Before(suffix.Length) == 'e':
                return;
            case "end" or "ung":
                word.Drop(3);
                if (word.EndsWith("ig") && word.Before(2) != 'e')
                    word.DropIf("ig", second);
                return;
            case "lich" or "heit":
                word.Drop(4);
                if (!word.DropIf("er", first))
                    word.DropIf("en", first);
                return;
            case "keit":
                word.Drop(4);
                if (!word.DropIf("lich", second))
                    word.DropIf("ig", second);
                return;
            default:
                word.Drop(suffix.Length);
                return;
        }
    }
}
