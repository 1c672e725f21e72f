using System.Collections.Frozen;
using static OutlookAssist.Language.Stemmers.WordBuffer;

namespace OutlookAssist.Language.Stemmers;

/// <summary>English inflections share a stem by the Porter2 rules, so that "refunded" finds "refunds".</summary>
internal static class EnglishStemmer
{
    private const string Vowels = "aeiouy";

    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> IrregularBySpan = Irregular.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Finished = Suffixes("inning outing canning herring earring proceed exceed succeed");

    private static readonly string[] Past = Suffixes("eed eedly ed edly ing ingly");

    private static readonly string[] Second = Suffixes(
        "tional enci anci abli entli izer ization ational ation ator alism aliti alli fulness ousli ousness iveness iviti biliti bli ogi fulli lessli li");

    private static readonly string[] Third = Suffixes("tional ational alize icate iciti ical ful ness ative");

    private static readonly string[] Fourth = Suffixes("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion");

    public static void Stem(ref WordBuffer word)
    {
        if (word.Length <= 2)
            return;
        if (IrregularBySpan.TryGetValue(word.Text, out var irregular))
        {
            word.Replace(word.Length, irregular);
            return;
        }

        MarkConsonantY(word);
        var first = FirstRegion(word);
        var second = word.Region(first, Vowels);
        DropPlural(ref word);
        foreach (var finished in Finished)
        {
            if (word.Text.SequenceEqual(finished))
                return;
        }

        DropPast(ref word, first);
        if (word.Length > 2 && (word.Before(0) is 'y' or 'Y') && !IsVowel(word.Before(1)))
            word.Replace(1, "i");
        ShortenDerivation(ref word, first);
        ShortenAdjective(ref word, first, second);
        DropDerivation(ref word, second);
        DropFinal(ref word, first, second);
        for (var index = 0; index < word.Length; index++)
        {
            if (word[index] == 'Y')
                word.Set(index, 'y');
        }
    }

    private static void MarkConsonantY(WordBuffer word)
    {
        for (var index = 0; index < word.Length; index++)
        {
            if (word[index] == 'y' && (index == 0 || IsVowel(word[index - 1])))
                word.Set(index, 'Y');
        }
    }

    // Three openings are so common that the usual region would make "general" and "generous" one word.
    private static int FirstRegion(WordBuffer word) =>
        word.Text.StartsWith("gener", StringComparison.Ordinal) || word.Text.StartsWith("arsen", StringComparison.Ordinal) ? 5
        : word.Text.StartsWith("commun", StringComparison.Ordinal) ? 6
        : word.Region(0, Vowels);

    private static void DropPlural(ref WordBuffer word)
    {
        if (word.EndsWith("sses"))
            word.Drop(2);
        else if (word.EndsWith("ied") || word.EndsWith("ies"))
            word.Drop(word.Length > 4 ? 2 : 1);
        else if (word.EndsWith("s") && !word.EndsWith("us") && !word.EndsWith("ss") && HasVowel(word.Text[..Math.Max(0, word.Length - 2)]))
            word.Drop(1);
    }

    private static void DropPast(ref WordBuffer word, int first)
    {
        if (word.Longest(Past) is not { } suffix)
            return;
        if (suffix.StartsWith("eed", StringComparison.Ordinal))
        {
            if (word.Reaches(first, suffix.Length))
                word.Replace(suffix.Length, "ee");
            return;
        }

        if (!HasVowel(word.Text[..(word.Length - suffix.Length)]))
            return;
        word.Drop(suffix.Length);
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
            word.Replace(0, "e");
        else if (word.Length > 1 && word.Before(0) == word.Before(1) && "bdfgmnprt".Contains(word.Before(0)))
            word.Drop(1);
        else if (word.Length <= first && EndsInShortSyllable(word.Text))
            word.Replace(0, "e");
    }

    private static void ShortenDerivation(ref WordBuffer word, int first)
    {
        if (word.Longest(Second) is not { } suffix || !word.Reaches(first, suffix.Length))
            return;
        switch (suffix)
        {
            case "li":
                if ("cdeghkmnrt".Contains(word.Before(2)))
                    word.Drop(2);
                break;
            case "ogi":
                if (word.Before(3) == 'l')
                    word.Drop(1);
                break;
            default:
                word.Replace(suffix.Length, suffix switch
                {
                    "tional" => "tion",
                    "enci" => "ence",
                    "anci" => "ance",
                    "abli" => "able",
                    "entli" => "ent",
                    "izer" or "ization" => "ize",
                    "ational" or "ation" or "ator" => "ate",
                    "alism" or "aliti" or "alli" => "al",
                    "fulness" or "fulli" => "ful",
                    "ousli" or "ousness" => "ous",
                    "iveness" or "iviti" => "ive",
                    "biliti" or "bli" => "ble",
                    _ => "less",
                });
                break;
        }
    }

    private static void ShortenAdjective(ref WordBuffer word, int first, int second)
    {
        if (word.Longest(Third) is not { } suffix || !word.Reaches(first, suffix.Length))
            return;
        if (suffix == "ative" && !word.Reaches(second, suffix.Length))
            return;
        word.Replace(suffix.Length, suffix switch
        {
            "tional" => "tion",
            "ational" => "ate",
            "alize" => "al",
            "icate" or "iciti" or "ical" => "ic",
            _ => "",
        });
    }

    private static void DropDerivation(ref WordBuffer word, int second)
    {
        if (word.Longest(Fourth) is { } suffix && word.Reaches(second, suffix.Length) && (suffix != "ion" || word.Before(3) is 's' or 't'))
            word.Drop(suffix.Length);
    }

    private static void DropFinal(ref WordBuffer word, int first, int second)
    {
        if (word.EndsWith("e"))
        {
            if (word.Reaches(second, 1) || word.Reaches(first, 1) && !EndsInShortSyllable(word.Text[..(word.Length - 1)]))
                word.Drop(1);
        }
        else if (word.EndsWith("ll") && word.Reaches(second, 1))
        {
            word.Drop(1);
        }
    }

    private static bool EndsInShortSyllable(ReadOnlySpan<char> text) => text.Length switch
    {
        < 2 => false,
        2 => IsVowel(text[0]) && !IsVowel(text[1]),
        _ => !IsVowel(text[^3]) && IsVowel(text[^2]) && !IsVowel(text[^1]) && text[^1] is not ('w' or 'x' or 'Y'),
    };

    private static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(Vowels);

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}
