namespace OutlookAssist.Drafting;

/// <summary>How far a person changed a draft: the words that were taken out, put in or replaced, as a share of the longer text.</summary>
internal static class EditedShare
{
    private const int MostWords = 3_000;

    /// <summary>0 for the same words, 1 for nothing in common; white space does not count.</summary>
    public static double Of(string draft, string final)
    {
        var before = Words(draft);
        var after = Words(final);
        var longer = Math.Max(before.Length, after.Length);
        return longer == 0 ? 0 : Math.Round(Distance(before, after) / (double)longer, 3);
    }

    private static string[] Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];

    /// <summary>Levenshtein's distance over words, one row at a time.</summary>
    private static int Distance(string[] before, string[] after)
    {
        var row = Enumerable.Range(0, after.Length + 1).ToArray();
        for (var left = 1; left <= before.Length; left++)
        {
            var diagonal = row[0];
            row[0] = left;
            for (var right = 1; right <= after.Length; right++)
            {
                var replaced = diagonal + (string.Equals(before[left - 1], after[right - 1], StringComparison.Ordinal) ? 0 : 1);
                diagonal = row[right];
                row[right] = Math.Min(replaced, Math.Min(row[right], row[right - 1]) + 1);
            }
        }

        return row[^1];
    }
}
