namespace OutlookAssist.Knowledge;

/// <summary>Counts the slips between two words: a letter too many, missing, wrong, or swapped with its neighbour (optimal string alignment).</summary>
internal static class SpellingDistance
{
    private const int Longest = 64;

    /// <summary>The number of slips, or null when there are more than <paramref name="most"/>.</summary>
    public static int? Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most || left.Length > Longest || right.Length > Longest)
        {
            return null;
        }

        Span<int> beforeLast = stackalloc int[Longest + 1];
        Span<int> last = stackalloc int[Longest + 1];
        Span<int> current = stackalloc int[Longest + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            var fewest = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var slips = Math.Min(Math.Min(last[column] + 1, current[column - 1] + 1), last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1));
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    slips = Math.Min(slips, beforeLast[column - 2] + 1);
                }

                current[column] = slips;
                fewest = Math.Min(fewest, slips);
            }

            if (fewest > most)
            {
                return null;
            }

            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[right.Length] <= most ? last[right.Length] : null;
    }
}
