using System.Collections.Frozen;

namespace OutlookAssist.Privacy.Names;

/// <summary>Capitalised words in a row on one line, with initials and particles between them, read as far as they can be one name.</summary>
internal ref struct NameRun
{
    private const int MostWords = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        "von van de der den da di del della al el bin ben ibn la le dos das du do zu zur zum af av ten ter y".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where it ends; the start itself when there is none.</summary>
    public int End { get; private set; }

    /// <summary>How many words and initials it has, particles left out.</summary>
    public int Words { get; private set; }

    /// <summary>What the first word is.</summary>
    public NameKinds First { get; private set; }

    /// <summary>What the second word is.</summary>
    public NameKinds Second { get; private set; }

    /// <summary>What the last word is.</summary>
    public NameKinds Last { get; private set; }

    /// <summary>True when an initial stands between two words.</summary>
    public bool HasInitial { get; private set; }

    /// <summary>True when any word is a given name that is hardly anything else.</summary>
    public bool HasGiven { get; private set; }

    /// <summary>Where the first word ends.</summary>
    public int FirstEnd { get; private set; }

    /// <summary>Reads from the beginning of a capitalised word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word begins.</param>
    /// <param name="first">What the word is, so that it is looked up once only.</param>
    public static NameRun Read(string text, int start, NameKinds first)
    {
        var run = new NameRun { End = start };
        var at = start;
        var pendingInitial = false;
        for (var count = 0; count < MostWords && at < text.Length; count++)
        {
            var stop = WordEnd(text, at);
            if (stop == at)
                break;
            var word = text.AsSpan(at, stop - at);
            var isPossessive = word.EndsWith("'s") || word.EndsWith("’s");
            if (isPossessive)
                word = word[..^2];
            if (!char.IsUpper(word[0]))
            {
                if (run.Words == 0 || !Particles.Contains(word))
                    break;
            }
            else if (word.Length == 1 && run.Words > 0)
            {
                pendingInitial = true;
                run.Words++;
            }
            else if (!run.Take(word, run.Words == 0 ? first : NameLists.KindsOf(word), at + word.Length, ref pendingInitial))
            {
                break;
            }

            if (isPossessive)
                break;
            at += word.Length;
            if (word.Length <= 2 && at < text.Length && text[at] == '.')
                at++;
            if (at + 1 >= text.Length || text[at] != ' ')
                break;
            at++;
        }

        return run;
    }

    private bool Take(ReadOnlySpan<char> word, NameKinds kinds, int end, ref bool pendingInitial)
    {
        if ((kinds & NameKinds.Everyday) != 0 || (Words > 0 && (kinds & NameKinds.Title) != 0) || (Words > 0 && word.Length > 3 && word.IndexOfAnyExceptInRange('A', 'Z') < 0))
            return false;
        if (Words == 0)
            (First, FirstEnd) = (kinds, end);
        else if (Words == 1)
            Second = kinds;
        HasInitial |= pendingInitial || (Words == 0 && word.Length == 1);
        HasGiven |= (kinds & (NameKinds.Given | NameKinds.Weak)) == NameKinds.Given;
        pendingInitial = false;
        Last = kinds;
        Words++;
        End = end;
        return true;
    }

    /// <summary>Where the letters, hyphens and apostrophes of a word end.</summary>
    public static int WordEnd(string text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '-' or '\'' or '’' && at > start && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            at++;
        return at;
    }
}
