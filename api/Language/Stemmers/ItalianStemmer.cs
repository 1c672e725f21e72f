using static OutlookAssist.Language.Stemmers.WordBuffer;

namespace OutlookAssist.Language.Stemmers;

/// <summary>Italian inflections share a stem by the Snowball rules, attached pronouns included ("restituirlo" finds "restituire").</summary>
internal static class ItalianStemmer
{
    private const string Vowels = "aeiouàèìòù";

    private static readonly string[] Pronouns = Suffixes(
        "ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene tela tele teli telo tene " +
        "cela cele celi celo cene vela vele veli velo vene");

    private static readonly string[] Standard = Suffixes(
        "anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti istà istè istì oso osi osa ose mente atrice atrici ante anti " +
        "azione azioni atore atori logia logie uzione uzioni usione usioni enza enze amento amenti imento imenti amente ità ivo ivi iva ive");

    private static readonly string[] Verbs = Suffixes(
        "ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi endo erà erai eranno ere " +
        "erebbe erebbero erei eremmo eremo ereste eresti erete erò erono essero ete eva evamo evano evate evi evo Yamo iamo immo irà irai iranno ire " +
        "irebbe irebbero irei iremmo iremo ireste iresti irete irò irono isca iscano isce isci isco iscono issero ita ite iti ito iva ivamo ivano ivate " +
        "ivi ivo ono uta ute uti uto ar ir");

    public static void Stem(ref WordBuffer word)
    {
        Normalize(word);
        var verb = word.RomanceRegion(Vowels);
        var first = word.Region(0, Vowels);
        var second = word.Region(first, Vowels);
        DropPronoun(ref word, verb);
        if (!DropStandard(ref word, verb, first, second) && word.Longest(Verbs, verb) is { } suffix)
            word.Drop(suffix.Length);
        if (word.Length > 0 && "aeioàèìò".Contains(word.Before(0)) && word.Reaches(verb, 1))
        {
            word.Drop(1);
            word.DropIf("i", verb);
        }

        if ((word.EndsWith("ch") || word.EndsWith("gh")) && word.Reaches(verb, 2))
            word.Drop(1);
        for (var index = 0; index < word.Length; index++)
            word.Set(index, char.ToLowerInvariant(word[index]));
    }

    private static void Normalize(WordBuffer word)
    {
        for (var index = 0; index < word.Length; index++)
        {
            word.Set(index, word[index] switch
            {
                'á' => 'à',
                'é' => 'è',
                'í' => 'ì',
                'ó' => 'ò',
                'ú' => 'ù',
                'u' when index > 0 && word[index - 1] == 'q' => 'U',
                var letter => letter,
            });
        }

        for (var index = 1; index < word.Length - 1; index++)
        {
            if (word[index] is 'u' or 'i' && Vowels.Contains(word[index - 1]) && Vowels.Contains(word[index + 1]))
                word.Set(index, char.ToUpperInvariant(word[index]));
        }
    }

    private static void DropPronoun(ref WordBuffer word, int verb)
    {
        if (word.Longest(Pronouns) is not { } pronoun)
            return;
        var length = pronoun.Length;
        if ((word.EndsWith("ando", length) || word.EndsWith("endo", length)) && word.Reaches(verb, length + 4))
            word.Drop(length);
        else if ((word.EndsWith("ar", length) || word.EndsWith("er", length) || word.EndsWith("ir", length)) && word.Reaches(verb, length + 2))
            word.Replace(length, "e");
    }

    private static bool DropStandard(ref WordBuffer word, int verb, int first, int second)
    {
        if (word.Longest(Standard) is not { } suffix)
            return false;
        var region = suffix switch
        {
            "amento" or "amenti" or "imento" or "imenti" => verb,
            "amente" => first,
            _ => second,
        };
        if (!word.Reaches(region, suffix.Length))
            return false;
        word.Drop(suffix.Length);
        switch (suffix)
        {
            case "azione" or "azioni" or "atore" or "atori":
                word.DropIf("ic", second);
                break;
            case "logia" or "logie":
                word.Replace(0, "log");
                break;
            case "uzione" or "uzioni" or "usione" or "usioni":
                word.Replace(0, "u");
                break;
            case "enza" or "enze":
                word.Replace(0, "ente");
                break;
            case "amente":
                if (word.DropIf("iv", second))
                    word.DropIf("at", second);
                else if (!word.DropIf("os", second) && !word.DropIf("ic", second))
                    word.DropIf("abil", second);
                break;
            case "ità":
                if (!word.DropIf("abil", second) && !word.DropIf("ic", second))
                    word.DropIf("iv", second);
                break;
            case "ivo" or "ivi" or "iva" or "ive":
                if (word.DropIf("at", second))
                    word.DropIf("ic", second);
                break;
        }

        return true;
    }
}
