using static OutlookAssist.Language.Stemmers.WordBuffer;

namespace OutlookAssist.Language.Stemmers;

/// <summary>Finnish inflections share a stem by the Snowball rules: particles, possessives, cases, comparisons and plurals, from the outside in.</summary>
internal static class FinnishStemmer
{
    private const string Vowels = "aeiouyäö";

    private const string Consonants = "bcdfghjklmnpqrstvwxz";

    private static readonly string[] Particles = Suffixes("kin kaan kään ko kö han hän pa pä sti");

    private static readonly string[] Possessives = Suffixes("si ni nsa nsä mme nne an än en");

    private static readonly string[] Cases = Suffixes(
        "han hen hin hon hän hön siin tten den seen a ä tta ttä ta tä ssa ssä sta stä lla llä lta ltä lle na nä ksi ine n");

    private static readonly string[] Comparisons = Suffixes("mpi mpa mpä mmi mma mmä impi impa impä immi imma immä eja ejä");

    public static void Stem(ref WordBuffer word)
    {
        var first = word.Region(0, Vowels);
        var second = word.Region(first, Vowels);
        DropParticle(ref word, first, second);
        DropPossessive(ref word, first);
        var dropped = DropCase(ref word, first);
        if (word.Longest(Comparisons, second) is { } comparison && (comparison.Length == 4 || comparison[0] == 'e' || !word.EndsWith("po", comparison.Length)))
            word.Drop(comparison.Length);
        if (dropped)
        {
            if (word.Before(0) is 'i' or 'j' && word.Reaches(first, 1))
                word.Drop(1);
        }
        else
        {
            DropPlural(ref word, first, second);
        }

        Tidy(ref word, first);
    }

    private static void DropParticle(ref WordBuffer word, int first, int second)
    {
        if (word.Longest(Particles, first) is not { } particle)
            return;
        if (particle == "sti")
            word.DropIf(particle, second);
        else if ((Vowels + "nt").Contains(word.Before(particle.Length)))
            word.Drop(particle.Length);
    }

    private static void DropPossessive(ref WordBuffer word, int first)
    {
        switch (word.Longest(Possessives, first))
        {
            case "si" when word.Before(2) != 'k':
                word.Drop(2);
                break;
            case "ni":
                word.Drop(2);
                if (word.EndsWith("kse"))
                    word.Replace(1, "i");
                break;
            case "nsa" or "nsä" or "mme" or "nne":
                word.Drop(3);
                break;
            case "an" when EndsWithAny(word, 2, "ta", "ssa", "sta", "lla", "lta", "na"):
            case "än" when EndsWithAny(word, 2, "tä", "ssä", "stä", "llä", "ltä", "nä"):
            case "en" when EndsWithAny(word, 2, "lle", "ine"):
                word.Drop(2);
                break;
        }
    }

    private static bool DropCase(ref WordBuffer word, int first)
    {
        if (word.Longest(Cases, first) is not { } suffix)
            return false;
        // Without the long or wide vowel that these endings ask for, only the n is an ending.
        if (suffix is "siin" or "tten" or "den" && !IsWideBeforeI(word, suffix.Length) || suffix == "seen" && !IsLong(word, suffix.Length))
            suffix = "n";
        var length = suffix.Length;
        switch (suffix)
        {
            case "han" or "hen" or "hin" or "hon" or "hän" or "hön":
                if (word.Before(length) != suffix[1])
                    return false;
                break;
            case "a" or "ä":
                if (!Vowels.Contains(word.Before(1)) || !Consonants.Contains(word.Before(2)))
                    return false;
                break;
            case "tta" or "ttä":
                if (word.Before(length) != 'e')
                    return false;
                break;
            case "n":
                word.Drop(1);
                if (IsLong(word, 0) || word.EndsWith("ie"))
                    word.Drop(1);
                return true;
        }

        word.Drop(length);
        return true;
    }

    private static void DropPlural(ref WordBuffer word, int first, int second)
    {
        if (!word.Reaches(first, 1) || word.Before(0) != 't' || !Vowels.Contains(word.Before(1)) || !word.Reaches(first, 2))
            return;
        word.Drop(1);
        if (!word.DropIf("imma", second) && !(word.EndsWith("mma", 0) && word.EndsWith("po", 3)))
            word.DropIf("mma", second);
    }

    private static void Tidy(ref WordBuffer word, int first)
    {
        if (IsLong(word, 0) && word.Reaches(first, 2))
            word.Drop(1);
        if (word.Reaches(first, 2) && "aäei".Contains(word.Before(0)) && Consonants.Contains(word.Before(1)))
            word.Drop(1);
        if (word.Reaches(first, 2) && (word.EndsWith("oj") || word.EndsWith("uj")))
            word.Drop(1);
        if (word.Reaches(first, 2) && word.EndsWith("jo"))
            word.Drop(1);
        var last = word.Length - 1;
        while (last > 0 && Vowels.Contains(word[last]))
            last--;
        if (last < 1 || !Consonants.Contains(word[last]) || word[last] != word[last - 1])
            return;
        for (var index = last; index < word.Length - 1; index++)
            word.Set(index, word[index + 1]);
        word.Drop(1);
    }

    private static bool IsLong(WordBuffer word, int cut) =>
        word.EndsWith("aa", cut) || word.EndsWith("ee", cut) || word.EndsWith("ii", cut) || word.EndsWith("oo", cut)
        || word.EndsWith("uu", cut) || word.EndsWith("ää", cut) || word.EndsWith("öö", cut);

    private static bool IsWideBeforeI(WordBuffer word, int cut) =>
        word.Before(cut) == 'i' && (word.Before(cut + 1) is 'a' or 'e' or 'i' or 'o' or 'u' or 'ä' or 'ö');

    private static bool EndsWithAny(WordBuffer word, int cut, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, cut))
                return true;
        }

        return false;
    }
}
