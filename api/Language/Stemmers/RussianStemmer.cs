namespace OutlookAssist.Language.Stemmers;

/// <summary>Russian inflections share a stem by the Snowball rules: gerund, else reflexive and adjective, verb or noun ending.</summary>
internal static class RussianStemmer
{
    private const string Vowels = "аеиоуыэюя";

    // Endings marked by a plus stand only behind а or я, which stays.
    private static readonly Ending[] Gerunds = Endings("в+ вши+ вшись+ ив ивши ившись ыв ывши ывшись");

    private static readonly Ending[] Adjectives = Endings(
        "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");

    private static readonly Ending[] Participles = Endings("ем+ нн+ вш+ ющ+ щ+ ивш ывш ующ");

    private static readonly Ending[] Verbs = Endings(
        "ла+ на+ ете+ йте+ ли+ й+ л+ ем+ н+ ло+ но+ ет+ ют+ ны+ ть+ ешь+ нно+ ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят " +
        "ует уют ит ыт ены ить ыть ишь ую ю");

    private static readonly Ending[] Nouns = Endings(
        "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");

    public static void Stem(ref WordBuffer word)
    {
        for (var index = 0; index < word.Length; index++)
        {
            if (word[index] == 'ё')
                word.Set(index, 'е');
        }

        var verb = word.Text.IndexOfAny(Vowels) + 1;
        if (verb == 0)
            return;
        var second = word.Region(word.Region(0, Vowels), Vowels);
        if (!Drop(ref word, Gerunds, verb))
        {
            if (!word.DropIf("ся", verb))
                word.DropIf("сь", verb);
            if (Drop(ref word, Adjectives, verb))
                Drop(ref word, Participles, verb);
            else if (!Drop(ref word, Verbs, verb))
                Drop(ref word, Nouns, verb);
        }

        word.DropIf("и", verb);
        if (!word.DropIf("ость", second))
            word.DropIf("ост", second);
        if (word.DropIf("ейше", verb) || word.DropIf("ейш", verb) || word.EndsWith("нн"))
        {
            if (word.EndsWith("нн") && word.Reaches(verb, 2))
                word.Drop(1);
        }
        else
        {
            word.DropIf("ь", verb);
        }
    }

    private static bool Drop(ref WordBuffer word, Ending[] endings, int verb)
    {
        foreach (var (suffix, afterA) in endings)
        {
            if (!word.EndsWith(suffix) || !word.Reaches(verb, suffix.Length))
                continue;
            if (afterA && (word.Before(suffix.Length) is not ('а' or 'я') || !word.Reaches(verb, suffix.Length + 1)))
                return false;
            word.Drop(suffix.Length);
            return true;
        }

        return false;
    }

    private static Ending[] Endings(string list) =>
        [.. list.Split(' ').Select(rule => new Ending(rule.TrimEnd('+'), rule.EndsWith('+'))).OrderByDescending(ending => ending.Suffix.Length)];

    private readonly record struct Ending(string Suffix, bool AfterA);
}
