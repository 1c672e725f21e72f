using static OutlookAssist.Language.Stemmers.WordBuffer;

namespace OutlookAssist.Language.Stemmers;

/// <summary>Swedish, Danish and Norwegian inflections share a stem; the three sets of Snowball rules have one shape.</summary>
internal static class NordicStemmer
{
    private const string SwedishVowels = "aeiouyäåö";

    private const string Vowels = "aeiouyæåø";

    private static readonly string[] Swedish = Suffixes(
        "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas es ades andes ens arens hetens erns " +
        "at andet het ast s");

    private static readonly string[] Danish = Suffixes(
        "hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes erendes enes ernes eres ens hedens erens ers ets erets et eret s");

    private static readonly string[] Norwegian = Suffixes(
        "a e ede ande ende ane ene hetene en heten ar er heter as es edes endes enes hetenes ens hetens ers ets et het ast s erte ert");

    private static readonly string[] SwedishPairs = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];

    private static readonly string[] DanishPairs = ["gd", "dt", "gt", "kt"];

    private static readonly string[] NorwegianDerivations = Suffixes("leg eleg ig eig lig elig els lov elov slov hetslov");

    public static void StemSwedish(ref WordBuffer word)
    {
        var first = Math.Max(word.Region(0, SwedishVowels), 3);
        DropInflection(ref word, Swedish, first, "bcdfghjklmnoprtvy");
        DropSecondOfPair(ref word, SwedishPairs, first);
        if (word.EndsWith("löst") && word.Reaches(first, 4) || word.EndsWith("fullt") && word.Reaches(first, 5))
            word.Drop(1);
        else if (!word.DropIf("lig", first) && !word.DropIf("els", first))
            word.DropIf("ig", first);
    }

    public static void StemDanish(ref WordBuffer word)
    {
        var first = Math.Max(word.Region(0, Vowels), 3);
        DropInflection(ref word, Danish, first, "abcdfghjklmnoprtvyzå");
        DropSecondOfPair(ref word, DanishPairs, first);
        if (word.EndsWith("igst"))
            word.Drop(2);
        if (word.EndsWith("løst") && word.Reaches(first, 4))
            word.Drop(1);
        else if (word.DropIf("elig", first) || word.DropIf("lig", first) || word.DropIf("els", first) || word.DropIf("ig", first))
            DropSecondOfPair(ref word, DanishPairs, first);
        if (word.Reaches(first, 1) && word.Length > 1 && word.Before(0) == word.Before(1) && !Vowels.Contains(word.Before(0)))
            word.Drop(1);
    }

    public static void StemNorwegian(ref WordBuffer word)
    {
        var first = Math.Max(word.Region(0, Vowels), 3);
        if (word.Longest(Norwegian, first) is "s" && word.Before(1) == 'k' && word.Length > 2 && !Vowels.Contains(word.Before(2)))
            word.Drop(1);
        else
            DropInflection(ref word, Norwegian, first, "bcdfghjlmnoprtvyz");
        DropSecondOfPair(ref word, ["dt", "vt"], first);
        if (word.Longest(NorwegianDerivations, first) is { } suffix)
            word.Drop(suffix.Length);
    }

    private static void DropInflection(ref WordBuffer word, string[] suffixes, int first, string beforeS)
    {
        switch (word.Longest(suffixes, first))
        {
            case null:
                break;
            case "s":
                if (beforeS.Contains(word.Before(1)))
                    word.Drop(1);
                break;
            case "erte":
                word.Drop(2);
                break;
            case "ert":
                word.Drop(1);
                break;
            case var suffix:
                word.Drop(suffix.Length);
                break;
        }
    }

    private static void DropSecondOfPair(ref WordBuffer word, string[] pairs, int first)
    {
        if (word.Longest(pairs, first) is not null)
            word.Drop(1);
    }
}
