using System.Text.RegularExpressions;

namespace OutlookAssist.ModelServer;

/// <summary>The words and sentences of a text, as simply as a test model needs them.</summary>
internal static partial class Words
{
    /// <summary>Lower-case words with at least three letters, and numbers.</summary>
    public static IEnumerable<string> Of(string text) => Word().Matches(text).Select(match => match.Value.ToLowerInvariant());

    /// <summary>Sentences and lines, trimmed.</summary>
    public static IEnumerable<string> Sentences(string text) => Sentence().Split(text).Select(piece => piece.Trim()).Where(piece => piece.Length > 0);

    [GeneratedRegex(@"\p{L}{3,}|\d+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+")]
    private static partial Regex Sentence();
}
