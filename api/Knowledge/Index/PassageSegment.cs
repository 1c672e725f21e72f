namespace OutlookAssist.Knowledge.Index;

/// <summary>An immutable inverted index over some passages of one scope: plain arrays, as they lie in the file too.</summary>
/// <remarks>
/// Passages are numbered from 0 and grouped into pages of 65,536, so that a posting is two bytes of number and one of impact, without
/// anything to decode: a page's postings can be added up in a row or searched by halving. A term's postings are: the number of its
/// pages; for each the page, its count less one, its highest impact (each 16 bits); then for each page all numbers, all impacts.
/// </remarks>
internal sealed class PassageSegment(string scope, PassageRun[] runs, char[] letters, int[] termEnds, int[] frequencies, int[] postingStarts, byte[] postings)
{
    /// <summary>Passages to a page.</summary>
    public const int PageSize = 1 << PageBits;

    /// <summary>The bits of a number inside its page.</summary>
    public const int PageBits = 16;

    /// <summary>Whose passages.</summary>
    public string Scope => scope;

    /// <summary>In the order of their numbers.</summary>
    public PassageRun[] Runs => runs;

    /// <summary>All terms in ordinal order, one after another.</summary>
    public char[] Letters => letters;

    /// <summary>Where each term ends in the letters.</summary>
    public int[] TermEnds => termEnds;

    /// <summary>How many passages hold each term.</summary>
    public int[] Frequencies => frequencies;

    /// <summary>Where each term's postings begin.</summary>
    public int[] PostingStarts => postingStarts;

    /// <summary>The postings of all terms.</summary>
    public byte[] Postings => postings;

    /// <summary>Different terms.</summary>
    public int Terms => TermEnds.Length;

    /// <summary>Passages, those of deleted contents included.</summary>
    public int Passages => Runs.Length == 0 ? 0 : Runs[^1].First + Runs[^1].Count;

    /// <summary>The terms to search in.</summary>
    public TermList TermList => new(Letters, TermEnds);

    /// <summary>A term's letters.</summary>
    public ReadOnlySpan<char> TermAt(int index) => TermList.TermAt(index);

    /// <summary>The place of a term, or the complement of where it would stand.</summary>
    public int Find(ReadOnlySpan<char> term) => TermList.Find(term);

    /// <summary>The key of a passage by its number.</summary>
    public long IdOf(int number)
    {
        var run = Runs[RunOf(number)];
        return run.FirstId + number - run.First;
    }

    private int RunOf(int number)
    {
        var (low, high) = (0, Runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = Runs[middle].First <= number ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
