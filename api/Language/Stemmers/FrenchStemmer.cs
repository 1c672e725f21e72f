using static OutlookAssist.Language.Stemmers.WordBuffer;

namespace OutlookAssist.Language.Stemmers;

/// <summary>French inflections share a stem by the Snowball rules: standard suffixes first, verb endings only when none was found.</summary>
internal static class FrenchStemmer
{
    private const string Vowels = "aeiouyâàëéêèïîôûù";

    private static readonly string[] Standard = Suffixes(
        "ance iqUe isme able iste eux ances iqUes ismes ables istes atrice ateur ation atrices ateurs ations logie logies usion ution usions utions " +
        "ence ences ement ements ité ités if ive ifs ives eaux aux euse euses issement issements amment emment ment ments");

    private static readonly string[] VerbsInI = Suffixes(
        "îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait issant issante " +
        "issantes issants isse issent isses issez issiez issions issons it");

    private static readonly string[] Verbs = Suffixes(
        "ions é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez " +
        "âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions");

    private static readonly string[] PlainVerbs = Suffixes("é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez");

    private static readonly string[] Residues = Suffixes("ion ier ière Ier Ière e");

    public static void Stem(ref WordBuffer word)
    {
        MarkConsonants(word);
        var verb = VerbRegion(word);
        var first = word.Region(0, Vowels);
        var second = word.Region(first, Vowels);
        var found = DropStandard(ref word, verb, first, second);
        var changed = found == Outcome.Changed
            || DropVerbInI(ref word, verb)
            || DropVerb(ref word, verb, second)
            || found == Outcome.ChangedAdverb;
        if (changed && word.Before(0) == 'Y')
            word.Replace(1, "i");
        else if (changed && word.Before(0) == 'ç')
            word.Replace(1, "c");
        else if (!changed)
            DropResidue(ref word, verb, second);
        if (word.EndsWith("enn") || word.EndsWith("onn") || word.EndsWith("ett") || word.EndsWith("ell") || word.EndsWith("eill"))
            word.Drop(1);
        OpenLastAccent(word);
        for (var index = 0; index < word.Length; index++)
            word.Set(index, char.ToLowerInvariant(word[index]));
    }

    private enum Outcome
    {
        Nothing,
        Changed,

        // An adverb's ending is gone, and what is left may still be an inflected verb.
        ChangedAdverb,
    }

    private static void MarkConsonants(WordBuffer word)
    {
        for (var index = 0; index < word.Length; index++)
        {
            var afterVowel = index > 0 && IsVowel(word[index - 1]);
            var beforeVowel = index + 1 < word.Length && IsVowel(word[index + 1]);
            var consonant = word[index] switch
            {
                'u' => afterVowel && beforeVowel || index > 0 && word[index - 1] == 'q',
                'i' => afterVowel && beforeVowel,
                'y' => afterVowel || beforeVowel,
                _ => false,
            };
            if (consonant)
                word.Set(index, char.ToUpperInvariant(word[index]));
        }
    }

    private static int VerbRegion(WordBuffer word)
    {
        if (word.Length >= 3 && (IsVowel(word[0]) && IsVowel(word[1])
            || word.Text.StartsWith("par", StringComparison.Ordinal) || word.Text.StartsWith("col", StringComparison.Ordinal) || word.Text.StartsWith("tap", StringComparison.Ordinal)))
            return 3;
        var index = 1;
        while (index < word.Length && !IsVowel(word[index]))
            index++;
        return Math.Min(index + 1, word.Length);
    }

