using System.Collections.Frozen;

namespace OutlookAssist.Privacy.Names;

/// <summary>The words around a name that tell that it is one: titles, greetings, introductions, what people do and are to each other.</summary>
internal static class NameCues
{
    /// <summary>Titles without their points, as they are written.</summary>
    public const string Titles =
        "mr mrs ms miss mister dr prof professor herr herrn frau mme madame monsieur mademoiselle mlle señor señora señorita sr sra srta signor signora sig senhor senhora mevrouw meneer mevr dhr pani pan pán paní sir lady lord hr fr fru gospod gospa gospodin gospođa úr kyrie kyria bay bayan don doña doutor doutora dottor dottore dottoressa dott ing avv maître";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Greetings = Set(
        "dear hi hello hey hallo liebe lieber geehrte geehrter cher chère bonjour salut hola estimado estimada querido querida caro cara ciao gentile beste geachte kære hej hei moi hyvä prezado prezada olá oi buongiorno morgen moin servus drogi droga szanowny szanowna cześć dzień kedves milý milá vážený vážená bok dragi draga morning afternoon evening thanks danke merci gracias grazie obrigado obrigada bedankt tack takk tak");

    // What only people do or are said to have done. The verb stands behind the name …
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PeopleVerbs = Set(
        "says said asked asks told wrote writes replied answered called calls thinks thought believes mentioned explained promised confirmed agreed suggested joined married lives lived loves hates sagt sagte fragte schrieb meinte rief dit demande écrit répondit dice dijo preguntó escribió scrive disse chiese escreveu zegt zei vroeg");

