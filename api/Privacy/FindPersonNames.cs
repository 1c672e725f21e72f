using System.Buffers;
using OutlookAssist.Privacy.Names;

namespace OutlookAssist.Privacy;

/// <summary>Finds the names of people by what stands around them (titles, greetings, introductions, signatures) and by lists of given and family names.</summary>
internal static class FindPersonNames
{
    // Every ASCII character that cannot begin a name, so that a search for the others skips most of a text at once.
    private static readonly SearchValues<char> NoCapitals = SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code).Where(character => !char.IsAsciiLetterUpper(character))]);

    /// <summary>Adds all of them. A name that stands whole once is found in parts too.</summary>
    public static void AddTo(List<PersonalDatum> found, string text)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var from = found.Count;
        var at = 0;
        var capitals = 0;
        while (NextCapital(text, at) is >= 0 and var start)
        {
            capitals++;
            at = NameRun.WordEnd(text, start);
            var word = text.AsSpan(start, at - start);
            var kinds = NameLists.KindsOf(word.EndsWith("'s") ? word[..^2] : word);
            if ((kinds & NameKinds.Title) != 0)
            {
                at = AddTitled(found, text, at, known);
                continue;
            }

            // Most capitals are everyday words, or words alone that nothing introduces.
            if ((kinds & NameKinds.Everyday) != 0 || (kinds == NameKinds.None && word.Length > 1 && !GoesOn(text, at) && !MayBeAddressed(text, start, at)))
                continue;
            var run = NameRun.Read(text, start, kinds);
            // "Will Anna come": the word is not the name's first.
            if (kinds.HasFlag(NameKinds.Word) && run.Second.HasFlag(NameKinds.Given) && !run.Second.HasFlag(NameKinds.Weak))
                continue;
            if (Judge(text, start, kinds, run) is > 0 and var score)
                at = Add(found, text, start, run, score, known);
        }

        if (capitals == 0)
            LowerCaseNames.AddTo(found, text);
        else
            AddKnownAlone(found, text, known, from);
    }

    /// <summary>How sure it is that the run is a name; 0 when it is none.</summary>
    private static double Judge(string text, int start, NameKinds kinds, in NameRun run)
    {
        if (run.End == start || (run.End < text.Length && char.IsAsciiDigit(text[run.End])))
            return 0;
        if (NameCues.IntroductionBefore(text, start) is { } introduction && (NameCues.IsAboutName(introduction) || kinds != NameKinds.None || run.Words > 1))
            return 0.85;
        if (EndsClause(text, run.End) && IsGreeted(text, start))
            return 0.8;
        var isShouted = run.FirstEnd - start > 2 && text.AsSpan(start, run.FirstEnd - start).IndexOfAnyExceptInRange('A', 'Z') < 0;
        var isWeak = kinds.HasFlag(NameKinds.Weak);
        if (kinds.HasFlag(NameKinds.Given) && !isWeak)
            return isShouted ? 0 : 0.7;
        if (run.Words > 1 && !isShouted)
            return JudgeSeveral(text, start, kinds, run);
        // A name alone that may be a place or a firm needs somebody who speaks or is spoken of as a person.
        if (isShouted || kinds.HasFlag(NameKinds.Word) || (kinds & (NameKinds.Given | NameKinds.Family | NameKinds.FamilyEnding)) == 0)
            return 0;
        if (NameCues.AreAround(text, start, run.End) || NameCues.IsListed(text, start, run.End) || NameCues.IsCalled(text, start, run.End))
            return 0.5;
        return kinds == NameKinds.Family && run.End - start >= 4 && NameCues.IsInsideSentence(text, start) ? 0.4 : 0;
    }

    private static double JudgeSeveral(string text, int start, NameKinds kinds, in NameRun run)
    {
        var lastIsFamily = (run.Last & (NameKinds.Family | NameKinds.FamilyEnding)) != 0 && !run.Last.HasFlag(NameKinds.Weak);
        if (lastIsFamily || run.HasInitial)
            return 0.6;
        if (kinds.HasFlag(NameKinds.Given) && run.Words <= 3)
            return 0.5;
        // "Lee Anna", "Kovacs Istvan": the family name stands first in some countries.
        if (run.HasGiven && (kinds & (NameKinds.Given | NameKinds.Family | NameKinds.FamilyEnding)) != 0)
            return 0.6;
        return run.Words <= 3 && (NameCues.AreAround(text, start, run.End) || SignatureLines.Has(text, start, run.End)) ? 0.5 : 0;
    }

    private static int AddTitled(List<PersonalDatum> found, string text, int end, HashSet<string> known)
    {
        var start = end < text.Length && text[end] == '.' ? end + 1 : end;
        if (start < text.Length && text[start] == ' ')
            start++;
        if (start == end || start >= text.Length || !char.IsUpper(text[start]))
            return end;
        var second = NameRun.WordEnd(text, start);
        var kinds = NameLists.KindsOf(text.AsSpan(start, second - start));
        // "Herr Dr. Meier": the second title is read next.
        if ((kinds & NameKinds.Title) != 0)
            return end;
        var run = NameRun.Read(text, start, kinds);
        if (run.End > start)
            return Add(found, text, start, run, 0.85, known);
        // Behind a title even May and Post are names, unless the sentence goes on: "Mr President".
        return kinds.HasFlag(NameKinds.Weak) ? Add(found, text, start, new NameRun(), 0.6, known, second) : end;
    }

    private static int Add(List<PersonalDatum> found, string text, int start, in NameRun run, double score, HashSet<string> known, int end = 0)
    {
        end = end > 0 ? end : run.End;
        found.Add(new PersonalDatum("PERSON", start, end, score));
        if (run.Words > 1 && (end == text.Length || text[end] is not ('@' or '/')))
        {
            var space = text.LastIndexOf(' ', end - 1, end - start);
            if (end - space > 4)
                known.Add(text[(space + 1)..end]);
            if (run.FirstEnd - start > 2)
                known.Add(text[start..run.FirstEnd]);
        }

        return end;
    }

    private static void AddKnownAlone(List<PersonalDatum> found, string text, HashSet<string> known, int from)
    {
        if (known.Count == 0)
            return;
        var names = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var next = from;
        var at = 0;
        var named = found.Count;
        while (NextCapital(text, at) is >= 0 and var start)
        {
            at = NameRun.WordEnd(text, start);
            var end = text.AsSpan(start, at - start).EndsWith("'s") ? at - 2 : at;
            while (next < named && found[next].End <= start)
                next++;
            if ((next < named && found[next].Start < at) || !names.Contains(text.AsSpan(start, end - start)))
                continue;
            // Both parts behind each other are the whole name again.
            if (end + 1 < text.Length && text[end] == ' ' && NameRun.WordEnd(text, end + 1) is var stop && names.Contains(text.AsSpan(end + 1, stop - end - 1)))
                at = end = stop;
            found.Add(new PersonalDatum("PERSON", start, end, 0.6));
        }
    }

    /// <summary>True when another capital follows after one blank, or a small letter with which particles of names begin.</summary>
    private static bool GoesOn(string text, int end) => end + 1 < text.Length && text[end] == ' ' && (char.IsUpper(text[end + 1]) || text[end + 1] is 'v' or 'd' or 'b' or 'z' or 't' or 'a' or 'l');

    private static bool MayBeAddressed(string text, int start, int end) => EndsClause(text, end) || NameCues.IntroductionBefore(text, start) is not null;

    /// <summary>A greeting ends its clause: "Hello World" of a sentence goes on.</summary>
    private static bool EndsClause(string text, int end) => end == text.Length || text[end] is ',' or '!' or '\n' or '\r' or ':' or '.' or ';';

    private static bool IsGreeted(string text, int start)
    {
        var greeting = NameCues.PreviousWord(text, start);
        if (greeting.IsEmpty || !NameCues.IsGreeting(greeting))
            return false;
        var before = start - 1 - greeting.Length;
        return before <= 0 || text[before - 1] is '\n' or ' ' or '>' or '"';
    }

    private static int NextCapital(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var step = text.AsSpan(at).IndexOfAnyExcept(NoCapitals);
            if (step < 0)
                return -1;
            at += step;
            if (char.IsUpper(text[at]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '@' or '/' or '_' or '\'' || (text[at - 1] == '-' && at > 1 && char.IsLetter(text[at - 2])))))
                return at;
        }

        return -1;
    }
}
