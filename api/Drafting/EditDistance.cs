namespace OutlookAssist.Drafting;

/// <summary>How much a person changed a draft, counted by code: the fewest characters to insert, remove or replace.</summary>
internal static class EditDistance
{
    private const int WordBits = 64;

    /// <summary>The changed share of the longer text, 0…1; line ends and space at the ends do not count.</summary>
    public static double Share(string before, string after)
    {
        var (first, second) = (Plain(before), Plain(after));
        var longest = Math.Max(first.Length, second.Length);
        return longest == 0 ? 0 : Math.Round((double)Between(first, second) / longest, 4);
    }

    /// <summary>The Levenshtein distance of two texts.</summary>
    public static int Between(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        // Most drafts are changed in one place: what is equal at both ends need not be looked at.
        var same = first.CommonPrefixLength(second);
        (first, second) = (first[same..], second[same..]);
        var tail = 0;
        while (tail < first.Length && tail < second.Length && first[^(tail + 1)] == second[^(tail + 1)])
        {
            tail++;
        }

        (first, second) = (first[..^tail], second[..^tail]);
        return first.IsEmpty ? second.Length : second.IsEmpty ? first.Length : first.Length <= second.Length ? ByColumns(first, second) : ByColumns(second, first);
    }

    /// <summary>Myers' bit-parallel method: a column of the table is kept as the differences between neighbours, 64 of them in a word.</summary>
    private static int ByColumns(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var blocks = (pattern.Length + WordBits - 1) / WordBits;
        var places = PlacesOf(pattern, blocks);
        var nowhere = new ulong[blocks];
        var (up, down) = (new ulong[blocks], new ulong[blocks]);
        Array.Fill(up, ulong.MaxValue);
        var distance = pattern.Length;
        foreach (var character in text)
        {
            distance += Advance(places.GetValueOrDefault(character, nowhere), up, down, (pattern.Length - 1) % WordBits);
        }

        return distance;
    }

    /// <summary>Moves the column by one character and gives how its last cell changed.</summary>
    private static int Advance(ulong[] equal, ulong[] up, ulong[] down, int lastBit)
    {
        var (carryUp, carryDown) = (1UL, 0UL);
        var change = 0;
        for (var block = 0; block < up.Length; block++)
        {
            var match = equal[block];
            var vertical = match | down[block];
            match |= carryDown;
            var diagonal = unchecked(((match & up[block]) + up[block]) ^ up[block]) | match;
            var risen = down[block] | ~(diagonal | up[block]);
            var fallen = up[block] & diagonal;
            change = (int)((risen >> lastBit) & 1) - (int)((fallen >> lastBit) & 1); // Only that of the last block counts.
            var (raised, lowered) = ((risen << 1) | carryUp, (fallen << 1) | carryDown);
            up[block] = lowered | ~(vertical | raised);
            down[block] = raised & vertical;
            (carryUp, carryDown) = (risen >> (WordBits - 1), fallen >> (WordBits - 1));
        }

        return change;
    }

    private static Dictionary<char, ulong[]> PlacesOf(ReadOnlySpan<char> pattern, int blocks)
    {
        var places = new Dictionary<char, ulong[]>();
        for (var index = 0; index < pattern.Length; index++)
        {
            if (!places.TryGetValue(pattern[index], out var bits))
            {
                places[pattern[index]] = bits = new ulong[blocks];
            }

            bits[index / WordBits] |= 1UL << (index % WordBits);
        }

        return places;
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
