using static OutlookAssist.Language.Stemmers.WordBuffer;

namespace OutlookAssist.Language.Stemmers;

/// <summary>Spanish inflections share a stem by the Snowball rules, attached pronouns included ("devolverlo" finds "devolver").</summary>
internal static class SpanishStemmer
{
    private const string Vowels = "aeiouáéíóúü";

    private static readonly string[] Pronouns = Suffixes("me se sela selo selas selos la le lo las les los nos");

    private static readonly string[] Hosts = Suffixes("iéndo ándo ár ér ír ando iendo ar er ir yendo");

    private static readonly string[] Standard = Suffixes(
        "anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos " +
        "adora ador ación acion adoras adores aciones ante antes ancia ancias logía logías logia logias ución ucion uciones encia encias amente mente " +
        "idad idades iva ivo ivas ivos");

    private static readonly string[] VerbsInY = Suffixes("ya ye yan yen yeron yendo yo yó yas yes yais yamos");

    private static readonly string[] GentleVerbs = Suffixes("en es éis emos");

    private static readonly string[] Verbs = Suffixes(
        "en es éis emos arían arías arán arás aríais aría aréis aríamos aremos ará aré erían erías erán erás eríais ería eréis eríamos eremos erá eré " +
        "irían irías irán irás iríais iría iréis iríamos iremos irá iré aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían aran ieran " +
        "asen iesen aron ieron ado ido ando iendo ió ar er ir as abas adas idas ías aras ieras ases ieses ís áis abais íais arais ierais aseis ieseis " +
        "asteis isteis ados idos amos ábamos íamos imos áramos iéramos iésemos ásemos");

    private static readonly string[] Residues = Suffixes("os a o á í ó e é");

    public static void Stem(ref WordBuffer word)
    {
        var verb = word.RomanceRegion(Vowels);
        var first = word.Region(0, Vowels);
        var second = word.Region(first, Vowels);
        DropPronoun(ref word, verb);
        if (!DropStandard(ref word, first, second) && !DropVerbInY(ref word, verb))
            DropVerb(ref word, verb);
        DropResidue(ref word, verb);
        for (var index = 0; index < word.Length; index++)
            word.Set(index, Plain(word[index]));
    }

    private static void DropPronoun(ref WordBuffer word, int verb)
    {
        if (word.Longest(Pronouns) is not { } pronoun)
            return;
        var length = pronoun.Length;
        string? host = null;
        foreach (var candidate in Hosts)
        {
            if (word.EndsWith(candidate, length) && word.Reaches(verb, length + candidate.Length))
            {
                host = candidate;
                break;
            }
        }

        if (host is null || host == "yendo" && word.Before(length + 5) != 'u')
            return;
        word.Drop(length);
        for (var index = word.Length - host.Length; index < word.Length; index++)
            word.Set(index, Plain(word[index]));
    }

    private static bool DropStandard(ref WordBuffer word, int first, int second)
    {
        if (word.Longest(Standard) is not { } suffix || !word.Reaches(suffix == "amente" ? first : second, suffix.Length))
            return false;
        word.Drop(suffix.Length);
        switch (suffix)
        {
            case "adora" or "ador" or "ación" or "acion" or "adoras" or "adores" or "aciones" or "ante" or "antes" or "ancia" or "ancias":
                word.DropIf("ic", second);
                break;
            case "logía" or "logías" or "logia" or "logias":
                word.Replace(0, "log");
                break;
            case "ución" or "ucion" or "uciones":
                word.Replace(0, "u");
                break;
            case "encia" or "encias":
                word.Replace(0, "ente");
                break;
            case "amente":
                if (word.DropIf("iv", second))
                    word.DropIf("at", second);
                else if (!word.DropIf("os", second) && !word.DropIf("ic", second))
                    word.DropIf("ad", second);
                break;
            case "mente":
                if (!word.DropIf("ante", second) && !word.DropIf("able", second))
                    word.DropIf("ible", second);
                break;
            case "idad" or "idades":
                if (!word.DropIf("abil", second) && !word.DropIf("ic", second))
                    word.DropIf("iv", second);
                break;
            case "iva" or "ivo" or "ivas" or "ivos":
                word.DropIf("at", second);
                break;
        }

        return true;
    }

    private static bool DropVerbInY(ref WordBuffer word, int verb)
    {
        if (word.Longest(VerbsInY, verb) is not { } suffix || word.Before(suffix.Length) != 'u')
            return false;
        word.Drop(suffix.Length);
        return true;
    }

    private static void DropVerb(ref WordBuffer word, int verb)
    {
        if (word.Longest(Verbs, verb) is not { } suffix)
            return;
        word.Drop(suffix.Length);
        if (Array.IndexOf(GentleVerbs, suffix) >= 0 && word.EndsWith("gu"))
            word.Drop(1);
    }

    private static void DropResidue(ref WordBuffer word, int verb)
    {
        if (word.Longest(Residues) is not { } suffix || !word.Reaches(verb, suffix.Length))
            return;
        word.Drop(suffix.Length);
        if (suffix is "e" or "é" && word.EndsWith("gu") && word.Reaches(verb, 1))
            word.Drop(1);
    }

    private static char Plain(char letter) => letter switch
    {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        _ => letter,
    };
}
