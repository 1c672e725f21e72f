namespace OutlookAssist.Review;

/// <summary>What a list shows of a mail; kept sealed.</summary>
internal sealed record ReviewHeadline(string SenderName, string SenderAddress, string Subject)
{
    private const int LongestPart = 300;

    /// <summary>The headline of an item whose words are gone.</summary>
    public static readonly ReviewHeadline Forgotten = new("", "", "");

    /// <summary>Each part cut to what a list can show.</summary>
    public static ReviewHeadline Of(NewReviewItem offered) => new(Cut(offered.SenderName), Cut(offered.SenderAddress), Cut(offered.Subject));

    /// <summary>Whether one of its parts has the words.</summary>
    public bool Has(string words) =>
        SenderName.Contains(words, StringComparison.OrdinalIgnoreCase) || SenderAddress.Contains(words, StringComparison.OrdinalIgnoreCase) || Subject.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Cut(string? text) => text is null ? "" : text.Length <= LongestPart ? text : text[..LongestPart];
}