    // … or before it.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpeakingVerbs = Set(
        "says said asks asked replied wrote answered added explained sagt sagte meinte schrieb dit répond dice dijo disse zei named called nicknamed heißt namens genannt appelé llamado chiamato chamado genaamd");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Relations = Set(
        "husband wife spouse partner son daughter brother sister mother father mom dad uncle aunt cousin nephew niece grandmother grandfather boss colleague assistant secretary lawyer doctor nurse teacher friend neighbour neighbor roommate fiancé fiancée boyfriend girlfriend founder founders novelist author singer zombie by starring kid mann ehefrau sohn tochter bruder schwester mutter vater chef chefin kollege kollegin freund freundin von mari femme fils fille frère sœur mère père collègue ami amie par marido esposa esposo hijo hija hermano hermana madre padre jefe jefa colega amigo amiga por marito moglie figlio figlia fratello sorella capo collega amico amica");

    private static readonly string[] Joints = [" and ", " & ", ", ", " und ", " et ", " y ", " e ", " en ", " i ", " och ", " og ", " a "];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles = Set(
        "the a an this that our your their der die das den dem des ein eine einen einem einer zum zur vom beim im am le la les un une des du l el los las una lo il gli uno o os as um uma het een de");

    private static readonly string[] Introductions =
        ["my name is ", "my name's ", "name is ", "i am ", "i'm ", "this is ", "name: ", "named ", "calls me ", "call me ", "mein name ist ", "ich heiße ", "ich bin ", "je m'appelle ", "mon nom est ", "je suis ", "me llamo ", "mi nombre es ", "mi chiamo ", "sono ", "meu nome é ", "chamo-me ", "mijn naam is ", "ik ben ", "nazywam się ", "mam na imię ", "jag heter ", "jeg hedder ", "jeg heter ", "nimeni on ", "jmenuji se ", "vagyok "];

    private static readonly FrozenDictionary<char, string[]> IntroductionsByLast =
        Introductions.SelectMany(introduction => new[] { char.ToLowerInvariant(introduction[^2]), char.ToUpperInvariant(introduction[^2]) }.Distinct().Select(last => (last, introduction)))
            .GroupBy(pair => pair.last).ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.introduction).ToArray());

    /// <summary>True for a word that greets.</summary>
    public static bool IsGreeting(ReadOnlySpan<char> word) => Greetings.Contains(word);

    /// <summary>True when a verb of people stands behind this place, or in front of <paramref name="start"/>, or a word for what somebody is to somebody.</summary>
    public static bool AreAround(string text, int start, int end)
    {
        var next = NextWord(text, end);
        if (!next.IsEmpty && PeopleVerbs.Contains(next))
            return true;
        var previous = PreviousWord(text, start);
        return !previous.IsEmpty && (SpeakingVerbs.Contains(previous) || Relations.Contains(previous));
    }

    /// <summary>True when another name stands beside it with "and" or a comma: "Moore and Woźniak", "Ana, Bo and Cy".</summary>
    public static bool IsListed(string text, int start, int end)
    {
        var rest = text.AsSpan(end);
        foreach (var joint in Joints)
        {
            if (rest.StartsWith(joint) && IsName(text, end + joint.Length))
                return true;
            var before = start - joint.Length;
            if (before <= 0 || !text.AsSpan(before).StartsWith(joint))
                continue;
            var from = before;
            while (from > 0 && char.IsLetter(text[from - 1]))
                from--;
            if (from < before && IsName(text, from))
                return true;
        }

        return false;
    }

    /// <summary>True when it begins a line or sentence and a comma and small letters follow: somebody is called.</summary>
    public static bool IsCalled(string text, int start, int end) =>
        (start == 0 || text[start - 1] == '\n') && end + 2 < text.Length && text[end] == ',' && text[end + 1] == ' ' && char.IsLower(text[end + 2]) && NameLists.KindsOf(text.AsSpan(start, end - start)).HasFlag(NameKinds.Given);

    /// <summary>True when a small word stands before it that is no article: a capital there is a name in most languages.</summary>
    public static bool IsInsideSentence(string text, int start)
    {
        var previous = PreviousWord(text, start);
        return !previous.IsEmpty && char.IsLower(previous[0]) && !Articles.Contains(previous);
    }

    private static bool IsName(string text, int start)
    {
        if (start >= text.Length || !char.IsUpper(text[start]))
            return false;
        var kinds = NameLists.KindsOf(text.AsSpan(start, NameRun.WordEnd(text, start) - start));
        return (kinds & (NameKinds.Given | NameKinds.Family | NameKinds.FamilyEnding)) != 0 && !kinds.HasFlag(NameKinds.Word);
    }

    /// <summary>The introduction that ends right before this place, or null.</summary>
    public static string? IntroductionBefore(string text, int start)
    {
        // Nearly every word is told by the letter before the blank in front of it.
        if (start < 3 || text[start - 1] != ' ' || !IntroductionsByLast.TryGetValue(text[start - 2], out var introductions))
            return null;
        var before = text.AsSpan(Math.Max(0, start - 16), Math.Min(16, start));
        foreach (var introduction in introductions)
        {
            if (before.EndsWith(introduction, StringComparison.OrdinalIgnoreCase))
                return introduction;
        }

        return null;
    }

    /// <summary>True when the introduction is about a name, whatever follows: "I am German" introduces nobody.</summary>
    public static bool IsAboutName(string introduction) => introduction is not ("i am " or "i'm " or "this is " or "ich bin " or "je suis " or "sono " or "ik ben " or "vagyok ");

    /// <summary>The word in front, on the same line with one blank between.</summary>
    public static ReadOnlySpan<char> PreviousWord(string text, int start)
    {
        if (start < 2 || text[start - 1] != ' ')
            return default;
        var from = start - 1;
        while (from > 0 && char.IsLetter(text[from - 1]))
            from--;
        return text.AsSpan(from, start - 1 - from);
    }

    private static ReadOnlySpan<char> NextWord(string text, int end)
    {
        if (end + 1 >= text.Length || text[end] != ' ')
            return default;
        var to = end + 1;
        while (to < text.Length && char.IsLetter(text[to]))
            to++;
        return text.AsSpan(end + 1, to - end - 1);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
