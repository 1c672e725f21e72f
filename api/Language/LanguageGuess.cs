namespace OutlookAssist.Language;

/// <summary>Which language a text seems to be in: <c>Tag</c> is a BCP 47 primary tag, <c>und</c> with confidence 0 when there is nothing to go by.</summary>
internal readonly record struct LanguageGuess(string Tag, double Confidence)
{
    /// <summary>The answer for a text without words.</summary>
    public static LanguageGuess Unknown { get; } = new("und", 0);
}
