using System.Numerics;

namespace OutlookAssist.Knowledge;

/// <summary>Different terms in ordinal order, one after another in one array, as an index keeps them.</summary>
/// <param name="Letters">The letters of all terms.</param>
/// <param name="Ends">Where each term ends in the letters.</param>
internal readonly record struct TermList(char[] Letters, int[] Ends)
{
    /// <summary>Lays terms one after another.</summary>
    public static TermList Of(IEnumerable<string> terms)
    {
        var ordered = terms.Distinct().Order(StringComparer.Ordinal).ToArray();
        var end = 0;
        return new TermList([.. ordered.SelectMany(term => term)], Array.ConvertAll(ordered, term => end += term.Length));
    }

    /// <summary>Whether the term is among them.</summary>
    public bool Contains(ReadOnlySpan<char> term) => Find(term) >= 0;

    /// <summary>The place of a term, or the complement of where it would stand.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        var (low, high) = (0, Ends.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = TermAt(middle).SequenceCompareTo(term);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>A term's letters.</summary>
    public ReadOnlySpan<char> TermAt(int index)
    {
        var start = index == 0 ? 0 : Ends[index - 1];
        return Letters.AsSpan(start, Ends[index] - start);
    }

    /// <summary>Adds the terms that at most so many slips make of this one, each with their number.</summary>
    public void AddNear(string term, int most, SortedSet<(int Slips, string Term)> found)
    {
        var letters = LettersOf(term);
        var start = 0;
        for (var index = 0; index < Ends.Length; start = Ends[index++])
        {
            var length = Ends[index] - start;
            if (Math.Abs(length - term.Length) > most)
            {
                continue;
            }

            // A slip changes at most two of the letters that occur; this leaves few for the careful count.
            var candidate = Letters.AsSpan(start, length);
            if (BitOperations.PopCount(letters ^ LettersOf(candidate)) <= 2 * most && SpellingDistance.Between(term, candidate, most) is { } slips)
            {
                found.Add((slips, candidate.ToString()));
            }
        }
    }

    /// <summary>Adds the first terms that begin with these letters and are not longer than so many.</summary>
    public void AddBeginningWith(string letters, int longest, int most, SortedSet<string> found)
    {
        var first = Find(letters);
        for (var (index, added) = (first < 0 ? ~first : first, 0); index < Ends.Length && added < most && TermAt(index) is var term && term.StartsWith(letters, StringComparison.Ordinal); index++)
        {
            if (term.Length <= longest)
            {
                found.Add(term.ToString());
                added++;
            }
        }
    }

    private static ulong LettersOf(ReadOnlySpan<char> term)
    {
        var letters = 0UL;
        foreach (var letter in term)
        {
            letters |= 1UL << (letter & 63);
        }

        return letters;
    }
}