    private static Outcome DropStandard(ref WordBuffer word, int verb, int first, int second)
    {
        if (word.Longest(Standard) is not { } suffix)
            return Outcome.Nothing;
        var inFirst = word.Reaches(first, suffix.Length);
        var inSecond = word.Reaches(second, suffix.Length);
        switch (suffix)
        {
            case "eaux":
                word.Drop(1);
                return Outcome.Changed;
            case "aux":
                return Swap(ref word, suffix, "al", inFirst);
            case "euse" or "euses":
                return inSecond ? Swap(ref word, suffix, "", true) : Swap(ref word, suffix, "eux", inFirst);
            case "issement" or "issements":
                return Swap(ref word, suffix, "", inFirst && !IsVowel(word.Before(suffix.Length)));
            case "amment" or "emment":
                return Swap(ref word, suffix, suffix == "amment" ? "ant" : "ent", word.Reaches(verb, suffix.Length)) == Outcome.Changed ? Outcome.ChangedAdverb : Outcome.Nothing;
            case "ment" or "ments":
                var follows = IsVowel(word.Before(suffix.Length)) && word.Reaches(verb, suffix.Length + 1);
                return Swap(ref word, suffix, "", follows) == Outcome.Changed ? Outcome.ChangedAdverb : Outcome.Nothing;
            case "ement" or "ements":
                return DropManner(ref word, suffix, verb, first, second);
            case "logie" or "logies":
                return Swap(ref word, suffix, "log", inSecond);
            case "usion" or "ution" or "usions" or "utions":
                return Swap(ref word, suffix, "u", inSecond);
            case "ence" or "ences":
                return Swap(ref word, suffix, "ent", inSecond);
        }

        if (!inSecond)
            return Outcome.Nothing;
        word.Drop(suffix.Length);
        switch (suffix)
        {
            case "atrice" or "ateur" or "ation" or "atrices" or "ateurs" or "ations":
                DropOrSwap(ref word, "ic", "iqU", second);
                break;
            case "ité" or "ités":
                if (word.EndsWith("abil"))
                    DropOrSwap(ref word, "abil", "abl", second);
                else if (word.EndsWith("ic"))
                    DropOrSwap(ref word, "ic", "iqU", second);
                else
                    word.DropIf("iv", second);
                break;
            case "if" or "ive" or "ifs" or "ives":
                if (word.DropIf("at", second))
                    DropOrSwap(ref word, "ic", "iqU", second);
                break;
        }

        return Outcome.Changed;
    }

    private static Outcome DropManner(ref WordBuffer word, string suffix, int verb, int first, int second)
    {
        if (!word.Reaches(verb, suffix.Length))
            return Outcome.Nothing;
        word.Drop(suffix.Length);
        if (word.EndsWith("iv"))
        {
            if (word.DropIf("iv", second))
                word.DropIf("at", second);
        }
        else if (word.EndsWith("eus"))
        {
            if (!word.DropIf("eus", second) && word.Reaches(first, 3))
                word.Replace(3, "eux");
        }
        else if (word.EndsWith("abl") || word.EndsWith("iqU"))
        {
            if (word.Reaches(second, 3))
                word.Drop(3);
        }
        else if ((word.EndsWith("ièr") || word.EndsWith("Ièr")) && word.Reaches(verb, 3))
        {
            word.Replace(3, "i");
        }

        return Outcome.Changed;
    }

    private static Outcome Swap(ref WordBuffer word, string suffix, string ending, bool allowed)
    {
        if (!allowed)
            return Outcome.Nothing;
        word.Replace(suffix.Length, ending);
        return Outcome.Changed;
    }

    private static void DropOrSwap(ref WordBuffer word, string suffix, string ending, int second)
    {
        if (word.EndsWith(suffix) && !word.DropIf(suffix, second))
            word.Replace(suffix.Length, ending);
    }

    private static bool DropVerbInI(ref WordBuffer word, int verb)
    {
        if (word.Longest(VerbsInI, verb) is not { } suffix || !word.Reaches(verb, suffix.Length + 1) || IsVowel(word.Before(suffix.Length)))
            return false;
        word.Drop(suffix.Length);
        return true;
    }

    private static bool DropVerb(ref WordBuffer word, int verb, int second)
    {
        if (word.Longest(Verbs, verb) is not { } suffix)
            return false;
        if (suffix == "ions")
            return word.DropIf(suffix, second);
        word.Drop(suffix.Length);
        if (Array.IndexOf(PlainVerbs, suffix) < 0)
            word.DropIf("e", verb);
        return true;
    }

    private static void DropResidue(ref WordBuffer word, int verb, int second)
    {
        if (word.EndsWith("s") && word.Length > 1 && !"aiouès".Contains(word.Before(1)))
            word.Drop(1);
        switch (word.Longest(Residues, verb))
        {
            case "ion" when word.Reaches(second, 3) && word.Reaches(verb, 4) && (word.Before(3) is 's' or 't'):
                word.Drop(3);
                break;
            case "ier" or "Ier":
                word.Replace(3, "i");
                break;
            case "ière" or "Ière":
                word.Replace(4, "i");
                break;
            case "e":
                word.Drop(1);
                break;
        }
    }

    private static void OpenLastAccent(WordBuffer word)
    {
        var index = word.Length - 1;
        while (index >= 0 && !IsVowel(word[index]))
            index--;
        if (index >= 0 && index < word.Length - 1 && (word[index] is 'é' or 'è'))
            word.Set(index, 'e');
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}
