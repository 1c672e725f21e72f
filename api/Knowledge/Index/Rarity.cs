namespace OutlookAssist.Knowledge.Index;

/// <summary>How much a term's rarity is worth, as a whole number, so that a sum of scores is the same in any order of adding.</summary>
internal static class Rarity
{
    /// <summary>One unit of inverse document frequency.</summary>
    public const int Unit = 1024;

    /// <summary>The weight of a term that <paramref name="frequency"/> of <paramref name="passages"/> hold.</summary>
    public static int Of(long frequency, long passages) =>
        Math.Max(1, (int)Math.Round(Unit * Math.Log(1 + ((Math.Max(0, passages - frequency) + 0.5) / (frequency + 0.5)))));

    /// <summary>A sum of weights times impacts as a score of about the size that BM25 gives.</summary>
    public static double ToScore(int sum) => sum / (double)(Unit * Impact.Highest);
}
