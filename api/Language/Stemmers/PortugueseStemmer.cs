using static OutlookAssist.Language.Stemmers.WordBuffer;

namespace OutlookAssist.Language.Stemmers;

/// <summary>Portuguese inflections share a stem by the Snowball rules; "cao" counts as "ção", because mail is often typed without accents.</summary>
internal static class PortugueseStemmer
{
    // A nasal vowel is a vowel and a consonant to these rules: the tilde stands as a letter of its own while they run.
    private const string Vowels = "aeiouáéíóúâêô";

    private static readonly string[] Standard = Suffixes(
        "eza ezas ico ica icos icas ismo ismos ável ível ista istas oso osa osos osas amento amentos imento imentos adora ador aça~o adoras adores aço~es " +
        "ante antes ância logia logias ução uça~o uço~es ência ências amente mente idade idades iva ivo ivas ivos ira iras");

    private static readonly string[] Verbs = Suffixes(
        "ada ida ia aria eria iria ará ara erá era irá ava asse esse isse aste este iste ei arei erei irei am iam ariam eriam iriam aram eram iram avam em " +
        "arem erem irem assem essem issem ado ido ando endo indo ara~o era~o ira~o ar er ir as adas idas ias arias erias irias arás aras erás eras irás avas es " +
        "ardes erdes irdes ares eres ires asses esses isses astes estes istes is ais eis íeis aríeis eríeis iríeis áreis areis éreis ereis íreis ireis " +
        "ásseis ésseis ísseis áveis ados idos ámos amos íamos aríamos eríamos iríamos áramos éramos íramos ávamos emos aremos eremos iremos ássemos " +
        "êssemos íssemos imos armos ermos irmos eu iu ou ira iras");

    private static readonly string[] Residues = Suffixes("os a i o á í ó");

    public static void Stem(ref WordBuffer word)
    {
        SpellNasals(ref word);
        var verb = word.RomanceRegion(Vowels);
        var first = word.Region(0, Vowels);
        var second = word.Region(first, Vowels);
        var changed = DropStandard(ref word, verb, first, second);
        if (!changed && word.Longest(Verbs, verb) is { } suffix)
        {
            word.Drop(suffix.Length);
            changed = true;
        }

        if (changed)
        {
            if (word.EndsWith("ci"))
                word.DropIf("i", verb);
        }
        else if (word.Longest(Residues, verb) is { } residue)
        {
            word.Drop(residue.Length);
        }

        DropFinal(ref word, verb);
    }

    private static void SpellNasals(ref WordBuffer word)
    {
        Span<char> spelled = stackalloc char[word.Length * 2];
        var length = 0;
        foreach (var letter in word.Text)
        {
            spelled[length++] = letter switch { 'ã' => 'a', 'õ' => 'o', _ => letter };
            if (letter is 'ã' or 'õ')
                spelled[length++] = '~';
        }

        word.Replace(word.Length, spelled[..length]);
        if (word.EndsWith("acao") || word.EndsWith("ucao"))
            word.Replace(3, "ça~o");
        else if (word.EndsWith("acoes") || word.EndsWith("ucoes"))
            word.Replace(4, "ço~es");
    }

    private static bool DropStandard(ref WordBuffer word, int verb, int first, int second)
    {
        if (word.Longest(Standard) is not { } suffix)
            return false;
        if (suffix is "ira" or "iras")
        {
            if (!word.Reaches(verb, suffix.Length) || word.Before(suffix.Length) != 'e')
                return false;
            word.Replace(suffix.Length, "ir");
            return true;
        }

        if (!word.Reaches(suffix == "amente" ? first : second, suffix.Length))
            return false;
        word.Drop(suffix.Length);
        switch (suffix)
        {
            case "logia" or "logias":
                word.Replace(0, "log");
                break;
            case "ução" or "uça~o" or "uço~es":
                word.Replace(0, "u");
                break;
            case "ência" or "ências":
                word.Replace(0, "ente");
                break;
            case "amente":
                if (word.DropIf("iv", second))
                    word.DropIf("at", second);
                else if (!word.DropIf("os", second) && !word.DropIf("ic", second))
                    word.DropIf("ad", second);
                break;
            case "mente":
                if (!word.DropIf("ante", second) && !word.DropIf("avel", second))
                    word.DropIf("ível", second);
                break;
            case "idade" or "idades":
                if (!word.DropIf("abil", second) && !word.DropIf("ic", second))
                    word.DropIf("iv", second);
                break;
            case "iva" or "ivo" or "ivas" or "ivos":
                word.DropIf("at", second);
                break;
        }

        return true;
    }

    private static void DropFinal(ref WordBuffer word, int verb)
    {
        if (word.Before(0) is 'e' or 'é' or 'ê' && word.Reaches(verb, 1))
        {
            word.Drop(1);
            if ((word.EndsWith("gu") || word.EndsWith("ci")) && word.Reaches(verb, 1))
                word.Drop(1);
        }
        else if (word.Before(0) == 'ç')
        {
            word.Replace(1, "c");
        }

        Span<char> spelled = stackalloc char[word.Length];
        var length = 0;
        foreach (var letter in word.Text)
        {
            if (letter != '~')
                spelled[length++] = letter;
            else
                spelled[length - 1] = spelled[length - 1] == 'a' ? 'ã' : 'õ';
        }

        word.Replace(word.Length, spelled[..length]);
    }
}
