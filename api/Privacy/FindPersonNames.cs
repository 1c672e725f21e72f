using System.Buffers;
using System.Collections.Frozen;

namespace OutlookAssist.Privacy;

/// <summary>Finds the names of people by what stands around them (titles, greetings, introductions) and by common first names.</summary>
internal static class FindPersonNames
{
    private const int MostWords = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstNames = LoadFirstNames();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Set(
        "mr mr. mrs mrs. ms ms. miss mister dr dr. prof prof. professor herr herrn frau mme mme. m. madame monsieur mademoiselle mlle señor señora señorita sr. sra. srta. signor signora sig. sig.ra senhor senhora mevrouw meneer mevr. dhr. pani pan sir lady lord");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Greetings = Set("dear hi hello hey hallo liebe lieber geehrte geehrter cher chère bonjour salut hola estimado estimada querido querida caro cara ciao gentile beste geachte kære hej prezado prezada olá");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = Set("von van de der den da di del della la le dos das du zu bin al el ten ter");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoNames = Set(
        "team sir madam sirs all everyone everybody customer support colleagues colleague friend friends folks guys there you valued client clients service sales manager again damen herren kollegen kunde kundin zusammen alle team tous toutes équipe client madame monsieur equipo todos señores cliente tutti mr mrs ms dr the this that we i it thank thanks please and or if my your our hope just so as in on at for to from with not "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag street avenue road");

    // Every ASCII character that cannot begin a name, so that a search for the others skips most of a text at once.
    private static readonly SearchValues<char> NoCapitals = SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code).Where(character => !char.IsAsciiLetterUpper(character))]);

    private static readonly string[] Introductions =
        ["my name is ", "my name's ", "i am ", "i'm ", "this is ", "name: ", "named ", "mein name ist ", "ich heiße ", "ich bin ", "je m'appelle ", "mon nom est ", "je suis ", "me llamo ", "mi nombre es ", "mi chiamo ", "sono ", "meu nome é ", "chamo-me ", "mijn naam is ", "ik ben "];

    /// <summary>Adds all of them. A family name that stands with a first name once is found alone too.</summary>
    public static void AddTo(List<PersonalDatum> found, string text)
    {
        var families = new HashSet<string>(StringComparer.Ordinal);
        var from = found.Count;
        var at = 0;
        while (NextCapital(text, at) is >= 0 and var start)
        {
            var end = WordEnd(text, start);
            at = end;
            var word = text.AsSpan(start, end - start);
            if (Titles.Contains(word) || (end < text.Length && text[end] == '.' && Titles.Contains(text.AsSpan(start, end + 1 - start))))
            {
                var nameStart = SkipBlank(text, end < text.Length && text[end] == '.' ? end + 1 : end);
                if (ReadName(text, nameStart) is > 0 and var titled && !IsNoName(text, nameStart))
                    at = Add(found, text, nameStart, titled, 0.85, families);
                continue;
            }

            if (NoNames.Contains(word))
                continue;
            var score = IsIntroduced(text, start) ? 0.85 : IsGreeted(text, start) ? 0.8 : FirstNames.Contains(word) ? 0.7 : word.IndexOf('-') is > 0 and var hyphen && FirstNames.Contains(word[..hyphen]) ? 0.7 : 0;
            if (score > 0 && ReadName(text, start) is > 0 and var stop)
                at = Add(found, text, start, stop, score, families);
        }

        AddFamiliesAlone(found, text, families, from);
    }

    /// <summary>True for a common first name that is no everyday word, whatever its case.</summary>
    public static bool IsFirstName(ReadOnlySpan<char> word) => FirstNames.Contains(word);

    private static int Add(List<PersonalDatum> found, string text, int start, int end, double score, HashSet<string> families)
    {
        found.Add(new PersonalDatum("PERSON", start, end, score));
        var space = text.LastIndexOf(' ', end - 1, end - start);
        if (space > start && end - space > 4 && (end == text.Length || text[end] is not ('@' or '/')))
            families.Add(text[(space + 1)..end]);
        return end;
    }

    private static void AddFamiliesAlone(List<PersonalDatum> found, string text, HashSet<string> families, int from)
    {
        if (families.Count == 0)
            return;
        var known = families.GetAlternateLookup<ReadOnlySpan<char>>();
        var next = from;
        var at = 0;
        var named = found.Count;
        while (NextCapital(text, at) is >= 0 and var start)
        {
            at = WordEnd(text, start);
            while (next < named && found[next].End <= start)
                next++;
            if ((next == named || found[next].Start >= at) && known.Contains(text.AsSpan(start, at - start)))
                found.Add(new PersonalDatum("PERSON", start, at, 0.6));
        }
    }

    /// <summary>The end of a name that begins here: capitalised words, initials and particles between them, on one line.</summary>
    private static int ReadName(string text, int start)
    {
        var end = 0;
        var at = start;
        for (var words = 0; words < MostWords && at < text.Length; words++)
        {
            var stop = WordEnd(text, at);
            if (stop == at)
                break;
            var word = text.AsSpan(at, stop - at);
            if (char.IsUpper(word[0]))
            {
                if (words > 0 && (NoNames.Contains(word) || (word.Length > 3 && word.IndexOfAnyExceptInRange('A', 'Z') < 0)))
                    break;
                end = stop;
            }
            else if (words == 0 || !Particles.Contains(word))
            {
                break;
            }

            if (word.Length == 1 && stop < text.Length && text[stop] == '.')
                stop++;
            if (stop + 1 >= text.Length || text[stop] != ' ')
                break;
            at = stop + 1;
        }

        return end > start && text.AsSpan(start, end - start).EndsWith("'s") ? end - 2 : end;
    }

    private static bool IsNoName(string text, int start) => start < text.Length && NoNames.Contains(text.AsSpan(start, WordEnd(text, start) - start));

    private static bool IsIntroduced(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 16), Math.Min(16, start));
        foreach (var introduction in Introductions)
        {
            if (!before.EndsWith(introduction, StringComparison.OrdinalIgnoreCase))
                continue;
            // "I am German" and "this is Berlin" introduce nobody; a second capitalised word or a known first name does.
            if (introduction.Contains("name", StringComparison.Ordinal) || introduction is "ich heiße " or "je m'appelle " or "me llamo " or "mi chiamo " or "chamo-me ")
                return true;
            var end = WordEnd(text, start);
            return FirstNames.Contains(text.AsSpan(start, end - start)) || (end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]));
        }

        return false;
    }

    private static bool IsGreeted(string text, int start)
    {
        if (start < 3 || text[start - 1] != ' ')
            return false;
        var wordStart = start - 1;
        while (wordStart > 0 && char.IsLetter(text[wordStart - 1]))
            wordStart--;
        if (!Greetings.Contains(text.AsSpan(wordStart, start - 1 - wordStart)) || (wordStart > 0 && text[wordStart - 1] is not ('\n' or ' ' or '>' or '"')))
            return false;
        // A greeting ends its clause: "Hello World" of a sentence goes on.
        var end = ReadName(text, start);
        return end > 0 && (end == text.Length || text[end] is ',' or '!' or '\n' or '\r' or ':' or '.' or ';');
    }

    private static int NextCapital(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var step = text.AsSpan(at).IndexOfAnyExcept(NoCapitals);
            if (step < 0)
                return -1;
            at += step;
            if (char.IsUpper(text[at]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '@' or '/' or '_' or '\'')))
                return at;
        }

        return -1;
    }

    private static int WordEnd(string text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '-' or '\'' or '’' && at > start && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            at++;
        return at;
    }

    private static int SkipBlank(string text, int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LoadFirstNames()
    {
        using var stream = typeof(FindPersonNames).Assembly.GetManifestResourceStream("OutlookAssist.Privacy.first-names.txt")
            ?? throw new InvalidOperationException("The build left out the list of first names.");
        using var reader = new StreamReader(stream);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                names.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
