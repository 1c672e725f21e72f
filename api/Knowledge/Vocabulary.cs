namespace OutlookAssist.Knowledge;

/// <summary>The stems of a collection's documents, so that a misspelled or joined word of a question finds the one that was meant.</summary>
internal sealed class Vocabulary(IReadOnlyList<TermList> lists)
{
    private const int ShortestForOneSlip = 4;
    private const int ShortestForTwoSlips = 8;
    private const int ShortestPart = 4;

    /// <summary>Words that begin with so many equal letters are of one family: "restore" and "restoration", "Schmalspurbahn" and "Schmalspurschiene".</summary>
    private const int ShortestRoot = 7;
    private const double RootShare = 0.6;
    private const int LongestEnding = 8;
    private const int MostKin = 12;
    private const int MostFound = 3;

    /// <summary>What German and its neighbours put between the parts of a compound.</summary>
    private static readonly string[] Links = ["", "s", "es", "n", "en", "er", "e"];

    /// <summary>No stems at all.</summary>
    public static Vocabulary Empty { get; } = new([]);

    /// <summary>Whether any document has the stem.</summary>
    public bool Contains(ReadOnlySpan<char> stem)
    {
        foreach (var list in lists)
        {
            if (list.Contains(stem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The stems that a slip of the finger turns into this one, the likeliest three at most: one slip from four letters, two from eight; none for codes and numbers.</summary>
    public IReadOnlyList<string> Near(string stem)
    {
        if (stem.Length < ShortestForOneSlip || !stem.All(char.IsLetter))
        {
            return [];
        }

        var most = stem.Length >= ShortestForTwoSlips ? 2 : 1;
        var found = new SortedSet<(int Slips, string Stem)>();
        foreach (var list in lists)
        {
            list.AddNear(stem, most, found);
        }

        return [.. found.Where(near => near.Slips == found.Min.Slips).Take(MostFound).Select(near => near.Stem)];
    }

    /// <summary>Other stems that begin like this one; none for short words, codes and numbers.</summary>
    public IReadOnlyList<string> Kin(string stem)
    {
        if (stem.Length < ShortestRoot || !stem.All(char.IsLetter))
        {
            return [];
        }

        var root = stem[..Math.Max(ShortestRoot, (int)Math.Ceiling(RootShare * stem.Length))];
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            list.AddBeginningWith(root, root.Length + LongestEnding, MostKin, found);
        }

        found.Remove(stem);
        return [.. found.Where(other => other.All(char.IsLetter)).Take(MostKin)];
    }

    /// <summary>The two known stems that this one is made of, the longer ending first, or none.</summary>
    public IReadOnlyList<string> Parts(string stem)
    {
        for (var split = ShortestPart; split <= stem.Length - ShortestPart; split++)
        {
            if (Contains(stem.AsSpan(split)) && Head(stem[..split]) is { } head)
            {
                return [head, stem[split..]];
            }
        }

        return [];
    }

    private string? Head(string head) =>
        Links.Where(link => head.EndsWith(link, StringComparison.Ordinal) && head.Length - link.Length >= ShortestPart)
            .Select(link => head[..^link.Length])
            .FirstOrDefault(known => Contains(known));
}
