namespace OutlookAssist.Knowledge.Index;

/// <summary>How much one term says for one passage, as one byte: the part of BM25 that does not change when other passages come and go.</summary>
/// <remarks>
/// BM25 divides by the average length of the corpus, which would make every stored value wrong with the next upload. The splitter
/// aims at one length, so that length stands in for the average, and the search only multiplies a byte by the rarity of its term.
/// </remarks>
internal static class Impact
{
    /// <summary>A word of the title or of a heading counts like so many words of the text.</summary>
    public const int FrameWeight = 2;

    /// <summary>The largest value.</summary>
    public const int Highest = byte.MaxValue;

    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;
    private const double TypicalLength = 70;

    /// <summary>1…255 for a weighted count above zero in a passage of so many terms, its title and headings included.</summary>
    public static byte Of(int weightedCount, int length)
    {
        var norm = 1 - LengthShare + (LengthShare * length / TypicalLength);
        var share = weightedCount / (weightedCount + (Saturation * norm));
        return (byte)Math.Max(1, (int)Math.Round(share * Highest));
    }
}
